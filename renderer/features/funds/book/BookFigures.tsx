import { useTranslation } from 'react-i18next'
import type { Fen } from '../../../../shared/model/money'
import { Money } from '../../../components/Money'
import panel from '../../../components/panel.module.css'

interface BookFiguresProps {
  readonly summary: {
    readonly carried: Fen
    readonly opening: Fen
    readonly income: Fen
    readonly spending: Fen
    readonly balance: Fen
  }
}

/** How an account stands in a year. */
export function BookFigures({ summary }: BookFiguresProps) {
  const { t } = useTranslation('funds')
  const names = ['carried', 'income', 'spending', 'balance'] as const
  const shown = summary.opening === 0 ? names : (['opening', ...names.filter((name) => name !== 'carried')] as const)
  return (
    <dl className={panel.figures}>
      {shown.map((name) => (
        <div key={name}>
          <dt>{t(`figure.${name}`)}</dt>
          <dd>
            <strong>
              <Money fen={summary[name]} />
            </strong>
          </dd>
        </div>
      ))}
    </dl>
  )
}
