import { useMutation } from '@tanstack/react-query'
import { AutoComplete, Button, Form } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RosterImportId } from '../../../shared/model/id'
import type { RosterField, RosterImport, RosterRow, RowRepairs } from '../../../shared/model/roster'
import { api, client } from '../../client'
import { useErrorToast } from '../../components/use-error-toast'
import { codeWordsOf } from './code-words'
import { useImportActs, type Place } from './use-import-acts'
import styles from './roster.module.css'

interface Fault {
  readonly field: RosterField
  readonly text: string
  readonly suggestions: readonly string[]
}

interface RowRepairProps {
  readonly importId: RosterImportId
  readonly row: RosterRow
  readonly onOpen: (place: Place) => void
  readonly onChanged: (found: RosterImport) => void
}

/** The faulty cells of a row, each to be typed anew; what is typed is checked at once, and the next row is one click away. */
export function RowRepair({ importId, row, onOpen, onChanged }: RowRepairProps) {
  const { t } = useTranslation(['roster', 'fields'])
  const showError = useErrorToast()
  const [faults, setFaults] = useState<readonly Fault[] | null>(null)
  const [texts, setTexts] = useState<RowRepairs>({})
  const { repair, isBusy } = useImportActs(importId, onChanged)
  const place = { id: importId, sheet: row.sheet, row: row.row }
  const open = useMutation(api.roster.faults.mutationOptions({ onSuccess: setFaults, onError: showError }))
  const toMend = row.issues.some(({ field, severity }) => field !== null && severity !== 'info')
  if (!toMend && row.typed.length === 0) return null

  async function save() {
    const typed =
      faults?.filter(({ field, text }) => row.typed.includes(field) || (texts[field] ?? text) !== text) ?? []
    const kept = Object.fromEntries(typed.map(({ field, text }) => [field, texts[field] ?? text]))
    await repair(row, kept)
    setTexts({})
    open.mutate(place)
  }

  async function openNext() {
    const input = { id: importId, outcome: 'error', withIssuesOnly: false, offset: 0, limit: 500 } as const
    const { rows } = await client.roster.rows(input)
    const here = rows.findIndex((other) => other.sheet === row.sheet && other.row === row.row)
    const next = rows[here + 1] ?? rows.find((_, index) => index !== here)
    if (next !== undefined) onOpen({ sheet: next.sheet, row: next.row })
  }

  return (
    <section className={styles.panel} aria-label={t('repair.title')}>
      <h2>{t('repair.title')}</h2>
      {faults === null ? (
        <>
          <p className={styles.quiet}>{t('repair.hint')}</p>
          <div className={styles.bar}>
            <Button type="primary" loading={open.isPending} onClick={() => open.mutate(place)}>
              {t('repair.open')}
            </Button>
          </div>
        </>
      ) : (
        <Form layout="vertical" onFinish={() => void save().catch(showError)}>
          {faults.map(({ field, text, suggestions }) => {
            const name = t(`fields:member.${field}`)
            const isFaulty = row.issues.some((issue) => issue.field === field && issue.severity === 'error')
            return (
              <Form.Item
                key={field}
                label={name}
                htmlFor={`repair-${field}`}
                {...(isFaulty ? { validateStatus: 'error' } : {})}
                help={row.issues
                  .filter((issue) => issue.field === field && issue.severity !== 'info')
                  .map(({ code, withRow }) => t(`issue.${code}`, { place: t('place.row', { row: withRow }) }))
                  .join(t('semicolon'))}
              >
                <AutoComplete
                  id={`repair-${field}`}
                  value={texts[field] ?? text}
                  options={codeWordsOf(field).map((value) => ({ value }))}
                  showSearch={{ filterOption: true }}
                  onChange={(value: string) => setTexts((before) => ({ ...before, [field]: value }))}
                />
                {suggestions.length > 0 && (
                  <div className={styles.bar} role="group" aria-label={t('repair.suggestions', { name })}>
                    <span className={styles.quiet}>{t('repair.perhaps')}</span>
                    {suggestions.map((suggestion) => (
                      <Button
                        key={suggestion}
                        size="small"
                        onClick={() => setTexts((before) => ({ ...before, [field]: suggestion }))}
                      >
                        {suggestion}
                      </Button>
                    ))}
                  </div>
                )}
              </Form.Item>
            )
          })}
          <div className={styles.bar}>
            <Button type="primary" htmlType="submit" loading={isBusy}>
              {t('repair.save')}
            </Button>
            {row.typed.length > 0 && (
              <Button
                loading={isBusy}
                onClick={() => {
                  setTexts({})
                  setFaults(null)
                  void repair(row, {}).catch(() => undefined)
                }}
              >
                {t('repair.takeBack')}
              </Button>
            )}
          </div>
        </Form>
      )}
      <div className={styles.bar}>
        {row.outcome !== 'error' && row.typed.length > 0 && <span role="status">{t('repair.good')}</span>}
        <Button type="link" className={styles.link ?? ''} onClick={() => void openNext().catch(showError)}>
          {t('repair.next')}
        </Button>
      </div>
    </section>
  )
}
