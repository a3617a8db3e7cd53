import { SearchOutlined } from '@ant-design/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Input, Spin, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RuleEffect, RulePreview as Preview, RuleToPreview } from '../../../../shared/contract/dues/rules'
import type { MemberClass } from '../../../../shared/model/dues-rule'
import { fenSchema } from '../../../../shared/model/money'
import { api } from '../../../client'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import { Money } from '../../../components/Money'
import panel from '../../../components/panel.module.css'
import { Section } from '../../../components/Section'
import { useDates } from '../../../components/use-dates'
import { AffectedDialog } from './AffectedDialog'
import { ExampleList } from './ExampleList'
import styles from './rules.module.css'
import { useRuleText } from './use-rule-text'
import { useSettled } from './use-settled'

type ClassLine = Preview['classes'][number]

/** What a rule being made comes to: the difference to the one before, class by class, and what members would pay. */
export function RulePreview({ rule }: { readonly rule: RuleToPreview }) {
  const { t } = useTranslation(['duesRules', 'fields', 'common'])
  const dates = useDates()
  const ruleText = useRuleText()
  const [search, setSearch] = useState('')
  const [opened, setOpened] = useState<{ memberClass: MemberClass | null; effect: RuleEffect | null } | null>(null)
  const settledSearch = useSettled(search, 250)
  const preview = useQuery(api.dues.rules.preview.queryOptions({ input: rule, placeholderData: keepPreviousData }))
  const examples = useQuery(
    api.dues.rules.examples.queryOptions({
      input: { ...rule, search: settledSearch },
      placeholderData: keepPreviousData,
    }),
  )
  if (preview.isError) return <ErrorNotice error={preview.error} onRetry={() => void preview.refetch()} />
  if (preview.isPending) return <Loading />
  const { present, classes, total } = preview.data
  if (total.members === 0) {
    return (
      <Section title={t('preview.title', { month: dates.month(rule.month) })}>
        <EmptyState title={t('preview.nobody')} text={t('preview.nobodyText')} />
      </Section>
    )
  }

  const columns: TableColumnsType<ClassLine> = [
    {
      title: t('preview.class'),
      render: (_, { memberClass, members }) => (
        <Button
          type="link"
          className={styles.lineButton ?? ''}
          onClick={() => setOpened({ memberClass, effect: null })}
        >
          {t('preview.ofClass', { name: t(`fields:memberClass.${memberClass}`), count: members })}
        </Button>
      ),
    },
    { title: t('preview.before'), align: 'right', render: (_, { before }) => <Money fen={before} /> },
    { title: t('preview.after'), align: 'right', render: (_, { after }) => <Money fen={after} /> },
    {
      title: t('preview.difference'),
      align: 'right',
      render: (_, { before, after }) => <Money fen={fenSchema.parse(after - before)} />,
    },
    {
      title: t('preview.effects'),
      render: (_, { memberClass, effects }) => (
        <span className={styles.effects}>
          {effects.map(({ effect, members }) => (
            <Button key={effect} type="link" size="small" onClick={() => setOpened({ memberClass, effect })}>
              {t(`effect.${effect}`, { count: members })}
            </Button>
          ))}
        </span>
      ),
    },
  ]
  return (
    <Spin spinning={preview.isPlaceholderData} delay={300}>
      <div className={styles.column}>
        <Section title={t('preview.title', { month: dates.month(rule.month) })}>
          <p className={styles.present}>
            {present === null ? t('preview.noPresent') : t('preview.present', { rule: ruleText(present.formula) })}
          </p>
          <Table
            size="small"
            rowKey="memberClass"
            columns={columns}
            dataSource={classes}
            pagination={false}
            scroll={{ x: 'min-content' }}
            summary={() => (
              <Table.Summary.Row>
                <Table.Summary.Cell index={0}>{t('preview.all', { count: total.members })}</Table.Summary.Cell>
                <Table.Summary.Cell index={1} align="right">
                  <Money fen={total.before} />
                </Table.Summary.Cell>
                <Table.Summary.Cell index={2} align="right">
                  <Money fen={total.after} />
                </Table.Summary.Cell>
                <Table.Summary.Cell index={3} align="right">
                  <Money fen={fenSchema.parse(total.after - total.before)} />
                </Table.Summary.Cell>
                <Table.Summary.Cell index={4} />
              </Table.Summary.Row>
            )}
          />
        </Section>
        <Section
          title={t('preview.examples')}
          action={
            <Input
              aria-label={t('preview.search')}
              placeholder={t('preview.searchPlaceholder')}
              prefix={<SearchOutlined />}
              style={{ width: 240 }}
              allowClear
              maxLength={60}
              value={search}
              onChange={({ target }) => setSearch(target.value)}
            />
          }
        >
          {examples.isError && <ErrorNotice error={examples.error} onRetry={() => void examples.refetch()} />}
          {examples.data !== undefined &&
            (examples.data.length === 0 ? (
              <p className={panel.quiet}>{t('preview.nobodyFound')}</p>
            ) : (
              <ExampleList examples={examples.data} />
            ))}
        </Section>
      </div>
      {opened !== null && <AffectedDialog rule={rule} {...opened} onClose={() => setOpened(null)} />}
    </Spin>
  )
}
