import { failure } from '../../../../shared/contract/errors'

/** Why a file cannot be read, in a form that crosses threads. */
export type FileFault =
  | 'FILE_EMPTY'
  | 'FILE_NOT_A_ROSTER'
  | 'FILE_BROKEN'
  | 'FILE_ENCRYPTED'
  | 'FILE_TOO_LARGE'
  | 'FILE_NO_ROWS'
  | 'FILE_TOO_MANY_COLUMNS'
  | 'FILE_TOO_SLOW'

/** Columns read of a sheet; what is wider is no list of persons. */
export const MAX_COLUMNS = 200
/** Rows of a sheet, by the limit of Excel. */
export const MAX_ROWS = 1_048_576
/** Merges of a sheet that are looked at; no person made more. */
export const MAX_MERGES = 100_000
/** What a file may unfold to in memory, in bytes. */
export const MAX_INFLATED_BYTES = 300 * 1024 * 1024

export class UnreadableFile extends Error {
  constructor(readonly fault: FileFault) {
    super(fault)
  }
}

/** The fault as an error of the contract. */
export function fileFailure(fault: FileFault) {
  if (fault === 'FILE_TOO_LARGE') return failure(fault, { limit: '300 MB' })
  if (fault === 'FILE_TOO_MANY_COLUMNS') return failure(fault, { limit: MAX_COLUMNS })
  return failure(fault)
}
