import { ORPCError } from '@orpc/client'
import type { TFunction } from 'i18next'
import { z } from 'zod'
import { isErrorCode, type ErrorCode } from '../../shared/contract/errors'

/** What a person reads of an error. */
export interface ErrorText {
  readonly code: ErrorCode
  readonly message: string
  readonly next: string
}

/** The code of an error of the catalogue; whatever else went wrong is our own fault. */
export function errorCodeOf(error: unknown): ErrorCode {
  return error instanceof ORPCError && typeof error.code === 'string' && isErrorCode(error.code)
    ? error.code
    : 'INTERNAL'
}

const blanksSchema = z.record(z.string(), z.unknown()).catch({})

/** The sentence and the next step of an error, its blanks filled with the error's data. */
export function errorTextOf(error: unknown, t: TFunction<['common', 'errors']>): ErrorText {
  const code = errorCodeOf(error)
  const blanks = blanksSchema.parse(error instanceof ORPCError ? error.data : {})
  return { code, message: t(`errors:${code}.message`, blanks), next: t(`errors:${code}.next`, blanks) }
}
