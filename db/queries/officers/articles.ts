import type { Day } from '../../../shared/model/date'
import type { ArticleId } from '../../../shared/model/id'
import type { AdoptionLevel, Article } from '../../../shared/model/team'
import { perDatabase } from '../../branch-database'

interface ArticleFilter {
  readonly from: Day
  readonly until: Day
  readonly adoption: AdoptionLevel | null
  readonly search: string
}

const columns = `article.id, article.member_id AS memberId, author, title, written_on AS writtenOn, channel, adoption,
  adopted_on AS adoptedOn, approved_by AS approvedBy, article.note`

/** Prepared statements of articles 投稿. */
export const articleQueries = perDatabase(({ sqlite }) => ({
  /** Latest first. */
  list: sqlite.prepare<
    [ArticleFilter],
    Article & { readonly writer: string | null; readonly department: string | null }
  >(
    `SELECT ${columns}, coalesce(member.name, author) AS writer, department FROM article
    LEFT JOIN member ON member.id = article.member_id
    WHERE written_on BETWEEN @from AND @until AND (@adoption IS NULL OR adoption = @adoption)
      AND (@search = '' OR instr(lower(title), lower(@search)) > 0
        OR instr(lower(coalesce(member.name, author, '')), lower(@search)) > 0
        OR instr(lower(coalesce(channel, '')), lower(@search)) > 0)
    ORDER BY written_on DESC, article.id DESC`,
  ),
  written: sqlite
    .prepare<[{ readonly from: Day; readonly until: Day }], number>(
      'SELECT count(*) FROM article WHERE written_on BETWEEN @from AND @until',
    )
    .pluck(),
  adopted: sqlite.prepare<
    [{ readonly from: Day; readonly until: Day }],
    { readonly level: AdoptionLevel; readonly count: number }
  >(
    `SELECT adoption AS level, count(*) AS count FROM article
    WHERE written_on BETWEEN @from AND @until AND adoption IS NOT NULL GROUP BY adoption`,
  ),
  get: sqlite.prepare<[ArticleId], Article>(`SELECT ${columns} FROM article WHERE id = ?`),
  insert: sqlite.prepare<[Article]>(
    `INSERT INTO article (id, member_id, author, title, written_on, channel, adoption, adopted_on, approved_by, note)
    VALUES (@id, @memberId, @author, @title, @writtenOn, @channel, @adoption, @adoptedOn, @approvedBy, @note)`,
  ),
  update: sqlite.prepare<[Article]>(
    `UPDATE article SET member_id = @memberId, author = @author, title = @title, written_on = @writtenOn,
      channel = @channel, adoption = @adoption, adopted_on = @adoptedOn, approved_by = @approvedBy, note = @note
    WHERE id = @id`,
  ),
  remove: sqlite.prepare<[ArticleId]>('DELETE FROM article WHERE id = ?'),
}))
