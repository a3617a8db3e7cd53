import type { ErrorCode } from '../../shared/contract/errors'

/** What a person reads of each error: what happened, and what to do next. */
export type ErrorTexts = Readonly<Record<ErrorCode, { readonly message: string; readonly next: string }>>
