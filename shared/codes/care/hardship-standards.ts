import { hardshipStandardSchema, type HardshipStandard } from '../../model/hardship-standard'
import standards from './hardship-standards.json'

/** The standards that come with the program; a branch may go by other thresholds. */
export const hardshipStandards: readonly HardshipStandard[] = standards.map((standard) =>
  hardshipStandardSchema.parse(standard),
)
