import type { HardshipAid, HardshipFilter, HardshipHead } from '../../../shared/contract/care/hardship'
import type { AidKind } from '../../../shared/model/care-gift'
import type { Day } from '../../../shared/model/date'
import type { HardshipClass, HardshipFile, HardshipKind } from '../../../shared/model/hardship'
import type { HardshipFileId, MemberId } from '../../../shared/model/id'
import type { Fen } from '../../../shared/model/money'
import type { Page } from '../../../shared/model/page'
import { perDatabase } from '../../branch-database'

/** A line of the list as it is found. */
export type HardshipRow = Pick<HardshipFile, 'id' | 'memberId' | 'kind' | 'intake' | 'openedOn' | 'closedOn'> & {
  readonly name: string
  readonly department: string | null
  readonly class: HardshipClass | null
  readonly isDecided: 0 | 1
  readonly year: string | null
  readonly lastOn: Day | null
  readonly publicFrom: Day | null
  readonly publicUntil: Day | null
  readonly isReviewDue: 0 | 1
  readonly isInPublicity: 0 | 1
  readonly aid: Fen
}

interface AsOf {
  readonly today: Day
  /** Reviews due until this day are announced. */
  readonly dueBy: Day
}

export type HardshipSearch = AsOf &
  Omit<HardshipFilter, 'isReviewDue' | 'isInPublicity'> & {
    readonly isReviewDue: 0 | 1
    readonly isInPublicity: 0 | 1
  }

interface Period {
  readonly from: Day
  readonly until: Day
}

/** SQL: the class that was decided last, until a day. */
const decidedOf = (file: string, until?: string) => `(SELECT decided.class FROM hardship_assessment AS decided
  WHERE decided.file_id = ${file} AND decided.decided_on IS NOT NULL
    ${until === undefined ? '' : `AND decided.decided_on <= ${until}`} ORDER BY decided.year DESC LIMIT 1)`

const lines = `WITH line AS (
  SELECT file.id, file.member_id AS memberId, member.name, member.department, file.kind, file.intake,
    file.opened_on AS openedOn, file.closed_on AS closedOn, ${decidedOf('file.id')} AS class,
    EXISTS (SELECT 1 FROM hardship_assessment AS any WHERE any.file_id = file.id AND any.decided_on IS NOT NULL)
      AS isDecided,
    last.year, last."on" AS lastOn, last.public_from AS publicFrom, last.public_until AS publicUntil,
    last.decided_on AS lastDecidedOn, file.closed_on IS NULL AND (last."on" IS NULL OR date(last."on", '+1 year') <= @dueBy) AS isReviewDue,
    file.closed_on IS NULL AND last.public_from IS NOT NULL AND last.public_from <= @today
      AND (last.public_until IS NULL OR last.public_until >= @today) AS isInPublicity,
    (SELECT coalesce(sum(amount), 0) FROM care_gift WHERE hardship_file_id = file.id) AS aid, pinyin
  FROM hardship_file AS file JOIN member ON member.id = file.member_id
  JOIN member_standing ON member_standing.member_id = file.member_id
  LEFT JOIN hardship_assessment AS last ON last.file_id = file.id
    AND last.year = (SELECT max(year) FROM hardship_assessment WHERE file_id = file.id))`
const columns = `id, memberId, name, department, kind, intake, openedOn, closedOn, class, isDecided, year, lastOn,
  publicFrom, publicUntil, isReviewDue, isInPublicity, aid`
const wanted = `FROM line WHERE (@state IS NULL OR (@state = 'closed') = (closedOn IS NOT NULL))
  AND (@class IS NULL OR CASE @class WHEN 'undecided' THEN isDecided = 0
    WHEN 'none' THEN isDecided = 1 AND class IS NULL ELSE class IS @class END)
  AND (@kind IS NULL OR kind = @kind) AND (@isReviewDue = 0 OR isReviewDue = 1)
  AND (@isInPublicity = 0 OR isInPublicity = 1)
  AND (@search = '' OR instr(lower(name), lower(@search)) > 0)`

/** Prepared statements of the files of families in hardship; amounts in fen. */
export const hardshipQueries = perDatabase(({ sqlite }) => ({
  list: sqlite.prepare<[HardshipSearch & Page], HardshipRow>(
    `${lines} SELECT ${columns} ${wanted} ORDER BY isReviewDue DESC, isInPublicity DESC, pinyin, id
    LIMIT @limit OFFSET @offset`,
  ),
  count: sqlite.prepare<[HardshipSearch], number>(`${lines} SELECT count(*) ${wanted}`).pluck(),
  counts: sqlite.prepare<
    [AsOf],
    Record<'open' | 'isReviewDue' | 'isInPublicity' | 'undecided' | 'toDecide' | 'closed', number>
  >(
    `${lines} SELECT coalesce(sum(closedOn IS NULL), 0) AS open, coalesce(sum(isReviewDue), 0) AS isReviewDue,
      coalesce(sum(isInPublicity), 0) AS isInPublicity, coalesce(sum(closedOn IS NULL AND NOT isDecided), 0) AS undecided,
      coalesce(sum(closedOn IS NULL AND publicUntil < @today AND lastDecidedOn IS NULL), 0) AS toDecide,
      coalesce(sum(closedOn IS NOT NULL), 0) AS closed FROM line`,
  ),
  line: sqlite.prepare<[AsOf & { readonly id: HardshipFileId }], HardshipRow>(
    `${lines} SELECT ${columns} FROM line WHERE id = @id`,
  ),
  ofMember: sqlite.prepare<[AsOf & { readonly memberId: MemberId }], HardshipRow>(
    `${lines} SELECT ${columns} FROM line WHERE memberId = @memberId ORDER BY openedOn DESC, id DESC`,
  ),
  years: sqlite.prepare<[HardshipFileId], HardshipHead['years'][number]>(
    `SELECT id, "on", year, class, public_from AS publicFrom, public_until AS publicUntil, public_place AS publicPlace,
      decided_on AS decidedOn FROM hardship_assessment WHERE file_id = ? ORDER BY year DESC`,
  ),
  given: sqlite.prepare<[HardshipFileId], HardshipAid>(
    `SELECT id, "on", aid_kind AS aidKind, form, amount FROM care_gift WHERE hardship_file_id = ?
    ORDER BY "on" DESC, id DESC`,
  ),
  /** An open file of the member other than this one. */
  openOf: sqlite
    .prepare<[{ readonly memberId: MemberId; readonly exceptId: HardshipFileId | null }], HardshipFileId>(
      `SELECT id FROM hardship_file WHERE member_id = @memberId AND closed_on IS NULL AND id IS NOT @exceptId LIMIT 1`,
    )
    .pluck(),
  isModelWorker: sqlite
    .prepare<[MemberId], 0 | 1>(`SELECT EXISTS (SELECT 1 FROM honour WHERE member_id = ? AND title LIKE '%劳动模范%')`)
    .pluck(),
  employer: sqlite.prepare<
    [],
    { readonly unionName: string; readonly industry: string | null; readonly employerNature: string | null }
  >('SELECT union_name AS unionName, industry, employer_nature AS employerNature FROM branch'),
  openByClass: sqlite.prepare<
    [Period],
    { readonly kind: HardshipKind; readonly class: HardshipClass | null; readonly files: number }
  >(
    `SELECT kind, ${decidedOf('file.id', '@until')} AS class, count(*) AS files FROM hardship_file AS file
    WHERE opened_on <= @until AND (closed_on IS NULL OR closed_on > @until) GROUP BY 1, 2 ORDER BY 1, 2`,
  ),
  changes: sqlite.prepare<[Period], { readonly opened: number; readonly closed: number }>(
    `SELECT count(*) FILTER (WHERE opened_on BETWEEN @from AND @until) AS opened,
      count(*) FILTER (WHERE closed_on BETWEEN @from AND @until) AS closed FROM hardship_file`,
  ),
  aidByKind: sqlite.prepare<
    [Period],
    { readonly aidKind: AidKind | null; readonly families: number; readonly amount: Fen }
  >(
    `SELECT aid_kind AS aidKind, count(DISTINCT hardship_file_id) AS families, sum(amount) AS amount FROM care_gift
    WHERE hardship_file_id IS NOT NULL AND "on" BETWEEN @from AND @until GROUP BY 1 ORDER BY 1`,
  ),
}))
