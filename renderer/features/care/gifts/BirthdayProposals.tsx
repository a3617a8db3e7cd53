import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { Birthday } from '../../../../shared/contract/care/gifts'
import { monthSchema } from '../../../../shared/model/date'
import type { BatchId } from '../../../../shared/model/id'
import { occasionOfBirthdays } from '../../../../shared/rules/care/occasions'
import { dayOf, monthOf } from '../../../../shared/rules/date'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import { MonthSwitcher } from '../../dues/bases/MonthSwitcher'
import { ProposalTable } from './ProposalTable'
import { UnknownList } from './UnknownList'

/** Whose birthday lies in a month. */
export function BirthdayProposals({ onDone }: { readonly onDone: (batchId: BatchId, on: string) => void }) {
  const { t } = useTranslation('gifts')
  const [params, setParams] = useSearchParams()
  const month = monthSchema.catch(monthOf(dayOf(new Date()))).parse(params.get('month'))
  const birthdays = useQuery(api.care.gifts.birthdays.queryOptions({ input: { month } }))
  return (
    <>
      <MonthSwitcher
        month={month}
        onChange={(chosen) =>
          setParams((before) => ({ ...Object.fromEntries(before), month: chosen }), { replace: true })
        }
      />
      {birthdays.isPending && <Loading />}
      {birthdays.isError && <ErrorNotice error={birthdays.error} onRetry={() => void birthdays.refetch()} />}
      {birthdays.data !== undefined && (
        <>
          <ProposalTable<Birthday>
            key={month}
            rows={birthdays.data.rows}
            kind="birthday"
            occasion={occasionOfBirthdays(month)}
            columns={[
              { title: t('proposals.birthDate'), width: 140, dataIndex: 'birthDate' },
              { title: t('proposals.age'), width: 90, align: 'end', dataIndex: 'age' },
            ]}
            onDone={onDone}
          />
          <UnknownList
            title={t('proposals.noBirthMonth', { count: birthdays.data.unknown.length })}
            members={birthdays.data.unknown}
          />
        </>
      )}
    </>
  )
}
