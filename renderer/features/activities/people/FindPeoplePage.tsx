import { useMutation } from '@tanstack/react-query'
import { Button, Input, Tabs } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PASTED_MAX, type FoundPeople } from '../../../../shared/contract/activities/people'
import { api, client } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { PageHeader } from '../../../components/PageHeader'
import panel from '../../../components/panel.module.css'
import { ProgressDialog } from '../../../components/ProgressDialog'
import { useProgress } from '../../../components/use-progress'
import { FileDrop } from '../../roster/FileDrop'
import { useActivity } from '../plan/use-activity'
import type { Purpose } from './found-groups'
import { FoundPreview } from './FoundPreview'

/** People out of a pasted text or a sheet: found in the record, looked at, and only then written. */
export function FindPeoplePage({ purpose }: { readonly purpose: Purpose }) {
  const { t } = useTranslation('activityPeople')
  const { id, activity } = useActivity()
  const [text, setText] = useState('')
  const [found, setFound] = useState<FoundPeople | null>(null)
  const { run, progress, error, clearError } = useProgress()
  const names = useMutation(api.activities.people.findNames.mutationOptions({ onSuccess: setFound }))

  async function readFile(file: File) {
    clearError()
    const people = await run((options) => client.activities.people.findInFile({ id, file }, options))
    if (people !== undefined) setFound(people)
  }

  const backTo = `/activities/${id}?tab=people`
  if (found !== null) {
    return (
      <FoundPreview activityId={id} purpose={purpose} found={found} backTo={backTo} onAgain={() => setFound(null)} />
    )
  }
  const file = (
    <div className={panel.stack}>
      <p className={panel.quiet}>{t(`find.${purpose}.fileHint`)}</p>
      {error !== null && <ErrorNotice error={error} />}
      <FileDrop onFile={(chosen) => void readFile(chosen)} text={t(`find.${purpose}.drop`)} />
    </div>
  )
  const paste = (
    <div className={panel.stack}>
      <p className={panel.quiet}>{t('paste.hint')}</p>
      <Input.TextArea
        autoFocus
        aria-label={t('paste.label')}
        placeholder={t('paste.example')}
        rows={14}
        maxLength={PASTED_MAX}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      {names.isError && <ErrorNotice error={names.error} />}
      <div className={panel.bar}>
        <Button
          type="primary"
          disabled={text.trim() === ''}
          loading={names.isPending}
          onClick={() => names.mutate({ id, text })}
        >
          {t('paste.find')}
        </Button>
      </div>
    </div>
  )
  return (
    <>
      <PageHeader title={t(`find.${purpose}.title`)} note={activity.data?.title ?? ''} backTo={backTo} />
      {purpose === 'signUp' ? (
        <Tabs
          items={[
            { key: 'paste', label: t('paste.title'), children: paste },
            { key: 'file', label: t('find.signUp.fileTitle'), children: file },
          ]}
        />
      ) : (
        file
      )}
      <ProgressDialog title={t('find.reading')} progress={progress} />
    </>
  )
}
