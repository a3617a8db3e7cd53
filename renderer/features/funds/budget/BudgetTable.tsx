import { Progress, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { BudgetRow } from '../../../../shared/contract/funds/budget'
import type { FundAccount } from '../../../../shared/model/fund'
import { fenSchema, type Fen } from '../../../../shared/model/money'
import { budgetKey, budgetTotals, usedPercent, type BudgetCategory } from '../../../../shared/rules/funds/budget'
import { Money } from '../../../components/Money'
import panel from '../../../components/panel.module.css'
import { Section } from '../../../components/Section'
import { useCodeLabel } from '../../../i18n/use-code-label'
import styles from '../funds.module.css'
import { bookPath } from './book-path'

interface BudgetTableProps {
  readonly account: FundAccount
  readonly year: string
  readonly direction: BudgetRow['direction']
  readonly categories: readonly BudgetCategory[]
}

interface ShownRow extends BudgetRow {
  readonly planned: Fen | null
  readonly children?: readonly ShownRow[]
}

/** Planned, booked and what is left of each category and item; what was booked opens its entries. */
export function BudgetTable({ account, year, direction, categories }: BudgetTableProps) {
  const { t } = useTranslation('funds')
  const codeLabel = useCodeLabel()
  const rows = categories.map(({ whole, planned, items }): ShownRow => ({
    ...whole,
    planned,
    ...(items.length === 0 ? {} : { children: items.map((item) => ({ ...item, planned: item.amount })) }),
  }))
  const totals = budgetTotals(categories)

  return (
    <Section title={t(`direction.${direction}`)}>
      <Table<ShownRow>
        size="small"
        pagination={false}
        dataSource={rows}
        rowKey={budgetKey}
        expandable={{ defaultExpandAllRows: true }}
        columns={[
          {
            title: t('book.category'),
            render: (_, { category, subcategory, note }) => (
              <>
                {codeLabel(subcategory ?? category)}
                {note !== null && <span className={panel.quiet}>　{note}</span>}
              </>
            ),
          },
          {
            title: t('budget.planned'),
            width: 140,
            align: 'end',
            render: (_, { planned }) =>
              planned === null ? (
                <span className={panel.quiet}>{t('budget.notPlanned')}</span>
              ) : (
                <Money fen={planned} />
              ),
          },
          {
            title: t('budget.actual'),
            width: 140,
            align: 'end',
            render: (_, row) => (
              <Link to={bookPath(account, year, row)}>
                <Money fen={row.actual} />
              </Link>
            ),
          },
          {
            title: t('budget.used'),
            width: 190,
            render: (_, { planned, actual }) => <Used planned={planned} actual={actual} />,
          },
          {
            title: t('budget.left'),
            width: 140,
            align: 'end',
            render: (_, { planned, actual }) => planned !== null && <Money fen={fenSchema.parse(planned - actual)} />,
          },
          {
            title: t('budget.lastYear'),
            width: 140,
            align: 'end',
            render: (_, row) => (
              <Link to={bookPath(account, String(Number(year) - 1), row)}>
                <Money fen={row.lastYear} />
              </Link>
            ),
          },
        ]}
        summary={() => (
          <Table.Summary.Row className={styles.total ?? ''}>
            <Table.Summary.Cell index={0}>{t('budget.total')}</Table.Summary.Cell>
            <Table.Summary.Cell index={1} align="right">
              <Money fen={totals.planned} />
            </Table.Summary.Cell>
            <Table.Summary.Cell index={2} align="right">
              <Money fen={totals.actual} />
            </Table.Summary.Cell>
            <Table.Summary.Cell index={3}>
              <Used planned={totals.planned} actual={totals.actual} />
            </Table.Summary.Cell>
            <Table.Summary.Cell index={4} align="right">
              <Money fen={fenSchema.parse(totals.planned - totals.actual)} />
            </Table.Summary.Cell>
            <Table.Summary.Cell index={5} align="right">
              <Money fen={totals.lastYear} />
            </Table.Summary.Cell>
          </Table.Summary.Row>
        )}
      />
    </Section>
  )
}

function Used({ planned, actual }: { readonly planned: Fen | null; readonly actual: Fen }) {
  const { t } = useTranslation('funds')
  const percent = usedPercent(planned, actual)
  if (percent === null) return null
  return (
    <Progress
      size="small"
      aria-label={t('budget.used')}
      percent={percent}
      status={percent > 100 ? 'exception' : 'normal'}
      format={() => t('budget.percent', { percent })}
    />
  )
}
