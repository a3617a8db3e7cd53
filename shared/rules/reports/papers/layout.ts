import type { PaperCell, PaperForm, PaperParagraph } from '../../../model/paper'

export type PaperRow = NonNullable<PaperForm['table']>['rows'][number]

export function label(text: string, columns = 1, rows = 1): PaperCell {
  return { text, kind: 'label', columns, rows }
}

export function value(text: string | null, columns = 1): PaperCell {
  return { text: text ?? '', kind: 'value', columns, rows: 1 }
}

/** @param height in millimetres */
export function row(height: number, ...cells: readonly PaperCell[]): PaperRow {
  return { height, cells: [...cells] }
}

export function paragraph(text: string, form: Partial<Omit<PaperParagraph, 'text'>> = {}): PaperParagraph {
  return { text, align: 'start', size: 'normal', indent: false, above: 0, ...form }
}
