import {
  AlignmentType,
  convertMillimetersToTwip as twips,
  Document,
  HeightRule,
  ImageRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { PaperCell, PaperParagraph, PaperSheet } from '../../../shared/model/paper'

const FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体' }
/** Half points. */
const SIZES = { small: 18, normal: 21, large: 28 } as const
const TITLE = { bold: true, size: 36 }
const ALIGNMENTS = {
  start: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  end: AlignmentType.RIGHT,
} as const
const MARGIN_MM = 15
/** Pixels at 96 dpi: 25 mm by 35 mm, a one-inch photo 一寸照. */
const PHOTO = { width: 94, height: 132 }

/** Papers as a Word file, a section each. */
export async function wordDocument(forms: readonly PaperSheet[]): Promise<Uint8Array> {
  const margin = twips(MARGIN_MM)
  const document = new Document({
    styles: { default: { document: { run: { font: FONT, size: SIZES.normal } } } },
    sections: forms.map((form) => ({
      properties: {
        page: {
          // A4, to the twip.
          size: { width: 11906, height: 16838 },
          margin: { top: margin, right: twips(20), bottom: margin, left: twips(20) },
        },
      },
      children: [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          spacing: { after: 120 },
          children: [new TextRun({ text: form.title, ...TITLE })],
        }),
        ...form.before.map(paragraphOf),
        ...(form.table === null ? [] : [tableOf(form, form.table)]),
        ...form.after.map(paragraphOf),
      ],
    })),
  })
  return Packer.toBuffer(document)
}

function paragraphOf({ text, align, size, indent, above }: PaperParagraph): Paragraph {
  return new Paragraph({
    alignment: ALIGNMENTS[align],
    spacing: { before: twips(above), line: size === 'large' ? 420 : 300 },
    ...(indent ? { indent: { firstLine: SIZES[size] * 20 } } : {}),
    children: [new TextRun({ text, size: SIZES[size] })],
  })
}

function tableOf(form: PaperSheet, { widths, rows }: NonNullable<PaperSheet['table']>): Table {
  return new Table({
    width: { size: twips(widths.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
    columnWidths: widths.map((width) => twips(width)),
    layout: TableLayoutType.FIXED,
    rows: rows.map(
      ({ height, cells }) =>
        new TableRow({
          height: { value: twips(height), rule: HeightRule.ATLEAST },
          cantSplit: true,
          children: cells.map((cell) => cellOf(cell, form)),
        }),
    ),
  })
}

function cellOf({ text, kind, columns, rows }: PaperCell, { photo }: PaperSheet): TableCell {
  const centred = kind === 'label' || kind === 'photo'
  const children =
    kind === 'photo' && photo !== null
      ? [new ImageRun({ type: 'jpg', data: Buffer.from(photo, 'base64'), transformation: PHOTO })]
      : text.split('\n').map((line, index) => new TextRun({ text: line, ...(index > 0 ? { break: 1 } : {}) }))
  const alignment = kind === 'sign' ? AlignmentType.RIGHT : centred ? AlignmentType.CENTER : AlignmentType.LEFT
  return new TableCell({
    columnSpan: columns,
    rowSpan: rows,
    verticalAlign: kind === 'sign' ? VerticalAlignTable.BOTTOM : VerticalAlignTable.CENTER,
    margins: { left: 80, right: 80 },
    children: [new Paragraph({ alignment, children })],
  })
}
