import { Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChargeList, ChargePreview, PersonToCharge } from '../../../../shared/contract/dues/charges'
import type { ChargeSpan } from '../../../../shared/model/dues-charge'
import type { MemberId } from '../../../../shared/model/id'
import { fenSchema, type Fen } from '../../../../shared/model/money'
import { api } from '../../../client'
import { DataGrid, useRowPages, type GridColumn } from '../../../components/data-grid'
import { EmptyState } from '../../../components/EmptyState'
import { Money } from '../../../components/Money'
import panel from '../../../components/panel.module.css'
import { useWhoColumns } from '../../members/use-who-columns'
import { SpansDialog } from './SpansDialog'
import { useDueText } from './use-due-text'
import { usePeriodText } from './use-period-text'
import type { Ticked } from './use-ticked'

interface ChargeListsProps {
  readonly preview: ChargePreview
  /** The list that is shown, where somebody is in it. */
  readonly chosen: ChargeList
  readonly onChoose: (list: ChargeList) => void
  readonly back: Ticked
  readonly difference: Ticked
}

/** Everybody by what a charge run would do with them, and how each amount comes about. */
export function ChargeLists({ preview, chosen, onChoose, back, difference }: ChargeListsProps) {
  const { t } = useTranslation('charges')
  const { from, until, lists } = preview
  const [opened, setOpened] = useState<PersonToCharge | null>(null)
  const list = lists.some((one) => one.list === chosen) ? chosen : lists[0]?.list
  const columns = useColumns(list ?? 'charge')
  const pages = useRowPages<PersonToCharge>((page) =>
    api.dues.charges.people.queryOptions({ input: { from, until, list: list ?? 'charge', ...page } }),
  )
  if (list === undefined) return <EmptyState title={t('noMembers')} />
  const ticked = list === 'back' ? back : list === 'difference' ? difference : null
  return (
    <>
      <Segmented<ChargeList>
        className={panel.groups ?? ''}
        aria-label={t('lists')}
        value={list}
        onChange={onChoose}
        options={lists.map(({ list: value, members }) => ({
          value,
          label: t('listCount', { name: t(`list.${value}`), total: members }),
        }))}
      />
      <p className={panel.quiet}>{t(`listText.${list}`)}</p>
      <div className={panel.gridArea}>
        <DataGrid<PersonToCharge, MemberId>
          key={list}
          label={t(`list.${list}`)}
          columns={columns}
          pages={pages}
          rowId={({ memberId }) => memberId}
          rowName={({ name }) => name}
          onOpen={setOpened}
          {...(ticked === null ? {} : { selection: ticked.selection })}
          empty={<EmptyState title={t('nobody')} />}
        />
      </div>
      {opened !== null && <SpansDialog person={opened} onClose={() => setOpened(null)} />}
    </>
  )
}

function chargedBefore(spans: readonly ChargeSpan[]): Fen {
  return fenSchema.parse(spans.reduce((sum, { charged, months }) => sum + months * (charged ?? 0), 0))
}

function useColumns(list: ChargeList): GridColumn<PersonToCharge>[] {
  const { t } = useTranslation('charges')
  const dueText = useDueText()
  const periodText = usePeriodText()
  const withAmount = list === 'charge' || list === 'back' || list === 'difference' || list === 'unusual'
  const who = useWhoColumns<PersonToCharge>({ name: 100, department: 130 }, 'dues')
  return [
    who.name,
    who.department,
    {
      key: 'months',
      title: t('months'),
      width: 180,
      render: ({ spans }) => spans.map(periodText).join(t('listComma')),
    },
    ...(list === 'difference'
      ? [
          {
            key: 'charged',
            title: t('wasCharged'),
            width: 110,
            align: 'end' as const,
            render: ({ spans }: PersonToCharge) => <Money fen={chargedBefore(spans)} />,
          },
        ]
      : []),
    ...(withAmount
      ? [
          {
            key: 'amount',
            title: t(list === 'difference' ? 'amountChange' : 'amountDue'),
            width: 110,
            align: 'end' as const,
            render: ({ amount }: PersonToCharge) => <Money fen={amount} />,
          },
        ]
      : []),
    {
      key: 'how',
      title: t('how.title'),
      width: 380,
      render: ({ spans }) => {
        const text = [...new Set(spans.map(({ due }) => dueText(due)))].join(t('how.next'))
        return <span title={text}>{text}</span>
      },
    },
  ]
}
