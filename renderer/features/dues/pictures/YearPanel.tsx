import { useQuery } from '@tanstack/react-query'
import { Button, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { YearMonth } from '../../../../shared/contract/dues/pictures'
import type { Month } from '../../../../shared/model/date'
import { fenSchema } from '../../../../shared/model/money'
import { api } from '../../../client'
import { BarPicture } from '../../../components/charts/BarPicture'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import { Money } from '../../../components/Money'
import panel from '../../../components/panel.module.css'
import { useDates } from '../../../components/use-dates'
import { YearSwitcher } from '../YearSwitcher'

interface YearPanelProps {
  /** The month whose year is shown first. */
  readonly month: Month
  readonly onCharged: (month: Month) => void
  readonly onCollected: (month: Month) => void
}

/** What a year's months charged and brought in, as a picture and in figures; both open what is behind. */
export function YearPanel({ month, onCharged, onCollected }: YearPanelProps) {
  const { t } = useTranslation('dues')
  const dates = useDates()
  const [year, setYear] = useState(Number(month.slice(0, 4)))
  const months = useQuery(api.dues.pictures.year.queryOptions({ input: { year: String(year) } }))
  if (months.isError) return <ErrorNotice error={months.error} onRetry={() => void months.refetch()} />
  const open = [onCharged, onCollected]
  return (
    <div className={panel.fill}>
      <YearSwitcher year={year} onChange={setYear} />
      {months.isPending ? (
        <Loading />
      ) : (
        <>
          <BarPicture
            title={t('year.picture', { year })}
            categories={months.data.map((row) => dates.shortMonth(row.month))}
            series={[
              { name: t('figure.charged'), tone: 'expected', amounts: months.data.map(({ charged }) => charged) },
              { name: t('year.collected'), tone: 'actual', amounts: months.data.map(({ collected }) => collected) },
            ]}
            onOpen={(index, series) => {
              const row = months.data[index]
              if (row !== undefined) open[series]?.(row.month)
            }}
          />
          <YearTable months={months.data} onCharged={onCharged} onCollected={onCollected} />
        </>
      )}
    </div>
  )
}

function YearTable({
  months,
  onCharged,
  onCollected,
}: { readonly months: readonly YearMonth[] } & Pick<YearPanelProps, 'onCharged' | 'onCollected'>) {
  const { t } = useTranslation('dues')
  const dates = useDates()
  const columns: TableColumnsType<YearMonth> = [
    { title: t('month.label'), render: (_, { month }) => dates.month(month) },
    {
      title: t('figure.charged'),
      align: 'end',
      render: (_, { month, charged }) => (
        <Button type="link" size="small" onClick={() => onCharged(month)}>
          <Money fen={charged} />
        </Button>
      ),
    },
    {
      title: t('year.collected'),
      align: 'end',
      render: (_, { month, collected }) => (
        <Button type="link" size="small" onClick={() => onCollected(month)}>
          <Money fen={collected} />
        </Button>
      ),
    },
  ]
  const sum = (amount: (row: YearMonth) => number) =>
    fenSchema.parse(months.reduce((total, row) => total + amount(row), 0))
  return (
    <Table
      rowKey="month"
      size="small"
      pagination={false}
      columns={columns}
      dataSource={[...months]}
      summary={() => (
        <Table.Summary.Row>
          <Table.Summary.Cell index={0}>{t('year.sum')}</Table.Summary.Cell>
          <Table.Summary.Cell index={1} align="end">
            <Money fen={sum(({ charged }) => charged)} />
          </Table.Summary.Cell>
          <Table.Summary.Cell index={2} align="end">
            <Money fen={sum(({ collected }) => collected)} />
          </Table.Summary.Cell>
        </Table.Summary.Row>
      )}
    />
  )
}
