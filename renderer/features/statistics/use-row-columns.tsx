import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { FigureRow } from '../../../shared/contract/statistics'
import type { IndicatorKey } from '../../../shared/model/statistics'
import { indicators } from '../../../shared/rules/statistics/indicators'
import type { GridColumn } from '../../components/data-grid'
import { Money } from '../../components/Money'
import { useCodeLabel } from '../../i18n/use-code-label'
import { useStatisticsWords } from './use-statistics-words'

/** Where a row behind a figure leads to; null where it stands for itself. */
export function pathOfRow(key: IndicatorKey | null, { id, memberId }: FigureRow): string | null {
  const ofMember = memberId === null ? null : `/members/${memberId}`
  if (key === null) return ofMember
  const { source } = indicators[key]
  if (source === 'activities') return `/activities/${id}`
  if (source === 'units') return `/organisation?unit=${id}`
  if (source === 'committees') return `/officers/committees/${id}`
  if (source === 'requests' || source === 'closedRequests') return `/care/requests/${id}`
  if (source === 'gifts') return `/care/gifts/${id}`
  if (source === 'articles') return ofMember ?? '/officers?tab=articles'
  if (source !== 'income' && source !== 'spending' && source !== 'balance') return ofMember
  if (id.startsWith('dues ')) return `/funds/dues/${id.slice('dues '.length)}`
  return id.startsWith('carried ') ? null : `/funds/entries/${id}`
}

/** The columns of the rows behind a figure; those that say nothing of it are left out. */
export function useRowColumns(key: IndicatorKey | null): GridColumn<FigureRow>[] {
  const { t } = useTranslation('statistics')
  const { words, part } = useStatisticsWords()
  const codeLabel = useCodeLabel()
  const [, name, sex, department, day, kind, what, amount] = words.listHeadings
  const indicator = key === null ? null : indicators[key]
  const isOfPeople = indicator === null || indicator.unit === 'people' || indicator.unit === 'times'
  const isMoney = indicator?.unit === 'money'
  return [
    {
      key: 'what',
      title: isOfPeople ? name : what,
      width: 180,
      render: (row) => {
        const text = row.name ?? row.what ?? (row.id.startsWith('carried ') ? t('carried') : t('noName'))
        const path = pathOfRow(key, row)
        return path === null ? (
          text
        ) : (
          <Link tabIndex={-1} to={path}>
            {text}
          </Link>
        )
      },
    },
    ...(isOfPeople
      ? [
          {
            key: 'sex',
            title: sex,
            width: 70,
            render: ({ gender }: FigureRow) => (gender === null ? null : codeLabel(gender)),
          },
        ]
      : []),
    { key: 'department', title: department, width: 150, render: (row) => row.department },
    ...(indicator === null || indicator.source === 'people'
      ? []
      : [{ key: 'day', title: day, width: 120, render: ({ on }: FigureRow) => <span className="numeric">{on}</span> }]),
    ...(key !== null && indicator?.parts !== undefined
      ? [{ key: 'part', title: kind, width: 160, render: (row: FigureRow) => part(key, row.part) }]
      : []),
    ...(indicator !== null && isOfPeople && indicator.source !== 'people' && indicator.source !== 'events'
      ? [{ key: 'more', title: what, width: 180, render: (row: FigureRow) => (row.name === null ? null : row.what) }]
      : []),
    ...(isMoney
      ? [
          {
            key: 'amount',
            title: amount,
            width: 130,
            align: 'end' as const,
            render: (row: FigureRow) => row.amount !== null && <Money fen={row.amount} />,
          },
        ]
      : []),
  ]
}
