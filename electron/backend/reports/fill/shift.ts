/** Elements behind the rows that name places of the sheet, and whether theirs grow with the rows put in. */
const PLACES: readonly { readonly element: string; readonly attribute: string; readonly grows: boolean }[] = [
  { element: 'mergeCell', attribute: 'ref', grows: false },
  { element: 'hyperlink', attribute: 'ref', grows: false },
  { element: 'autoFilter', attribute: 'ref', grows: true },
  { element: 'conditionalFormatting', attribute: 'sqref', grows: true },
  { element: 'dataValidation', attribute: 'sqref', grows: true },
  { element: 'protectedRange', attribute: 'sqref', grows: true },
  { element: 'ignoredError', attribute: 'sqref', grows: true },
]

/**
 * Moves the places named behind the rows of a sheet, as Excel does when rows are put in before `endRow`; lists and
 * rules that reach to the last row before it take in the new ones.
 */
export function shiftBelow(xml: string, startRow: number, endRow: number, inserted: number): string {
  let result = xml
  for (const { element, attribute, grows } of PLACES) {
    const places = new RegExp(`(<(?:\\w+:)?${element}(?=\\s)(?:[^>"']|"[^"]*"|'[^']*')*?\\s${attribute}=")([^"]*)`, 'g')
    result = result.replace(places, (_, head: string, list: string) => head + moved(list, grows))
  }
  return result
    .replace(/(<xm:sqref>)([^<]*)/g, (_, head: string, list: string) => head + moved(list, true))
    .replace(/(<(?:\w+:)?brk\s(?:[^>"']|"[^"]*")*?\bid=")(\d+)/g, (_, head: string, id: string) => {
      return head + String(Number(id) >= endRow ? Number(id) + inserted : Number(id))
    })

  function moved(list: string, grows: boolean): string {
    return list
      .split(' ')
      .map((place) => {
        const [, left = '', top, right, bottom] = /^(\$?[A-Z]+\$?)(\d+)(?::(\$?[A-Z]+\$?)(\d+))?$/.exec(place) ?? []
        if (top === undefined) return place
        const first = Number(top)
        const last = Number(bottom ?? top)
        const newFirst = first >= endRow ? first + inserted : first
        const isOfRows = grows && last === endRow - 1 && last >= startRow
        const newLast = last >= endRow || isOfRows ? last + inserted : last
        if (right === undefined && newFirst === newLast) return `${left}${newFirst}`
        return `${left}${newFirst}:${right ?? left}${newLast}`
      })
      .join(' ')
  }
}
