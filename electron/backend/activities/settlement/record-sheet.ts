import type { BranchDatabase } from '../../../../db/branch-database'
import { stepQueries } from '../../../../db/queries/activities/approval'
import type { ActivitySummary } from '../../../../shared/contract/activities/plan'
import type { Fen } from '../../../../shared/model/money'
import { totalOf } from '../../../../shared/rules/activities/budget'
import { costPerHead } from '../../../../shared/rules/activities/per-head'
import { recordWords } from '../../../../shared/rules/activities/record-words'
import { timeRange } from '../../../../shared/rules/activities/time-range'
import type { SheetLanguage } from '../../../../shared/rules/roster/sheet-words'
import type { LedgerSheet } from '../../ledger-sheet'
import { actualHeads, settlementOf, spentOf } from './settlement'

const yuan = (fen: Fen) => (fen / 100).toFixed(2)

/** The record of an activity 活动登记表 as a sheet, and what its file is called. */
export function recordSheet(
  db: BranchDatabase,
  activity: ActivitySummary,
  language: SheetLanguage,
): { readonly name: string; readonly sheet: LedgerSheet } {
  const words = recordWords[language]
  const { title, signedUp, present, absent, perHead, overLimitReason, summary } = activity
  const { lines } = settlementOf(db, activity)
  const steps = stepQueries(db).ofActivity.all(activity.id)
  const fact = (name: string, value: string | number | null) =>
    value === null ? [] : [`${name}${words.colon}${value}`]
  const actual = costPerHead(totalOf(spentOf(lines)), actualHeads(activity))
  const [item, source, planned, spent, invoice, note] = words.headings
  const money = (heading: string) => ({ heading, width: 14, kind: 'money' as const, isSummed: true })
  return {
    name: `${words.title}-${title}`,
    sheet: {
      name: words.title,
      title: words.title,
      lines: [
        ...fact(words.name, title),
        ...fact(words.type, words.types[activity.type]),
        ...fact(words.time, timeRange(activity)),
        ...fact(words.place, activity.place),
        ...fact(words.organiser, activity.organiser ?? words.branch),
        ...fact(words.eligible, activity.eligible?.name ?? words.everybody),
        ...fact(words.quota, activity.quota),
        ...fact(words.lecturer, activity.lecturer),
        ...fact(words.provider, activity.provider),
        ...fact(words.hours, activity.hours),
        words.unit,
      ],
      columns: [
        { heading: item, width: 14, kind: 'text' },
        { heading: source, width: 14, kind: 'text' },
        money(planned),
        money(spent),
        { heading: invoice, width: 20, kind: 'text' },
        { heading: note, width: 26, kind: 'text' },
      ],
      groups: [
        {
          title: null,
          rows: lines.map((line) => [
            words.items[line.item],
            words.sources[line.source],
            line.planned,
            line.actual,
            line.invoice,
            line.note,
          ]),
        },
      ],
      rowCount: lines.length,
      total: words.total,
      notes: [
        words.people(signedUp + present + absent, present, absent),
        ...(actual === null ? [] : [words.perHead(yuan(actual), perHead === null ? null : yuan(perHead))]),
        ...fact(words.reason, overLimitReason),
        ...steps.map(({ kind, level, on, by, opinion }) =>
          [
            on,
            words.steps[kind],
            ...(kind === 'approved' || kind === 'sentBack' ? [words.levels[level]] : []),
            by,
            opinion,
          ]
            .filter((part) => part !== null && part !== '')
            .join(' '),
        ),
        ...fact(words.summary, summary),
        words.signatures,
      ],
    },
  }
}
