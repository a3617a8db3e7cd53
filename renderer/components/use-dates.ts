import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import type { Day, Moment, Month } from '../../shared/model/date'

/** How days, months and moments are written in the language of the screen. */
export function useDates() {
  const {
    i18n: { language },
  } = useTranslation()
  const format = (date: Date, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, options).format(date)
  return {
    /** 2026年3月8日 星期日. */
    longDay: (day: Day) => format(new Date(`${day}T00:00:00`), { dateStyle: 'full' }),
    /** 2026年3月. */
    month: (month: Month) => format(new Date(`${month}-01T00:00:00`), { year: 'numeric', month: 'long' }),
    /** 2026年3月至5月. */
    months: (from: Month, until: Month) =>
      // In traditional Chinese a range of months would stand there as 2026/3至2026/5.
      new Intl.DateTimeFormat(language === 'zh-TW' ? 'zh-CN' : language, {
        year: 'numeric',
        month: 'long',
      }).formatRange(new Date(`${from}-01T00:00:00`), new Date(`${until}-01T00:00:00`)),
    /** 周日. */
    weekday: (day: Day) => format(new Date(`${day}T00:00:00`), { weekday: 'short' }),
    /** 3月. */
    shortMonth: (month: Month) => format(new Date(`${month}-01T00:00:00`), { month: 'short' }),
    /** 2026-03-08 09:05: by the clock of this PC, to the minute, the day written as days are everywhere else. */
    moment: (moment: Moment) => dayjs(moment).format('YYYY-MM-DD HH:mm'),
  }
}
