import { useQuery } from '@tanstack/react-query'
import { Button, Table, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import type { DuesRule } from '../../../../shared/model/dues-rule'
import { api } from '../../../client'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import { Section } from '../../../components/Section'
import { useDates } from '../../../components/use-dates'
import { useRuleText } from './use-rule-text'

/** Every dues rule the branch has had, the latest first. */
export function RulePanel({ onAdd }: { readonly onAdd: () => void }) {
  const { t } = useTranslation('dues')
  const dates = useDates()
  const ruleText = useRuleText()
  const rules = useQuery(api.dues.rules.list.queryOptions())
  if (rules.isError) return <ErrorNotice error={rules.error} onRetry={() => void rules.refetch()} />
  if (rules.isPending) return <Loading />
  const add = (
    <Button type="primary" onClick={onAdd}>
      {t('rule.set')}
    </Button>
  )
  if (rules.data.length === 0) return <EmptyState title={t('rule.none')} text={t('rule.noneText')} action={add} />
  const columns: TableColumnsType<DuesRule> = [
    { title: t('rule.validFrom'), width: 150, render: (_, { validFrom }) => dates.month(validFrom) },
    { title: t('rule.title'), render: (_, { formula }) => ruleText(formula) },
    { title: t('rule.decision'), width: 260, dataIndex: 'decision' },
  ]
  return (
    <Section title={t('rule.title')} action={add}>
      <Table
        rowKey="id"
        columns={columns}
        dataSource={rules.data.toSorted((one, other) =>
          `${one.validFrom}${one.id}` < `${other.validFrom}${other.id}` ? 1 : -1,
        )}
        pagination={false}
        scroll={{ x: 640 }}
      />
    </Section>
  )
}
