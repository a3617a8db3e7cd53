/** What is sent while long work goes on, see `shared/contract/progress`. */
export type Progress<Result = never> =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'result'; readonly result: Result }

/** Reading a file and staging its rows are one way in thousandths; reading is the first part of it. */
const WHOLE = 1000
export const READING_PART = 600

/**
 * How far reading and staging are.
 * @param before 0 while the file is read, `READING_PART` after it
 * @param part of what is going on, 0 to 1
 */
export function progress(before: 0 | typeof READING_PART, part: number): Progress {
  const span = before === 0 ? READING_PART : WHOLE - READING_PART
  return { kind: 'progress', done: before + Math.round(part * span), total: WHOLE }
}
