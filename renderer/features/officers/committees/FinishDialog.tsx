import { useMutation } from '@tanstack/react-query'
import { Alert, Form } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommitteeDetail } from '../../../../shared/contract/officers/committees'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormDialog } from '../../../components/FormDialog'
import panel from '../../../components/panel.module.css'
import { useCodeLabel } from '../../../i18n/use-code-label'
import { DayField, TextField } from '../fields'
import { orNull, readDay } from '../read'
import { useCommitteeTexts } from '../use-committee-texts'
import { useWritten } from '../use-written'

/** Ends an election: the old committee ends, the new one begins, all in one step. */
export function FinishDialog({
  election,
  onClose,
}: {
  readonly election: CommitteeDetail
  readonly onClose: () => void
}) {
  const { t } = useTranslation(['officers', 'common'])
  const codeLabel = useCodeLabel()
  const texts = useCommitteeTexts()
  const { written } = useWritten()
  const stepOf = (kind: 'congress' | 'resultApproval') => election.steps.find((step) => step.kind === kind)
  const [electedOn, setElectedOn] = useState<string>(stepOf('congress')?.on ?? '')
  const [approvedOn, setApprovedOn] = useState<string>(stepOf('resultApproval')?.on ?? '')
  const [document, setDocument] = useState(stepOf('resultApproval')?.document ?? '')
  const [tried, setTried] = useState(false)
  const elected = election.candidates.filter(({ isElected }) => isElected)
  const [elect, approve] = [readDay(electedOn), readDay(approvedOn)]
  const isApprovalWrong = approvedOn.trim() !== '' && approve === null
  const finish = useMutation(
    api.officers.committees.finish.mutationOptions({
      onSuccess: (done) => {
        onClose()
        return written(done, t('election.finished', { name: texts.name(election) }))
      },
    }),
  )

  function save() {
    setTried(true)
    if (elect === null || isApprovalWrong || elected.length === 0) return
    finish.mutate({ id: election.id, electedOn: elect, approvedOn: approve, approvalDocument: orNull(document) })
  }

  return (
    <FormDialog title={t('election.finish')} dirty busy={finish.isPending} onSave={save} onClose={onClose}>
      <p className={panel.lead}>{t('election.finishText')}</p>
      {elected.length === 0 ? (
        <Alert type="warning" showIcon title={t('election.nobody')} />
      ) : (
        <p className={panel.lead}>
          {t('election.electedAre', { count: elected.length })}
          {elected.map(({ name, title }) => `${codeLabel(title)} ${name}`).join('　')}
        </p>
      )}
      <Form component={false} layout="vertical">
        <DayField
          label={t('committee.electedOn')}
          required
          value={electedOn}
          isRefused={tried && elect === null}
          onChange={setElectedOn}
        />
        <DayField
          label={t('committee.approvedOn')}
          value={approvedOn}
          isRefused={tried && isApprovalWrong}
          onChange={setApprovedOn}
        />
        <TextField label={t('committee.approvalDocument')} maxLength={100} value={document} onChange={setDocument} />
      </Form>
      {finish.isError && <ErrorNotice error={finish.error} />}
    </FormDialog>
  )
}
