import type { CommitteeDetail, ElectionLetter } from '../../contract/officers/committees'
import type { Day } from '../../model/date'
import type { PaperCell, PaperParagraph, PaperSheet } from '../../model/paper'
import { committeeName, termName } from './names'

/** What a paper of an election is made of. */
export interface LetterSubject {
  readonly election: CommitteeDetail
  /** The committee that ends; null where it is the first one. */
  readonly predecessor: CommitteeDetail | null
  readonly unionName: string
  /** 上级工会; null where it is not recorded. */
  readonly parentUnion: string | null
  readonly members: number
  readonly delegates: number
  readonly today: Day
}

const plain = (text: string, changes: Partial<PaperParagraph> = {}): PaperParagraph => ({
  text,
  align: 'start',
  size: 'large',
  indent: true,
  above: 2,
  ...changes,
})

const cell = (text: string, kind: PaperCell['kind'] = 'value'): PaperCell => ({ text, kind, columns: 1, rows: 1 })

/** 2026年3月8日. */
const written = (day: Day) => `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

/** 2026年3月8日, or a line to write it on. */
const dayOrLine = (day: Day | null) => (day === null ? '____年__月__日' : written(day))

const countOrLine = (count: number | null | undefined) =>
  count === null || count === undefined ? '____' : String(count)

const stepOf = ({ steps }: CommitteeDetail, kind: CommitteeDetail['steps'][number]['kind']) =>
  steps.find((step) => step.kind === kind) ?? null

/** A paper to the union above about an election 换届; in Chinese, as such papers are. What is not recorded is a line. */
export function electionLetter(letter: ElectionLetter, subject: LetterSubject): PaperSheet {
  switch (letter) {
    case 'request':
      return requestLetter(subject)
    case 'result':
      return resultLetter(subject)
  }
}

/** 云溪机械厂工会委员会 of the branch itself, 一车间分会委员会 of a unit. */
function bodyOf({ election, unionName }: LetterSubject): string {
  return election.unitName === null ? unionName : `${unionName}${election.unitName}分会`
}

const addressed = ({ parentUnion }: LetterSubject) => plain(`${parentUnion ?? '________'}：`, { indent: false })

const signed = ({ unionName, today }: LetterSubject): PaperParagraph[] => [
  plain(unionName, { align: 'end', indent: false, above: 12 }),
  plain(written(today), { align: 'end', indent: false, above: 0 }),
]

function candidateTable({ election }: LetterSubject, withVotes: boolean): PaperSheet['table'] {
  const rows = withVotes ? election.candidates.filter(({ isElected }) => isElected) : election.candidates
  if (rows.length === 0) return null
  const headings = ['姓名', '性别', '所在部门', '职务', ...(withVotes ? ['得票'] : [])]
  return {
    widths: withVotes ? [30, 18, 50, 48, 24] : [34, 20, 58, 58],
    rows: [
      { height: 9, cells: headings.map((heading) => cell(heading, 'label')) },
      ...rows.map(({ name, gender, department, title, votes }) => ({
        height: 8,
        cells: [name, gender ?? '', department ?? '', title, ...(withVotes ? [countOrLine(votes)] : [])].map((text) =>
          cell(text),
        ),
      })),
    ],
  }
}

function requestLetter(subject: LetterSubject): PaperSheet {
  const { election, predecessor, members, delegates } = subject
  const body = bodyOf(subject)
  const name = `${termName(election.term)}${committeeName(election.kind)}`
  const before =
    predecessor === null
      ? `${body}现有会员${members}人，拟选举产生${name}。`
      : `${body}${termName(predecessor.term)}${committeeName(predecessor.kind)}于${dayOrLine(predecessor.electedOn)}` +
        `选举产生，任期${predecessor.years}年，${dayOrLine(predecessor.endsOn)}届满。现有会员${members}人，` +
        `根据《中国工会章程》，拟进行换届，选举产生${name}。`
  const congress =
    election.delegateQuota === null && delegates === 0
      ? '拟召开会员大会进行选举。'
      : `拟召开会员代表大会进行选举，会员代表${election.delegateQuota ?? delegates}名。`
  return {
    title: `关于${body}${predecessor === null ? '选举' : '换届选举'}的请示`,
    before: [
      addressed(subject),
      plain(before),
      plain(
        `${congress}时间拟定于${dayOrLine(stepOf(election, 'congress')?.on ?? null)}，新一届任期${election.years}年。`,
      ),
      ...(election.candidates.length === 0 ? [] : [plain('候选人建议人选如下：')]),
    ],
    table: candidateTable(subject, false),
    after: [plain('妥否，请批示。', { above: 6 }), ...signed(subject)],
    photo: null,
  }
}

function resultLetter(subject: LetterSubject): PaperSheet {
  const { election } = subject
  const body = bodyOf(subject)
  const congress = stepOf(election, 'congress')
  const approval = stepOf(election, 'approval')
  const name = `${termName(election.term)}${committeeName(election.kind)}`
  const basis = approval === null ? '' : `根据贵会${approval.document === null ? '批复' : `《${approval.document}》`}，`
  return {
    title: `关于${body}${name}选举结果的报告`,
    before: [
      addressed(subject),
      plain(`${basis}${body}于${dayOrLine(congress?.on ?? election.electedOn)}召开大会，选举${name}。`),
      plain(
        `大会应到${countOrLine(congress?.expected)}人，实到${countOrLine(congress?.present)}人；` +
          `发出选票${countOrLine(congress?.issued)}张，收回${countOrLine(congress?.returned)}张，` +
          `其中有效票${countOrLine(congress?.valid)}张，选举有效。选举结果如下：`,
      ),
    ],
    table: candidateTable(subject, true),
    after: [plain('特此报告，请予审批。', { above: 6 }), ...signed(subject)],
    photo: null,
  }
}
