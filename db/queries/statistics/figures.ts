import type { StatisticsTemplateId } from '../../../shared/model/id'
import type { StatisticsPeriod, TypedFigure } from '../../../shared/model/statistics'
import { perDatabase } from '../../branch-database'
import { bookLines } from '../funds/book-lines'

/** As it is stored: `design` is JSON. */
export interface StoredTemplate {
  readonly id: StatisticsTemplateId
  readonly name: string
  readonly design: string
}

type FigureOf = StatisticsPeriod & Pick<TypedFigure, 'key'>

/** Prepared statements of what was typed in for a period and of the designed reports. */
export const figureQueries = perDatabase(({ sqlite }) => ({
  /** What both accounts held before a time, opening balances within it included. */
  carried: sqlite
    .prepare<[StatisticsPeriod], number>(
      `${bookLines} SELECT coalesce(sum(effect), 0) FROM book_line
      WHERE "on" < @from OR direction = 'opening' AND "on" <= @until`,
    )
    .pluck(),
  staff: sqlite.prepare<[], number | null>('SELECT staff_count FROM branch').pluck(),

  typed: sqlite.prepare<[StatisticsPeriod], TypedFigure>(
    `SELECT key, "from", "until", number, day, source, stated_on AS statedOn FROM statistics_figure
    WHERE "from" = @from AND "until" = @until`,
  ),
  setTyped: sqlite.prepare<[TypedFigure]>(
    `INSERT INTO statistics_figure (key, "from", "until", number, day, source, stated_on)
    VALUES (@key, @from, @until, @number, @day, @source, @statedOn)
    ON CONFLICT (key, "from", "until") DO UPDATE
    SET number = excluded.number, day = excluded.day, source = excluded.source, stated_on = excluded.stated_on`,
  ),
  removeTyped: sqlite.prepare<[FigureOf]>(
    'DELETE FROM statistics_figure WHERE key = @key AND "from" = @from AND "until" = @until',
  ),

  templates: sqlite.prepare<[], StoredTemplate>('SELECT id, name, design FROM statistics_template ORDER BY name'),
  templateNamed: sqlite
    .prepare<[string], StatisticsTemplateId>('SELECT id FROM statistics_template WHERE name = ?')
    .pluck(),
  insertTemplate: sqlite.prepare<[StoredTemplate]>(
    'INSERT INTO statistics_template (id, name, design) VALUES (@id, @name, @design)',
  ),
  updateTemplate: sqlite.prepare<[StoredTemplate]>(
    'UPDATE statistics_template SET name = @name, design = @design WHERE id = @id',
  ),
  removeTemplate: sqlite.prepare<[StatisticsTemplateId]>('DELETE FROM statistics_template WHERE id = ?'),
}))
