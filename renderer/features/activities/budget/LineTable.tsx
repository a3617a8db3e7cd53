import { useTranslation } from 'react-i18next'
import type { SettledLine } from '../../../../shared/contract/activities/settlement'
import { totalOf } from '../../../../shared/rules/activities/budget'
import { fenSchema } from '../../../../shared/model/money'
import { Money } from '../../../components/Money'
import { yuanFigures } from '../../../components/yuan'

interface LineTableProps {
  readonly lines: readonly SettledLine[]
  /** Whether what it really cost is shown as well. */
  readonly withActual: boolean
  readonly className: string | undefined
  /** Amounts without their sign, as on paper. */
  readonly isPaper?: boolean
}

/** What an activity was to cost and did cost, item by item, with the sums. */
export function LineTable({ lines, withActual, className, isPaper = false }: LineTableProps) {
  const { t } = useTranslation('plan')
  const zero = fenSchema.parse(0)
  const planned = totalOf(lines.map((line) => ({ amount: line.planned })))
  const actual = totalOf(lines.map((line) => ({ amount: line.actual ?? zero })))
  const money = (fen: typeof zero) => (isPaper ? yuanFigures(fen) : <Money fen={fen} />)
  const amounts = { textAlign: 'end' } as const
  return (
    <table className={className} aria-label={t(withActual ? 'settlement.title' : 'budget.title')}>
      <thead>
        <tr>
          <th scope="col">{t('line.item')}</th>
          <th scope="col">{t('line.source')}</th>
          <th scope="col" style={amounts}>
            {t('line.planned')}
          </th>
          {withActual && (
            <th scope="col" style={amounts}>
              {t('line.actual')}
            </th>
          )}
          {withActual && <th scope="col">{t('line.invoice')}</th>}
          <th scope="col">{t('line.note')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, place) => (
          <tr key={place}>
            <td>{t(`item.${line.item}`)}</td>
            <td>{t(`source.${line.source}`)}</td>
            <td style={amounts}>{money(line.planned)}</td>
            {withActual && <td style={amounts}>{line.actual !== null && money(line.actual)}</td>}
            {withActual && <td>{line.invoice}</td>}
            <td>{line.note}</td>
          </tr>
        ))}
        <tr>
          <th scope="row" colSpan={2}>
            {t('line.total')}
          </th>
          <td style={amounts}>
            <strong>{money(planned)}</strong>
          </td>
          {withActual && (
            <td style={amounts}>
              <strong>{money(actual)}</strong>
            </td>
          )}
          {withActual && <td />}
          <td />
        </tr>
      </tbody>
    </table>
  )
}
