import type { BranchDatabase } from '../../../db/branch-database'
import { figureQueries, type StoredTemplate } from '../../../db/queries/statistics/figures'
import { failure } from '../../../shared/contract/errors'
import { newId, statisticsTemplateIdSchema, type StatisticsTemplateId } from '../../../shared/model/id'
import { statisticsTemplateSchema, type ReportDesign, type StatisticsTemplate } from '../../../shared/model/statistics'
import { designIssue } from '../../../shared/rules/statistics/design'

interface TemplateToSave {
  /** Null for a new one. */
  readonly id: StatisticsTemplateId | null
  readonly name: string
  readonly design: ReportDesign
}

function read(stored: StoredTemplate): StatisticsTemplate {
  const design: unknown = JSON.parse(stored.design)
  return statisticsTemplateSchema.parse({ ...stored, design })
}

export function templatesOf(db: BranchDatabase): StatisticsTemplate[] {
  return figureQueries(db).templates.all().map(read)
}

/** See the contract. Throws DESIGN_INVALID, TEMPLATE_NAME_TAKEN, NOT_FOUND. */
export function saveTemplate(db: BranchDatabase, { id, name, design }: TemplateToSave): StatisticsTemplate {
  if (designIssue(design) !== null) throw failure('DESIGN_INVALID')
  const { templateNamed, insertTemplate, updateTemplate } = figureQueries(db)
  const namesake = templateNamed.get(name)
  if (namesake !== undefined && namesake !== id) throw failure('TEMPLATE_NAME_TAKEN', { name })
  const stored = { id: id ?? newId(statisticsTemplateIdSchema), name, design: JSON.stringify(design) }
  db.write(() => {
    if (id === null) insertTemplate.run(stored)
    else if (updateTemplate.run(stored).changes === 0) throw failure('NOT_FOUND')
  })
  return read(stored)
}
