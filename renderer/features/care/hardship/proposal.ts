import { hardshipStandards } from '../../../../shared/codes/care/hardship-standards'
import type { Day } from '../../../../shared/model/date'
import type { HardshipFigures, HardshipFile } from '../../../../shared/model/hardship'
import { proposeClass, type HardshipProposal } from '../../../../shared/rules/care/hardship'

/** Months of employment where the branch goes by thresholds of its own. */
const USUAL_MIGRANT_MONTHS = 12

/** What figures of a file propose by the standard that they were reckoned by. */
export function proposalOf(
  file: Pick<HardshipFile, 'kind' | 'livesInTown' | 'employedSince'>,
  figures: HardshipFigures & { readonly on: Day; readonly standard: string | null },
): HardshipProposal {
  const standard = hardshipStandards.find(({ key }) => key === figures.standard)
  return proposeClass(figures, file.kind, {
    livesInTown: file.livesInTown === null ? null : file.livesInTown === '是',
    employedSince: file.employedSince,
    on: figures.on,
    months: standard?.migrantMonths ?? USUAL_MIGRANT_MONTHS,
  })
}
