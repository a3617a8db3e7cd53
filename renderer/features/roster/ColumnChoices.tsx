import { Button, Checkbox, Drawer, Switch } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { rosterChoicesSchema, type RosterField, type RosterImport } from '../../../shared/model/roster'
import { useImportActs } from './use-import-acts'
import styles from './roster.module.css'

const clearable = rosterChoicesSchema.shape.clearing.unwrap().element

interface ColumnChoicesProps {
  readonly found: RosterImport
  readonly onChanged: (found: RosterImport) => void
}

/** Which columns are written, and in which of them an empty cell takes away what is recorded. */
export function ColumnChoices({ found, onChanged }: ColumnChoicesProps) {
  const { t } = useTranslation(['roster', 'fields', 'common'])
  const [open, setOpen] = useState(false)
  const { choices } = found
  const { choose, isBusy } = useImportActs(found.id, onChanged)
  const columns = columnsOf(found)
  const withheld = columns.filter(({ field }) => choices.withheld.includes(field)).length

  function setWritten(field: RosterField, written: boolean) {
    const others = choices.withheld.filter((other) => other !== field)
    choose({ ...choices, withheld: written ? others : [...others, field] })
  }

  function setClearing(field: (typeof choices.clearing)[number], clears: boolean) {
    const others = choices.clearing.filter((other) => other !== field)
    choose({ ...choices, clearing: clears ? [...others, field] : others })
  }

  return (
    <>
      <Button onClick={() => setOpen(true)}>
        {withheld === 0 ? t('choices.open') : t('choices.openWithheld', { count: withheld })}
      </Button>
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        size={560}
        title={t('choices.title')}
        closable={{ 'aria-label': t('common:close') }}
      >
        <p className={styles.quiet}>{t('choices.hint')}</p>
        <ul className={styles.choices}>
          {columns.map(({ field, heading }) => {
            const name = t(`fields:member.${field}`)
            const written = !choices.withheld.includes(field)
            const clearing = clearable.safeParse(field)
            return (
              <li key={field}>
                <Switch
                  checked={written}
                  loading={isBusy}
                  aria-label={t('choices.write', { name })}
                  onChange={(checked) => setWritten(field, checked)}
                />
                <span className={styles.grow}>
                  {name}
                  {heading !== name && <span className={styles.quiet}>{t('choices.heading', { heading })}</span>}
                </span>
                {clearing.success && (
                  <Checkbox
                    disabled={!written || isBusy}
                    checked={choices.clearing.includes(clearing.data)}
                    onChange={({ target }) => setClearing(clearing.data, target.checked)}
                  >
                    {t('choices.clearing')}
                  </Checkbox>
                )}
              </li>
            )
          })}
        </ul>
      </Drawer>
    </>
  )
}

/** The fields that the sheets in use state, but the name, which a record cannot be without. */
function columnsOf({ sheets }: RosterImport) {
  const stated = sheets
    .filter(({ use }) => use)
    .flatMap(({ columns }) =>
      columns.flatMap(({ field, heading }) => (field === null || field === 'name' ? [] : [{ field, heading }])),
    )
  return [...new Map(stated.map((column) => [column.field, column])).values()]
}
