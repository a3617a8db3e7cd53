import type { PaperCell, PaperParagraph, PaperSheet } from '../../../shared/model/paper'
import styles from './paper.module.css'
import { PageSetup } from './PageSetup'

/** A form as it is printed, a page of A4. */
export function FormSheet({ form }: { readonly form: PaperSheet }) {
  const { title, before, table, after, photo } = form
  return (
    <article className={`${styles.page} ${styles.form}`} lang="zh-CN" aria-label={title}>
      <PageSetup landscape={false} margin="0" />
      <h2 className={styles.title}>{title}</h2>
      {before.map((paragraph) => (
        <Paragraph key={paragraph.text} paragraph={paragraph} />
      ))}
      {table !== null && (
        <table className={styles.table}>
          <colgroup>
            {table.widths.map((width, column) => (
              <col key={column} style={{ width: `${width}mm` }} />
            ))}
          </colgroup>
          <tbody>
            {table.rows.map(({ height, cells }, row) => (
              <tr key={row} style={{ height: `${height}mm` }}>
                {cells.map((cell, place) => (
                  <Cell key={place} cell={cell} photo={photo} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {after.map((paragraph) => (
        <Paragraph key={paragraph.text} paragraph={paragraph} />
      ))}
    </article>
  )
}

function Paragraph({ paragraph: { text, align, size, indent, above } }: { readonly paragraph: PaperParagraph }) {
  return (
    <p
      className={styles[size]}
      style={{ textAlign: align, textIndent: indent ? '2em' : 0, marginBlockStart: `${above}mm` }}
    >
      {text}
    </p>
  )
}

interface CellProps {
  readonly cell: PaperCell
  readonly photo: string | null
}

function Cell({ cell: { text, kind, columns, rows }, photo }: CellProps) {
  const span = { colSpan: columns, rowSpan: rows, className: styles[kind] }
  if (kind === 'label') return <th {...span}>{text}</th>
  if (kind !== 'photo' || photo === null) return <td {...span}>{text}</td>
  return (
    <td {...span}>
      <img src={`data:image/jpeg;base64,${photo}`} alt="" />
    </td>
  )
}
