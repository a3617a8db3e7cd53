import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { retirementRules } from '../../../../shared/codes/care'
import type { Retiring } from '../../../../shared/contract/care/gifts'
import type { BatchId } from '../../../../shared/model/id'
import { occasionOfRetirement } from '../../../../shared/rules/care/occasions'
import { dayOf } from '../../../../shared/rules/date'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import { useDates } from '../../../components/use-dates'
import { YearSwitcher } from '../../dues/YearSwitcher'
import { ProposalTable } from './ProposalTable'
import { UnknownList } from './UnknownList'

/** Who reaches the statutory age of retirement in a year; where it depends on a woman's post, that is asked. */
export function RetirementProposals({ onDone }: { readonly onDone: (batchId: BatchId, on: string) => void }) {
  const { t } = useTranslation('gifts')
  const dates = useDates()
  const [number, setYear] = useState(() => Number(dayOf(new Date()).slice(0, 4)))
  const year = String(number)
  const retirements = useQuery(api.care.gifts.retirements.queryOptions({ input: { year } }))
  return (
    <>
      <YearSwitcher year={number} onChange={setYear} />
      <Alert type="info" showIcon title={t('proposals.retirementText', { source: retirementRules.at(-1)?.source })} />
      {retirements.isPending && <Loading />}
      {retirements.isError && <ErrorNotice error={retirements.error} onRetry={() => void retirements.refetch()} />}
      {retirements.data !== undefined && (
        <>
          <ProposalTable<Retiring>
            key={year}
            rows={retirements.data.rows}
            kind="retirement"
            occasion={occasionOfRetirement(year)}
            isChosen={({ months }) => months.every(({ group }) => group === 'man')}
            columns={[
              { title: t('proposals.birthDate'), width: 130, dataIndex: 'birthDate' },
              {
                title: t('proposals.retires'),
                width: 320,
                render: (_, { months }) =>
                  months
                    .map(({ group, month }) => t(`proposals.retiresAs.${group}`, { month: dates.month(month) }))
                    .join(t('proposals.or')),
              },
            ]}
            onDone={onDone}
          />
          <UnknownList
            title={t('proposals.noBirthMonth', { count: retirements.data.unknown.length })}
            members={retirements.data.unknown}
          />
        </>
      )}
    </>
  )
}
