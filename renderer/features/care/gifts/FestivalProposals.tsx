import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Festival } from '../../../../shared/codes/care'
import type { BatchId } from '../../../../shared/model/id'
import { kindOfFestival, occasionOfFestival } from '../../../../shared/rules/care/occasions'
import { dayOf } from '../../../../shared/rules/date'
import { api } from '../../../client'
import { Loading } from '../../../components/Loading'
import { Section } from '../../../components/Section'
import { useDates } from '../../../components/use-dates'
import { YearSwitcher } from '../../dues/YearSwitcher'
import { ProposalTable } from './ProposalTable'

interface FestivalProposalsProps {
  readonly onDone: (batchId: BatchId, on: string) => void
}

/** The festivals of a year, and who was not given anything for one yet. */
export function FestivalProposals({ onDone }: FestivalProposalsProps) {
  const { t } = useTranslation('gifts')
  const dates = useDates()
  const [today] = useState(() => dayOf(new Date()))
  const [number, setYear] = useState(Number(today.slice(0, 4)))
  const [festival, setFestival] = useState<Festival | null>(null)
  const year = String(number)
  const festivals = useQuery(api.care.gifts.festivals.queryOptions({ input: { year } }))
  const rows = festivals.data?.rows ?? []
  const members = festivals.data?.members ?? 0
  return (
    <>
      <YearSwitcher
        year={number}
        onChange={(chosen) => {
          setYear(chosen)
          setFestival(null)
        }}
      />
      {festivals.data !== undefined && rows.length < 7 && (
        <Alert type="info" showIcon title={t('proposals.noTable', { year })} />
      )}
      <Table
        size="small"
        pagination={false}
        loading={festivals.isPending}
        rowKey="festival"
        dataSource={rows}
        columns={[
          { title: t('proposals.festival'), width: 160, render: (_, row) => t(`festival.${row.festival}`) },
          { title: t('on'), width: 260, render: (_, { on }) => dates.longDay(on) },
          {
            title: t('proposals.reached'),
            render: (_, { given }) => t('proposals.reachedOf', { given, members }),
          },
          {
            width: 140,
            render: (_, row) => (
              <Button
                size="small"
                type={row.festival === festival ? 'primary' : 'default'}
                aria-label={t('proposals.chooseFor', { festival: t(`festival.${row.festival}`) })}
                onClick={() => setFestival(row.festival)}
              >
                {t('proposals.choose')}
              </Button>
            ),
          },
        ]}
      />
      {festival !== null && (
        <FestivalMembers key={`${year} ${festival}`} year={year} festival={festival} onDone={onDone} />
      )}
    </>
  )
}

interface FestivalMembersProps extends FestivalProposalsProps {
  readonly year: string
  readonly festival: Festival
}

function FestivalMembers({ year, festival, onDone }: FestivalMembersProps) {
  const { t } = useTranslation('gifts')
  const members = useQuery(api.care.gifts.festival.queryOptions({ input: { year, festival } }))
  if (members.data === undefined) return <Loading />
  return (
    <Section title={t(`festival.${festival}`)}>
      <ProposalTable
        rows={members.data}
        kind={kindOfFestival(festival)}
        occasion={occasionOfFestival(year, festival)}
        columns={[]}
        onDone={onDone}
      />
    </Section>
  )
}
