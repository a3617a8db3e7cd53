import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Table, Tag, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DuesBasis } from '../../../../shared/model/dues-rule'
import type { MemberId } from '../../../../shared/model/id'
import { dayOf, monthOf } from '../../../../shared/rules/date'
import { api } from '../../../client'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import { Section } from '../../../components/Section'
import { useDates } from '../../../components/use-dates'
import { useErrorToast } from '../../../components/use-error-toast'
import { useUndo } from '../../../components/use-undo'
import { SetBasisDialog } from './SetBasisDialog'
import { usePayText } from './use-basis-text'

/** What a member's dues follow from, and followed from before. */
export function MemberBases({ memberId }: { readonly memberId: MemberId }) {
  const { t } = useTranslation(['bases', 'fields', 'common'])
  const dates = useDates()
  const payText = usePayText()
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const [isSetting, setSetting] = useState(false)
  const bases = useQuery(api.dues.bases.ofMember.queryOptions({ input: { memberId } }))
  const remove = useMutation(
    api.dues.bases.remove.mutationOptions({
      onSuccess: ({ batchId }) => {
        offerUndo(t('removed'), batchId)
        return queryClient.invalidateQueries()
      },
      onError: useErrorToast(),
    }),
  )
  if (bases.isError) return <ErrorNotice error={bases.error} onRetry={() => void bases.refetch()} />
  if (bases.isPending) return <Loading />
  const today = monthOf(dayOf(new Date()))
  const present = bases.data.find(({ validFrom }) => validFrom <= today) ?? null
  const columns: TableColumnsType<DuesBasis> = [
    {
      title: t('validFrom'),
      width: 180,
      render: (_, { id, validFrom }) => (
        <>
          {dates.month(validFrom)} {id === present?.id && <Tag color="processing">{t('present')}</Tag>}
        </>
      ),
    },
    { title: t('class'), width: 120, render: (_, { memberClass }) => t(`fields:memberClass.${memberClass}`) },
    { title: t('grade'), width: 100, dataIndex: 'grade' },
    { title: t('pay'), render: (_, { pay }) => payText(pay) ?? t('noPay') },
    { title: t('note'), width: 160, dataIndex: 'note' },
    {
      title: t('common:acts'),
      width: 90,
      render: (_, { id, validFrom }) => (
        <Button
          type="link"
          size="small"
          aria-label={t('removeOf', { month: dates.month(validFrom) })}
          onClick={() => remove.mutate({ id })}
        >
          {t('common:remove')}
        </Button>
      ),
    },
  ]
  return (
    <Section title={t('title')} action={<Button onClick={() => setSetting(true)}>{t('set')}</Button>}>
      {bases.data.length === 0 ? (
        <EmptyState title={t('none')} text={t('noneText')} />
      ) : (
        <Table
          size="small"
          rowKey="id"
          columns={columns}
          dataSource={bases.data}
          pagination={false}
          scroll={{ x: 820 }}
        />
      )}
      {isSetting && <SetBasisDialog memberIds={[memberId]} basis={present} onClose={() => setSetting(false)} />}
    </Section>
  )
}
