/** Beginnings that a spreadsheet takes for a formula. */
const FORMULA = /^[=+\-@\t\r]/
const NUMBER = /^-?\d+(\.\d+)?$/

function cell(value: unknown): string {
  if (value === null || value === undefined) return ''
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}

type Line = Readonly<Record<string, unknown>>

/** Objects within a line as columns of their own, `outer.inner`. */
function flat(line: Line): Line {
  return Object.fromEntries(
    Object.entries(line).flatMap(([name, value]) =>
      typeof value === 'object' && value !== null
        ? Object.entries(value).map(([inner, content]) => [`${name}.${inner}`, content] as const)
        : [[name, value] as const],
    ),
  )
}

/** Lines as CSV (RFC 4180) in UTF-8 with a byte order mark; columns in the order in which lines have them first. */
export function csvOf(lines: readonly Line[]): string {
  const rows = lines.map(flat)
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const text = [columns, ...rows.map((row) => columns.map((name) => row[name]))].map((cells) =>
    cells.map(cell).join(','),
  )
  return `\uFEFF${text.join('\r\n')}\r\n`
}
