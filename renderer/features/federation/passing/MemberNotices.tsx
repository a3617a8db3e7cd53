import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MemberId } from '../../../../shared/model/id'
import { dayOf } from '../../../../shared/rules/date'
import { api } from '../../../client'
import { Section } from '../../../components/Section'
import panel from '../../../components/panel.module.css'
import { useErrorToast } from '../../../components/use-error-toast'
import { TellDialog } from './TellDialog'

/** What a member was told of their data, on what basis it is passed on, and taking a consent back. */
export function MemberNotices({ memberId }: { readonly memberId: MemberId }) {
  const { t } = useTranslation(['passing', 'common'])
  const queryClient = useQueryClient()
  const [isTelling, setTelling] = useState(false)
  const { data } = useQuery(api.federation.passing.noticesOf.queryOptions({ input: { memberId } }))
  const withdraw = useMutation(
    api.federation.passing.withdraw.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(),
      onError: useErrorToast(),
    }),
  )
  const latest = data?.[0]
  const canWithdraw = latest !== undefined && latest.withdrawnOn === null && latest.basis !== 'statutoryDuty'
  return (
    <Section
      title={t('member')}
      action={
        <div className={panel.bar}>
          {canWithdraw && (
            <Popconfirm
              title={t('withdrawTitle')}
              description={t('withdrawText')}
              okText={t('withdraw')}
              cancelText={t('common:cancel')}
              onConfirm={() => withdraw.mutate({ memberId, on: dayOf(new Date()) })}
            >
              <Button loading={withdraw.isPending}>{t('withdraw')}</Button>
            </Popconfirm>
          )}
          <Button onClick={() => setTelling(true)}>{t('tell')}</Button>
        </div>
      }
    >
      {data?.length === 0 && <p className={panel.quiet}>{t('standing.none')}</p>}
      {data?.map(({ id, version, basis, givenOn, withdrawnOn }) => (
        <p key={id}>
          {t('line', { day: givenOn, version, basis: t(`basis.${basis}`) })}{' '}
          {withdrawnOn !== null && t('withdrawnOn', { day: withdrawnOn })}
        </p>
      ))}
      {isTelling && <TellDialog memberIds={[memberId]} onClose={() => setTelling(false)} />}
    </Section>
  )
}
