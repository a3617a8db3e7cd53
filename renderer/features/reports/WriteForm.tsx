import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { reportRequestSchema, type People, type WorkbookPlace } from '../../../shared/contract/reports'
import type { ProfileDefinition } from '../../../shared/model/receiver-profile'
import { hasMaskedColumns } from '../../../shared/rules/reports/line'
import { api, client } from '../../client'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FormField } from '../../components/FormField'
import { ProgressDialog } from '../../components/ProgressDialog'
import { Section } from '../../components/Section'
import { useProgress } from '../../components/use-progress'
import { ClearChoice, clearOf, isSettled, MASKED } from '../roster/ClearChoice'
import { FileButton } from './FileButton'
import styles from './reports.module.css'
import { useClearTexts } from './use-clear-texts'

interface WriteFormProps {
  readonly profileId: string
  readonly definition: ProfileDefinition
  readonly people: People
  readonly withErrors: number
}

/** Where a report is written, what becomes of rows with errors, and whether numbers stand in full. */
export function WriteForm({ profileId, definition, people, withErrors }: WriteFormProps) {
  const { t } = useTranslation(['reports', 'common'])
  const { notification } = App.useApp()
  const queryClient = useQueryClient()
  const clearTexts = useClearTexts()
  const isOfMembers = definition.kind === 'member'
  const [target, setTarget] = useState<'new' | 'own'>('new')
  const [workbook, setWorkbook] = useState<File | null>(null)
  const [faulty, setFaulty] = useState<'leaveOut' | 'write'>(isOfMembers ? 'leaveOut' : 'write')
  const [clear, setClear] = useState(MASKED)
  const { run, progress, error, clearError } = useProgress()
  const place = useMutation(api.reports.placeIn.mutationOptions())

  function choose(file: File) {
    setWorkbook(file)
    place.mutate({ profileId, workbook: file })
  }

  async function save() {
    clearError()
    const request = reportRequestSchema.parse({
      profileId,
      people,
      faulty,
      clear: clearOf(clear),
      workbook: target === 'own' ? workbook : null,
    })
    const saved = await run((options) => client.reports.write(request, options))
    if (saved === undefined || saved === null) return
    notification.success({
      title: t('saved', { count: saved.rows, name: saved.fileName }),
      description: saved.leftOut > 0 ? t('savedLeftOut', { count: saved.leftOut }) : undefined,
    })
    await queryClient.invalidateQueries({ queryKey: api.reports.recent.key() })
  }

  const isReady = (target === 'new' || place.isSuccess) && isSettled(clear)
  return (
    <Section title={t('write')}>
      <Form layout="vertical">
        <FormField label={t('writeTo')}>
          {({ id }) => (
            <Radio.Group
              id={id}
              vertical
              value={target}
              onChange={({ target: { value } }) => setTarget(value === 'own' ? 'own' : 'new')}
              options={[
                { value: 'new', label: t('newWorkbook') },
                { value: 'own', label: t('ownWorkbook') },
              ]}
            />
          )}
        </FormField>
        {target === 'own' && (
          <div className={styles.own}>
            <div className={styles.bar}>
              <FileButton label={t('chooseWorkbook')} accept=".xlsx,.xlsm" loading={place.isPending} onFile={choose} />
              {workbook !== null && <span>{workbook.name}</span>}
            </div>
            {place.isError && <ErrorNotice error={place.error} />}
            {place.data !== undefined && <PlaceNote place={place.data} />}
          </div>
        )}
        {withErrors > 0 && isOfMembers && (
          <FormField label={t('faulty')}>
            {({ id }) => (
              <Radio.Group
                id={id}
                vertical
                value={faulty}
                onChange={({ target: { value } }) => setFaulty(value === 'write' ? 'write' : 'leaveOut')}
                options={[
                  { value: 'leaveOut', label: t('leaveOut', { count: withErrors }) },
                  { value: 'write', label: t('writeAnyway') },
                ]}
              />
            )}
          </FormField>
        )}
        {hasMaskedColumns(definition) && <ClearChoice draft={clear} onChange={setClear} texts={clearTexts} />}
        {error !== null && <ErrorNotice error={error} />}
        <Button type="primary" disabled={!isReady} onClick={() => void save()}>
          {t('save')}
        </Button>
      </Form>
      <ProgressDialog title={t('saving')} progress={progress} />
    </Section>
  )
}

function PlaceNote({ place: { sheet, startRow, missing, replaced } }: { readonly place: WorkbookPlace }) {
  const { t, i18n } = useTranslation('reports')
  const headings = new Intl.ListFormat(i18n.language).format(missing)
  return (
    <ul className={styles.notes} role="status">
      <li>{t('place', { sheet, row: startRow })}</li>
      {replaced > 0 && <li>{t('placeReplaced', { count: replaced })}</li>}
      {missing.length > 0 && <li>{t('placeMissing', { headings })}</li>}
    </ul>
  )
}
