import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daySchema, type Day } from '../../shared/model/date'
import { requestEventSchema, requestStateSchema, requestUrgencySchema } from '../../shared/model/request'
import { requestTopic, topicWords } from '../../shared/codes/care/topics'
import { nextCover } from '../../shared/rules/care/cover'
import {
  afterStep,
  closingObstacle,
  leadsTo,
  mayStep,
  stateOf,
  stepsIn,
  type RequestStep,
} from '../../shared/rules/care/request'
import { deadlinesOn, proposedDueDay, weekEnd } from '../../shared/rules/care/request-deadline'
import { proposeTopic } from '../../shared/rules/care/request-topic'
import { addDays } from '../../shared/rules/date'

const day = (text: string) => daySchema.parse(text)
const steps = (...kinds: RequestStep[]) => kinds.map((kind) => ({ kind }))
const anyStep = fc.constantFrom(...requestEventSchema.shape.kind.options)

describe('the way of a request', () => {
  it('leads from every state on, and back to the beginning of nothing', () => {
    for (const state of requestStateSchema.options) expect(stepsIn(state).length).toBeGreaterThan(0)
    expect(stepsIn('closed')).toEqual(['reopened'])
    expect(requestStateSchema.options.filter((state) => mayStep(state, 'closed'))).toEqual(['replied'])
    expect(requestStateSchema.options.filter((state) => mayStep(state, 'calledBack'))).toEqual(['replied'])
    expect(requestStateSchema.options.filter((state) => mayStep(state, 'accepted'))).toEqual(['waiting'])
  })

  it('is told by its events, whatever steps are tried in whatever order', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 40 }), (tried) => {
        const taken: { kind: RequestStep }[] = []
        for (const kind of tried) {
          const state = stateOf(taken)
          if (!mayStep(state, kind)) continue
          taken.push({ kind })
          expect(stateOf(taken)).toBe(afterStep(state, kind))
        }
        // Closed means answered: between the last taking up and the closing there is a reply.
        if (stateOf(taken) === 'closed') expect(closingObstacle(taken, 'nobody to call')).toBeNull()
        if (taken.length > 0 && stateOf(taken) === 'waiting')
          expect(taken.every(({ kind }) => kind === 'urged')).toBe(true)
      }),
      { seed: 5, numRuns: 2000 },
    )
  })

  it('can be taken back step by step, and is then what it was', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 30 }), fc.nat(30), (tried, back) => {
        const states = ['waiting']
        const taken: { kind: RequestStep }[] = []
        for (const kind of tried) {
          if (!mayStep(stateOf(taken), kind)) continue
          taken.push({ kind })
          states.push(stateOf(taken))
        }
        const left = Math.max(0, taken.length - back)
        expect(stateOf(taken.slice(0, left))).toBe(states[left])
      }),
      { seed: 6 },
    )
  })

  it('closes after a reply and a call-back, or the reason why there is none', () => {
    expect(closingObstacle(steps('accepted', 'progress'), null)).toBe('noReply')
    expect(closingObstacle(steps('accepted', 'replied'), null)).toBe('noCallBack')
    expect(closingObstacle(steps('accepted', 'replied'), '匿名')).toBeNull()
    expect(closingObstacle(steps('accepted', 'replied', 'calledBack'), null)).toBeNull()
    expect(closingObstacle(steps('accepted', 'replied', 'calledBack', 'replied'), null)).toBe('noCallBack')
    expect(closingObstacle(steps('replied', 'calledBack', 'closed', 'reopened'), '匿名')).toBe('noReply')
    expect(closingObstacle(steps('replied', 'calledBack', 'closed', 'reopened', 'replied'), null)).toBe('noCallBack')
  })

  it('has a place for every step', () => {
    const reachable = new Set(requestStateSchema.options.flatMap((state) => stepsIn(state)))
    expect([...reachable].sort()).toEqual(Object.keys(leadsTo).sort())
  })
})

describe('deadlines', () => {
  it.each([
    ['ordinary', '2026-01-01', '2026-03-31'],
    ['ordinary', '2026-02-28', '2026-03-31'],
    ['ordinary', '2026-03-31', '2026-03-31'],
    ['ordinary', '2026-04-01', '2026-06-30'],
    ['ordinary', '2026-07-31', '2026-09-30'],
    ['ordinary', '2026-10-01', '2026-12-31'],
    ['ordinary', '2026-12-31', '2026-12-31'],
    ['ordinary', '2024-02-29', '2024-03-31'],
    ['urgent', '2026-01-31', '2026-01-31'],
    ['urgent', '2024-02-29', '2024-02-29'],
    ['atOnce', '2026-12-31', '2026-12-31'],
  ] as const)('of what is %s and came on %s end on %s', (urgency, received, due) => {
    expect(proposedDueDay(urgency, day(received))).toBe(due)
  })

  it('name no day for what is out of scope, nor before they were set', () => {
    expect(proposedDueDay('beyond', day('2026-05-05'))).toBeNull()
    expect(deadlinesOn(day('1999-12-31'))).toBeNull()
    expect(proposedDueDay('urgent', day('1999-12-31'))).toBeNull()
  })

  it('never lie before the day on which something came', () => {
    fc.assert(
      fc.property(fc.constantFrom(...requestUrgencySchema.options), fc.nat(20_000), (urgency, after) => {
        const received = addDays(day('2000-01-01'), after)
        const due = proposedDueDay(urgency, received)
        if (due === null) return
        expect(due >= received).toBe(true)
        expect(due <= addDays(received, 92)).toBe(true)
      }),
    )
  })

  it('count a week to its Sunday', () => {
    expect(weekEnd(day('2026-11-23'))).toBe('2026-11-29')
    expect(weekEnd(day('2026-11-28'))).toBe('2026-11-29')
    expect(weekEnd(day('2026-11-29'))).toBe('2026-11-29')
    expect(weekEnd(day('2026-12-30'))).toBe('2027-01-03')
  })
})

describe('the topic of a text', () => {
  it.each([
    ['食堂的饭菜太凉了，打饭排队二十分钟', '食堂'],
    ['上个月连续加班，没有安排调休', '加班'],
    ['会员卡上姓名错误，请更正', '会员资料更正'],
    ['住院以后互助保障的理赔还没有到账', '互助理赔'],
    ['夏天车间里太热，防护口罩也不够', '劳动保护'],
    ['想申请暑假托管，孩子没人带', '子女'],
    ['想问问劳动合同续签的事', '劳动合同'],
    ['与单位发生争议，想找律师咨询仲裁', '法律'],
  ])('%s is %s', (text, topic) => {
    expect(proposeTopic(text)?.topic).toBe(topic)
  })

  it('is not guessed without a word for it, and names the words', () => {
    expect(proposeTopic('')).toBeNull()
    expect(proposeTopic('请回复我')).toBeNull()
    expect(proposeTopic('医疗保险断缴了')).toEqual({ topic: '社保公积金', words: ['医疗保险', '断缴'] })
  })

  it('is told by each of its words alone', () => {
    for (const topic of requestTopic.values) {
      for (const word of topicWords[topic]) expect([word, proposeTopic(word)?.topic]).toEqual([word, topic])
    }
  })
})

describe('a cover that goes on', () => {
  const next = (from: string, until: string): [Day, Day] => {
    const { validFrom, validUntil } = nextCover({ validFrom: day(from), validUntil: day(until) })
    return [validFrom, validUntil]
  }
  it('is of the same years, or of as many days', () => {
    expect(next('2025-01-01', '2025-12-31')).toEqual(['2026-01-01', '2026-12-31'])
    expect(next('2023-03-01', '2024-02-29')).toEqual(['2024-03-01', '2025-02-28'])
    expect(next('2024-07-01', '2026-06-30')).toEqual(['2026-07-01', '2028-06-30'])
    expect(next('2026-01-01', '2026-03-31')).toEqual(['2026-04-01', '2026-06-29'])
    expect(next('2024-02-29', '2025-02-28')).toEqual(['2025-03-01', '2026-03-01'])
  })
})
