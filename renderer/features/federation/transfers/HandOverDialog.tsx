import { useQuery } from '@tanstack/react-query'
import { Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClaimOfOther } from '../../../../shared/contract/federation/transfers'
import { monthSchema, type Month } from '../../../../shared/model/date'
import type { MemberId } from '../../../../shared/model/id'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormDialog } from '../../../components/FormDialog'
import { FormField } from '../../../components/FormField'
import { MemberSelect } from '../../organisation/MemberSelect'

interface HandOverDialogProps {
  readonly claim: ClaimOfOther
  readonly error: Error | null
  readonly isBusy: boolean
  readonly onMember: (id: MemberId, duesUntil: Month | null) => void
  readonly onClose: () => void
}

/** Says who of the members it is whom another union asks for, and until when dues are paid. */
export function HandOverDialog({ claim, error, isBusy, onMember, onClose }: HandOverDialogProps) {
  const { t } = useTranslation('transfers')
  const [memberId, setMemberId] = useState<MemberId | null>(claim.member?.memberId ?? null)
  const [until, setUntil] = useState('')
  const [isTried, setTried] = useState(false)
  const candidates = useQuery(
    api.federation.transfers.candidates.queryOptions({
      input: { memberIds: memberId === null ? [] : [memberId] },
      enabled: memberId !== null,
    }),
  )
  const month = monthSchema.safeParse(until)
  const isMonthWrong = until !== '' && !month.success
  const paid = candidates.data?.[0]?.duesUntil ?? null
  return (
    <FormDialog
      title={t('claimed.title', { union: claim.byUnion })}
      dirty={memberId !== (claim.member?.memberId ?? null) || until !== ''}
      busy={isBusy}
      onSave={() => {
        setTried(true)
        if (memberId !== null && !isMonthWrong) onMember(memberId, month.success ? month.data : null)
      }}
      onClose={onClose}
    >
      <Form layout="vertical" component={false}>
        <p>{t('claimed.text', { name: claim.name })}</p>
        <FormField
          label={t('column.ourMember')}
          required
          error={isTried && memberId === null ? t('claimed.memberMissing') : null}
        >
          {(control) => (
            <MemberSelect
              id={control.id}
              status={control.status}
              value={memberId}
              placeholder={claim.name}
              onChange={setMemberId}
            />
          )}
        </FormField>
        <FormField
          label={t('column.duesUntil')}
          hint={paid === null ? t('duesUntilHint') : t('duesUntilOne', { month: paid })}
          error={isMonthWrong ? t('monthWrong') : null}
        >
          {(control) => (
            <Input {...control} maxLength={7} value={until} onChange={({ target }) => setUntil(target.value)} />
          )}
        </FormField>
      </Form>
      {error !== null && <ErrorNotice error={error} />}
    </FormDialog>
  )
}
