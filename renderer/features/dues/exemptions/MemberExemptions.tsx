import { useQuery } from '@tanstack/react-query'
import { Button, Table, Tag, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MemberExemption } from '../../../../shared/contract/dues/exemptions'
import type { MemberId } from '../../../../shared/model/id'
import { api } from '../../../client'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import { Section } from '../../../components/Section'
import { AddExemptionDialog } from './AddExemptionDialog'
import { EndExemptionDialog } from './EndExemptionDialog'
import { useExemptionCells } from './use-exemption-cells'

/** The months in which a member pays no dues, by decision. */
export function MemberExemptions({ memberId }: { readonly memberId: MemberId }) {
  const { t } = useTranslation(['exemptions', 'common'])
  const [isAdding, setAdding] = useState(false)
  const [ending, setEnding] = useState<MemberExemption | null>(null)
  const cells = useExemptionCells(setEnding)
  const exemptions = useQuery(api.dues.exemptions.ofMember.queryOptions({ input: { memberId } }))
  if (exemptions.isError) return <ErrorNotice error={exemptions.error} onRetry={() => void exemptions.refetch()} />
  if (exemptions.isPending) return <Loading />
  const columns: TableColumnsType<MemberExemption> = [
    {
      title: t('months'),
      width: 300,
      render: (_, exemption) => (
        <>
          {cells.span(exemption)} <Tag>{t(`state.${exemption.state}`)}</Tag>
        </>
      ),
    },
    { title: t('reason'), dataIndex: 'reason' },
    { title: t('decision'), render: (_, exemption) => cells.decision(exemption) },
    { title: t('common:acts'), width: 190, render: (_, exemption) => cells.acts(exemption) },
  ]
  return (
    <Section title={t('title')} action={<Button onClick={() => setAdding(true)}>{t('add')}</Button>}>
      {exemptions.data.length === 0 ? (
        <EmptyState title={t('noneOfMember')} />
      ) : (
        <Table
          size="small"
          rowKey="id"
          columns={columns}
          dataSource={exemptions.data}
          pagination={false}
          scroll={{ x: 820 }}
        />
      )}
      {isAdding && <AddExemptionDialog memberIds={[memberId]} onClose={() => setAdding(false)} />}
      {ending !== null && <EndExemptionDialog exemption={ending} onClose={() => setEnding(null)} />}
    </Section>
  )
}
