import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arrearsRuleInputSchema, type ArrearsStep, type ArrearsTerms } from '../../shared/model/arrears'
import { arrearsRuleIdSchema, arrearsStepIdSchema, memberIdSchema, newId } from '../../shared/model/id'
import { fenSchema } from '../../shared/model/money'
import { momentSchema, partialDateSchema, type Day } from '../../shared/model/date'
import { addDays, addMonths } from '../../shared/rules/date'
import { allocate } from '../../shared/rules/dues/allocation'
import {
  arrearsTermsOf,
  bandOf,
  charterTerms,
  courseOf,
  isStricterThanCharter,
  unpaidRow,
} from '../../shared/rules/dues/arrears-course'
import { keptTimes, standingOf, type ExemptTime } from '../../shared/rules/dues/standing'
import { charge, day, month, payment, waiver } from '../fixtures/dues-ledger'

const january = month('2026-01')
const memberId = newId(memberIdSchema)
type Lines = Parameters<typeof standingOf>[0]['lines'] & Parameters<typeof allocate>[0]

function standing(lines: Lines, today: string, exempt: readonly ExemptTime[] = [], disputed: readonly string[] = []) {
  return standingOf({
    allocation: allocate(lines),
    lines,
    exempt,
    disputed: new Set(disputed.map(month)),
    heldLists: new Set(),
    today: day(today),
  })
}

function step(kind: ArrearsStep['kind'], on: string, fields: Partial<ArrearsStep> = {}): ArrearsStep {
  return {
    id: newId(arrearsStepIdSchema),
    memberId,
    kind,
    on: day(on),
    since: january,
    months: 1,
    owed: fenSchema.parse(1200),
    enteredUntil: day(on),
    by: null,
    reason: null,
    decision: null,
    document: null,
    recordedAt: momentSchema.parse(`${on}T08:00:00.000Z`),
    ...fields,
  }
}

const open = (count: number) => Array.from({ length: count }, (_, place) => charge(addMonths(january, place), 1200))
const restarts: ArrearsTerms = charterTerms
const continues: ArrearsTerms = { ...charterTerms, partialPayment: 'continues' }
/** The day on which so many months from January on are over. */
const after = (months: number) => `${addMonths(january, months)}-01`

describe('the row of months without payment', () => {
  it('counts months once they are over', () => {
    expect(unpaidRow(standing(open(3), '2026-03-31'), restarts, day('2026-03-31'))).toEqual(['2026-01', '2026-02'])
    expect(unpaidRow(standing(open(3), '2026-04-01'), restarts, day('2026-04-01'))).toHaveLength(3)
  })

  it('passes over exempt, disputed and waived months, which do not break it either', () => {
    const exempt = [{ from: month('2026-02'), until: month('2026-02'), reason: '病假' }]
    const lines = [...open(6), waiver('2026-05', 1200)]
    const today = '2026-07-01'
    expect(unpaidRow(standing(lines, today, exempt, ['2026-03']), restarts, day(today))).toEqual([
      '2026-01',
      '2026-04',
      '2026-06',
    ])
  })

  it('ends at a paid month, the longest one counting', () => {
    const lines = [...open(6), payment('2026-07-01', 1200, { '2026-04': 1200 })]
    expect(unpaidRow(standing(lines, '2026-07-02'), continues, day('2026-07-02'))).toEqual([
      '2026-01',
      '2026-02',
      '2026-03',
    ])
  })

  it('goes on or starts anew at a payment of a part, as the rule has it', () => {
    const lines = [...open(5), payment('2026-06-05', 1800)]
    const row = (terms: ArrearsTerms) => unpaidRow(standing(lines, '2026-06-10'), terms, day('2026-06-10'))
    expect(row(continues)).toEqual(['2026-02', '2026-03', '2026-04', '2026-05'])
    expect(row(restarts)).toEqual([])
    const later = [...lines, charge('2026-06', 1200), charge('2026-07', 1200)]
    expect(unpaidRow(standing(later, '2026-08-01'), restarts, day('2026-08-01'))).toEqual(['2026-06', '2026-07'])
  })

  const life = fc.record({
    charged: fc.array(fc.constantFrom(0, 1200, 1850), { maxLength: 14 }),
    payments: fc.array(fc.record({ place: fc.nat(13), amount: fc.integer({ min: 1, max: 5000 }) }), { maxLength: 5 }),
    terms: fc.constantFrom(restarts, continues),
    marked: fc.nat(13),
    today: fc.integer({ min: 0, max: 450 }),
  })
  const linesOf = ({ charged, payments }: { charged: number[]; payments: { place: number; amount: number }[] }) => [
    ...charged.flatMap((amount, place) => (amount === 0 ? [] : [charge(addMonths(january, place), amount)])),
    ...payments.map(({ place, amount }) => payment(`${addMonths(january, place)}-10`, amount)),
  ]
  const dayAfter = (days: number): Day => addDays(day('2026-01-01'), days)

  it('is never longer than what is owed, and never grows by an exemption, a dispute or a payment', () => {
    fc.assert(
      fc.property(life, ({ terms, marked, today, ...rest }) => {
        const lines = linesOf(rest)
        const on = dayAfter(today)
        const row = (exempt: readonly ExemptTime[], disputed: readonly string[] = []) =>
          unpaidRow(standing(lines, on, exempt, disputed), terms, on).length
        const plain = standing(lines, on)
        const before = unpaidRow(plain, terms, on).length
        expect(before).toBeLessThanOrEqual(plain.owedMonths)
        const time = addMonths(january, marked)
        expect(row([{ from: time, until: time, reason: '病假' }])).toBeLessThanOrEqual(before)
        expect(row([], [time])).toBeLessThanOrEqual(before)
        const paid = [...lines, payment(on, 1200)]
        expect(unpaidRow(standing(paid, on), terms, on).length).toBeLessThanOrEqual(before)
      }),
    )
  })

  it('sorts all that is open, and nothing twice', () => {
    fc.assert(
      fc.property(life, ({ marked, today, ...rest }) => {
        const lines = linesOf(rest)
        const exempt = [{ from: addMonths(january, marked), until: null, reason: null }]
        const { owed, notDue, disputed, exempt: apart } = standing(lines, dayAfter(today), exempt, ['2026-03'])
        expect(owed + notDue + disputed + apart).toBe(allocate(lines).owed)
      }),
    )
  })
})

describe('the course', () => {
  const course = (months: number, steps: readonly ArrearsStep[] = [], on = after(months)) =>
    courseOf({ standing: standing(open(months), on), exempt: [], steps, terms: restarts, today: day(on) })

  it('goes from the reminder over notice and talk to the list and the decision', () => {
    expect(course(2).due).toBeNull()
    expect(course(3).due).toBe('reminder')
    const reminder = step('reminder', '2026-04-02')
    expect(course(3, [reminder]).due).toBeNull()
    expect(course(5, [reminder]).due).toBe('notice')
    const notice = step('notice', '2026-06-02')
    expect(course(5, [reminder, notice]).due).toBe('talk')
    const talk = step('talk', '2026-06-12', { reason: '忘了' })
    expect(course(5, [reminder, notice, talk]).due).toBeNull()
    expect(course(6, [reminder, notice, talk]).due).toBe('committeeList')
    const list = step('committeeList', '2026-07-02')
    expect(course(6, [reminder, notice, talk, list]).due).toBe('decision')
  })

  it('asks for notice and talk before the list, however long it has been', () => {
    expect(course(9).due).toBe('notice')
    expect(course(9, [step('notice', '2026-10-02')]).due).toBe('talk')
  })

  it('waits for a person to carry out what was decided', () => {
    const decided = (decision: ArrearsStep['decision']) => [
      step('notice', '2026-06-02'),
      step('talk', '2026-06-12'),
      step('committeeList', '2026-07-02'),
      step('decision', '2026-07-10', { decision, document: '委员会会议纪要' }),
    ]
    expect(course(6, decided('leave')).due).toBe('withdrawal')
    expect(course(6, decided('exempt')).due).toBe('exemption')
    expect(course(7, decided('goOn'))).toMatchObject({ due: null, counted: 0, taken: [] })
    expect(course(10, decided('settle')).due).toBe('reminder')
    const exempt = [{ from: month('2026-08'), until: null, reason: '困难' }]
    const lines = open(6)
    expect(
      courseOf({
        standing: standing(lines, '2026-09-01', exempt),
        exempt,
        steps: decided('exempt'),
        terms: restarts,
        today: day('2026-09-01'),
      }).due,
    ).toBeNull()
  })

  it('begins anew when what was reminded of is paid', () => {
    const lines = [...open(6), payment('2026-04-20', 3600)]
    const today = day('2026-07-01')
    const steps = [step('reminder', '2026-04-02')]
    expect(courseOf({ standing: standing(lines, today), exempt: [], steps, terms: restarts, today }).due).toBe(
      'reminder',
    )
  })

  it('comes to an end in at most five steps, each due once, and never lists whom nobody talked to', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12 }), fc.constantFrom(restarts, continues), (months, terms) => {
        const today = day(after(months))
        const steps: ArrearsStep[] = []
        for (;;) {
          const { due } = courseOf({ standing: standing(open(months), today), exempt: [], steps, terms, today })
          if (due === null || due === 'withdrawal' || due === 'exemption') break
          expect(steps.map(({ kind }) => kind)).not.toContain(due)
          if (due === 'committeeList') expect(steps.map(({ kind }) => kind)).toContain('talk')
          steps.push(step(due, today, { decision: due === 'decision' ? 'goOn' : null }))
        }
        expect(steps.length).toBe(months < 3 ? 0 : months < 5 ? 1 : months < 6 ? 2 : 4)
      }),
    )
  })
})

describe('rules', () => {
  const rule = arrearsRuleInputSchema.parse({ ...continues, listMonths: 5, validFrom: '2026-03', decision: null })

  it('hold from their month on, the charter before the first', () => {
    const [first, second] = [newId(arrearsRuleIdSchema), newId(arrearsRuleIdSchema)]
    const rules = [
      { ...rule, id: second, listMonths: 8 },
      { ...rule, id: first },
    ]
    expect(arrearsTermsOf(rules, month('2026-02'))).toEqual(charterTerms)
    expect(arrearsTermsOf(rules, month('2026-03'))).toMatchObject({ listMonths: 8 })
  })

  it('are refused where a later step would come first', () => {
    expect(arrearsRuleInputSchema.safeParse({ ...rule, noticeMonths: 2 }).success).toBe(false)
    expect(arrearsRuleInputSchema.safeParse({ ...rule, listMonths: 4 }).success).toBe(false)
  })

  it('are told apart from the charter where they are stricter', () => {
    expect(isStricterThanCharter(charterTerms)).toBe(false)
    expect(isStricterThanCharter({ ...charterTerms, listMonths: 8 })).toBe(false)
    expect(isStricterThanCharter(rule)).toBe(true)
  })

  it('name the bands by the step they call for', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 9].map((months) => bandOf(months, charterTerms))).toEqual([
      'fresh',
      'short',
      'short',
      'reminder',
      'reminder',
      'notice',
      'committeeList',
      'committeeList',
    ])
  })
})

describe('times of kept membership', () => {
  const event = (type: 'admission' | 'keeping' | 'restoration', date: string | null) => ({
    type,
    date: date === null ? null : partialDateSchema.parse(date),
  })

  it('follow from the standing at the end of each month', () => {
    expect(keptTimes([event('admission', '2020-03-01')])).toEqual([])
    expect(
      keptTimes([event('admission', '2020-03-01'), event('keeping', '2026-04-15'), event('restoration', '2026-08-01')]),
    ).toEqual([{ from: '2026-04', until: '2026-07', reason: null }])
    expect(keptTimes([event('admission', null), event('keeping', '2026-04-15')])).toEqual([
      { from: '2026-04', until: null, reason: null },
    ])
  })
})
