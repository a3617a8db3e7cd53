import { useQuery } from '@tanstack/react-query'
import { Button, Table, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LimitTotal } from '../../../../shared/contract/funds/limits'
import type { MemberId } from '../../../../shared/model/id'
import { dayOf } from '../../../../shared/rules/date'
import { api } from '../../../client'
import { Money } from '../../../components/Money'
import { Section } from '../../../components/Section'
import { formatYuan } from '../../../components/yuan'
import { LimitEntries } from './LimitEntries'
import { useLimitTexts } from './use-limit-texts'

/** What a member was given in this year, item by item; nothing while there is nothing. */
export function MemberLimits({ memberId }: { readonly memberId: MemberId }) {
  const { t } = useTranslation(['limits', 'funds'])
  const texts = useLimitTexts()
  const [year] = useState(() => dayOf(new Date()).slice(0, 4))
  const [opened, setOpened] = useState<LimitTotal | null>(null)
  const totals = useQuery(api.funds.limits.ofMember.queryOptions({ input: { memberId, year } }))
  if (totals.data === undefined || totals.data.length === 0) return null
  return (
    <Section title={t('ofMember', { year })}>
      <Table<LimitTotal>
        size="small"
        pagination={false}
        rowKey="item"
        dataSource={totals.data}
        columns={[
          { title: t('item'), render: (_, { item }) => t(`funds:limitItem.${item}`) },
          {
            title: t('given'),
            align: 'end',
            render: (_, total) => (
              <Button type="link" size="small" onClick={() => setOpened(total)}>
                <Money fen={total.given} />
              </Button>
            ),
          },
          { title: t('limit'), render: (_, { limit }) => (limit === null ? t('unset') : texts.amount(limit)) },
          {
            title: t('left'),
            align: 'end',
            render: (_, { left, over }) =>
              over > 0 ? (
                <Tag color="error">{t('overBy', { amount: formatYuan(over) })}</Tag>
              ) : (
                left !== null && <Money fen={left} />
              ),
          },
        ]}
      />
      {opened !== null && <LimitEntries total={opened} year={year} onClose={() => setOpened(null)} />}
    </Section>
  )
}
