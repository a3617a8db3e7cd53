import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { GiftLine } from '../../../../shared/contract/care/gifts'
import type { GridColumn } from '../../../components/data-grid'
import { Money } from '../../../components/Money'
import { useWhoColumns } from '../../members/use-who-columns'
import { useGiftTexts } from './use-gift-texts'

/** The columns of the register. */
export function useGiftColumns(): readonly GridColumn<GiftLine>[] {
  const { t } = useTranslation(['gifts', 'funds'])
  const texts = useGiftTexts()
  const who = useWhoColumns<GiftLine>({ name: 90, department: 110 })
  return [
    { key: 'on', title: t('on'), width: 105, render: ({ on }) => on },
    who.name,
    who.department,
    { key: 'kind', title: t('kind'), width: 140, render: ({ kind }) => t(`funds:limitItem.${kind}`) },
    { key: 'what', title: t('what'), width: 170, render: (gift) => texts.what(gift) },
    { key: 'form', title: t('form'), width: 100, render: ({ form }) => t(`funds:form.${form}`) },
    {
      key: 'amount',
      title: t('amount'),
      width: 105,
      align: 'end',
      render: ({ amount, overLimitReason }) => (
        <span title={overLimitReason ?? undefined}>
          <Money fen={amount} />
        </span>
      ),
    },
    {
      key: 'signed',
      title: t('signed'),
      width: 105,
      render: ({ signedOn }) => signedOn ?? <Tag color="warning">{t('unsigned')}</Tag>,
    },
    {
      key: 'booked',
      title: t('booked'),
      width: 110,
      render: ({ voucherNumber, fundEntryId, paidBy }) => {
        if (voucherNumber !== null && fundEntryId !== null) {
          return (
            <Link tabIndex={-1} to={`/funds/entries/${fundEntryId}`}>
              {t('voucher', { number: voucherNumber })}
            </Link>
          )
        }
        return paidBy === null ? <Tag>{t('unbooked')}</Tag> : <span title={paidBy}>{paidBy}</span>
      },
    },
  ]
}
