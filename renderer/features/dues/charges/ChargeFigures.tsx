import { useTranslation } from 'react-i18next'
import type { ChargePreview } from '../../../../shared/contract/dues/charges'
import { fenSchema } from '../../../../shared/model/money'
import { Money } from '../../../components/Money'
import panel from '../../../components/panel.module.css'

/** What a period charged, still would charge, and brought in. */
export function ChargeFigures({ preview: { charged, received, lists } }: { readonly preview: ChargePreview }) {
  const { t } = useTranslation(['charges', 'common'])
  const toCharge = lists.find(({ list }) => list === 'charge')
  const figures = [
    { name: 'charged', amount: charged.amount, note: t('common:people', { count: charged.members }) },
    {
      name: 'toCharge',
      amount: toCharge?.amount ?? fenSchema.parse(0),
      note: t('common:people', { count: toCharge?.members ?? 0 }),
    },
    { name: 'received', amount: received.amount, note: t('payments', { count: received.payments }) },
  ] as const
  return (
    <dl className={panel.figures}>
      {figures.map(({ name, amount, note }) => (
        <div key={name}>
          <dt>{t(`figure.${name}`)}</dt>
          <dd>
            <strong>
              <Money fen={amount} />
            </strong>
            <span className={panel.quiet}>{note}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}
