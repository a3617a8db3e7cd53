import { useQuery } from '@tanstack/react-query'
import { Button, Space, Table, Tag, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListedRule } from '../../../../shared/contract/dues/rules'
import type { DuesRule } from '../../../../shared/model/dues-rule'
import { dayOf, monthOf } from '../../../../shared/rules/date'
import { ruleOfMonth } from '../../../../shared/rules/dues/validity'
import { api } from '../../../client'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import { Section } from '../../../components/Section'
import { useDates } from '../../../components/use-dates'
import { useUndo } from '../../../components/use-undo'
import { EndRuleDialog } from './EndRuleDialog'
import { useRuleText } from './use-rule-text'

/** Every dues rule the branch has had, the latest first. */
export function RulePanel({ onAdd }: { readonly onAdd: () => void }) {
  const { t } = useTranslation(['duesRules', 'common'])
  const dates = useDates()
  const ruleText = useRuleText()
  const { askUndo } = useUndo()
  const [ending, setEnding] = useState<DuesRule | null>(null)
  const rules = useQuery(api.dues.rules.list.queryOptions())
  if (rules.isError) return <ErrorNotice error={rules.error} onRetry={() => void rules.refetch()} />
  if (rules.isPending) return <Loading />
  const add = (
    <Button type="primary" onClick={onAdd}>
      {t('set')}
    </Button>
  )
  if (rules.data.length === 0) return <EmptyState title={t('none')} text={t('noneText')} action={add} />
  const present = ruleOfMonth(rules.data, monthOf(dayOf(new Date())))

  function validity({ validFrom, validUntil }: DuesRule): string {
    if (validUntil === null) return t('since', { from: dates.month(validFrom) })
    if (validUntil < validFrom) return t('replaced', { from: dates.month(validFrom) })
    return t('span', { from: dates.month(validFrom), until: dates.month(validUntil) })
  }

  const columns: TableColumnsType<ListedRule> = [
    {
      title: t('validity'),
      width: 230,
      render: (_, rule) => (
        <Space size={8} wrap>
          {validity(rule)}
          {rule.id === present?.id && <Tag color="processing">{t('inForce')}</Tag>}
        </Space>
      ),
    },
    { title: t('title'), render: (_, { formula }) => ruleText(formula) },
    {
      title: t('decision'),
      width: 220,
      render: (_, { decision, decidedOn }) => [decision, decidedOn].filter((text) => text !== null).join(t('text.dot')),
    },
    {
      title: t('common:acts'),
      width: 170,
      render: (_, rule) => {
        const { isUsed, batchId, validFrom, validUntil } = rule
        const never = validUntil !== null && validUntil < validFrom
        return (
          <Space size={4} wrap>
            {!isUsed && batchId !== null && (
              <Button
                type="link"
                size="small"
                aria-label={t('takeBackTitle', { from: dates.month(validFrom) })}
                onClick={() => askUndo({ id: batchId, title: t('takeBackTitle', { from: dates.month(validFrom) }) })}
              >
                {t('takeBack')}
              </Button>
            )}
            {!never && (
              <Button
                type="link"
                size="small"
                aria-label={t('endTitle', { from: dates.month(validFrom) })}
                onClick={() => setEnding(rule)}
              >
                {t('end')}
              </Button>
            )}
          </Space>
        )
      },
    },
  ]
  return (
    <Section title={t('title')} action={add}>
      <Table rowKey="id" columns={columns} dataSource={rules.data} pagination={false} scroll={{ x: 760 }} />
      {ending !== null && <EndRuleDialog rule={ending} onClose={() => setEnding(null)} />}
    </Section>
  )
}
