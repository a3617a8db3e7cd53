interface PaperTableProps {
  readonly head: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
}

/** Figures on paper; nothing where there are none. */
export function PaperTable({ head, rows }: PaperTableProps) {
  if (rows.length === 0) return null
  return (
    <table>
      <thead>
        <tr>
          {head.map((text) => (
            <th key={text}>{text}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, place) => (
          <tr key={place}>
            {row.map((cell, column) => (
              <td key={column}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
