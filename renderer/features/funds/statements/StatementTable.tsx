import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Statement, StatementAccount, StatementRow } from '../../../../shared/contract/funds/statements'
import { monthSchema } from '../../../../shared/model/date'
import { fenSchema, type Fen } from '../../../../shared/model/money'
import { addMonths } from '../../../../shared/rules/date'
import { Money } from '../../../components/Money'
import { useCodeLabel } from '../../../i18n/use-code-label'
import styles from '../funds.module.css'
import { FigureEntries, type Figure } from './FigureEntries'

interface StatementTableProps {
  readonly statement: Statement
  readonly account: StatementAccount
  /** On paper figures open nothing. */
  readonly isPaper?: boolean
}

type Sums = Pick<StatementRow, 'amount' | 'soFar' | 'lastYear' | 'budget'>
type Column = 'amount' | 'soFar' | 'lastYear'

/** The statement of an account: brought forward, income, spending and balance, against the budget and a year before. */
export function StatementTable({ statement, account, isPaper = false }: StatementTableProps) {
  const { t } = useTranslation(['statements', 'funds'])
  const codeLabel = useCodeLabel()
  const [opened, setOpened] = useState<Figure | null>(null)

  function monthsOf(column: Column): Pick<Figure, 'from' | 'until'> {
    const { from, until } = statement
    if (column === 'lastYear') return { from: addMonths(from, -12), until: addMonths(until, -12) }
    return column === 'soFar' ? { from: monthSchema.parse(`${until.slice(0, 4)}-01`), until } : { from, until }
  }

  function figure(column: Column, fen: Fen, what: Omit<Figure, 'from' | 'until' | 'account'>) {
    if (isPaper || fen === 0) return <Money fen={fen} />
    return (
      <Button
        type="link"
        size="small"
        onClick={() => setOpened({ ...what, ...monthsOf(column), account: account.account })}
      >
        <Money fen={fen} />
      </Button>
    )
  }

  function cells(sums: Sums, what: Omit<Figure, 'from' | 'until' | 'account'>) {
    const { amount, soFar, budget, lastYear } = sums
    return (
      <>
        <td className={styles.amount}>{figure('amount', amount, what)}</td>
        <td className={styles.amount}>{figure('soFar', soFar, what)}</td>
        <td className={styles.amount}>{budget !== null && <Money fen={budget} />}</td>
        <td className={styles.amount}>
          {budget !== null && (
            <span className={what.direction === 'spending' && soFar > budget ? styles.wrong : undefined}>
              <Money fen={fenSchema.parse(budget - soFar)} />
            </span>
          )}
        </td>
        <td className={styles.amount}>{figure('lastYear', lastYear, what)}</td>
      </>
    )
  }

  function part(direction: StatementRow['direction']) {
    const title = t(direction)
    return (
      <>
        {account.rows
          .filter((row) => row.direction === direction)
          .map((row) => {
            const { category, subcategory } = row
            const name = codeLabel(subcategory ?? category)
            return (
              <tr key={`${category} ${subcategory ?? ''}`}>
                <th scope="row" className={subcategory === null ? undefined : styles.item}>
                  {name}
                </th>
                {cells(row, { title: name, direction, category, subcategory })}
              </tr>
            )
          })}
        <tr className={styles.total}>
          <th scope="row">{title}</th>
          {cells(account[direction], { title, direction, category: null, subcategory: null })}
        </tr>
      </>
    )
  }

  return (
    <>
      <table className={isPaper ? undefined : styles.statement}>
        <thead>
          <tr>
            {(['item', 'amount', 'soFar', 'budget', 'left', 'lastYear'] as const).map((name) => (
              <th key={name} scope="col">
                {t(`column.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr className={styles.total}>
            <th scope="row">{t('carried')}</th>
            <td className={styles.amount}>
              <Money fen={account.carried} />
            </td>
            <td colSpan={4} />
          </tr>
          {part('income')}
          {part('spending')}
          <tr className={styles.total}>
            <th scope="row">{t('balance')}</th>
            <td className={styles.amount}>
              <Money fen={account.balance} />
            </td>
            <td colSpan={4} />
          </tr>
        </tbody>
      </table>
      {opened !== null && <FigureEntries figure={opened} onClose={() => setOpened(null)} />}
    </>
  )
}
