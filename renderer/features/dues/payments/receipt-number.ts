/** A receipt's number as it stands on paper: `2026-000012`. */
export function receiptNumber({ series, number }: { readonly series: string; readonly number: number }): string {
  return `${series}-${String(number).padStart(6, '0')}`
}
