import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { SheetReading } from '../../../../shared/contract/roster'
import type { RosterSheet } from '../../../../shared/model/roster'
import { client } from '../../../client'
import { useDates } from '../../../components/use-dates'
import { useProgress } from '../../../components/use-progress'

export interface AskedSheets {
  readonly file: File
  readonly reason: 'noAmounts' | 'severalMonths' | 'wanted'
  readonly sheets: readonly RosterSheet[]
}

/** Reads deduction lists and leads to them; `asked` is a file of which a person has to say how it is read. */
export function useReadList() {
  const { t } = useTranslation('payroll')
  const dates = useDates()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const { notification } = App.useApp()
  const { run, progress, error, clearError } = useProgress()
  const [asked, setAsked] = useState<AskedSheets | null>(null)

  async function read(file: File, sheets: SheetReading[] | null, choose: boolean) {
    const found = await run((options) => client.dues.payroll.read({ file, sheets, choose }, options))
    if (found === undefined) return
    if (found.kind === 'choose') {
      setAsked({ file, reason: found.reason, sheets: found.sheets })
      return
    }
    setAsked(null)
    await queryClient.invalidateQueries()
    if (found.isKnown) {
      const { postedAt } = await client.dues.payroll.get({ id: found.id })
      notification.info({
        title: postedAt === null ? t('known') : t('knownPosted', { day: dates.moment(postedAt) }),
      })
    }
    await navigate(`/dues/payroll/${found.id}`)
  }

  return {
    read: (file: File) => void read(file, null, false),
    /** Reads a file as a person wants, who chooses its sheets and columns first. */
    choose: (file: File) => void read(file, null, true),
    /** Answers how the file asked about is read. */
    answer: (sheets: SheetReading[]) => asked !== null && void read(asked.file, sheets, false),
    /** Tells the columns anew, by other header rows. */
    again: (sheets: SheetReading[]) => asked !== null && void read(asked.file, sheets, true),
    forget: () => setAsked(null),
    asked,
    progress,
    error,
    clearError,
  }
}
