import { z } from 'zod'
import { readWorkbook } from '../../electron/backend/roster/reader'
import { UnreadableFile } from '../../electron/backend/roster/reader/unreadable'
import { cellText } from '../../shared/rules/roster/cell'
import { enterSheet, previewSheet, TREE_SHEET_MAX_ROWS, type PlannedUnion, type SheetUnion } from '../tree/sheet'
import { fileOf, jsonIn, textOf } from './code-form'
import { html, type Html } from './html'
import { treeWords } from './locale/tree'
import { treeSheetWords, type TreeSheetKey as Key } from './locale/tree-sheet'
import { pageGroup, type Answer, type Visit } from './route'

const UPLOAD_MAX_BYTES = 2_000_000
/** Headings stand within so many rows. */
const HEADING_ROWS = 10

const unionSchema = z.object({ row: z.int(), name: z.string(), above: z.string(), isBranch: z.boolean() })

const wordsOf = (key: keyof (typeof treeWords)['en']) => Object.values(treeWords).map((words) => words[key])
const headings = {
  name: new Set([...wordsOf('name'), '工会名称', '工會名稱', '组织名称', '組織名稱', 'Union']),
  above: new Set([...wordsOf('above'), '上级工会', '上級工會', 'Union above']),
  kind: new Set([...wordsOf('kind'), '类型', '類型']),
}
const branchWords = new Set([...wordsOf('branch'), '分会', '分會'])

/** The unions of a sheet by its headings 名称, 上级 and 类别; null where it is none. */
async function unionsIn(file: Buffer): Promise<SheetUnion[] | null> {
  let sheets
  try {
    sheets = await readWorkbook(file)
  } catch (error) {
    if (error instanceof UnreadableFile) return null
    throw error
  }
  const rows = (sheets[0]?.rows ?? []).map(({ row, cells }) => ({
    row,
    texts: cells.map((cell) => cellText(cell).trim()),
  }))
  const at = rows.slice(0, HEADING_ROWS).findIndex(({ texts }) => texts.some((text) => headings.name.has(text)))
  const head = rows[at]
  if (head === undefined) return null
  const column = (names: ReadonlySet<string>) => head.texts.findIndex((text) => names.has(text))
  const [name, above, kind] = [column(headings.name), column(headings.above), column(headings.kind)]
  return rows.slice(at + 1).flatMap(({ row, texts }) => {
    const union = {
      row,
      name: texts[name] ?? '',
      above: texts[above] ?? '',
      isBranch: branchWords.has(texts[kind] ?? ''),
    }
    return union.name === '' && union.above === '' ? [] : [union]
  })
}

async function showForm(visit: Visit<Key>, problem: Key | null = null): Promise<Answer> {
  const { say } = visit
  return visit.show(
    html`<h1>${say('title')}</h1>
      <p>${say('intro')}</p>
      ${problem === null ? '' : html`<p class="error" role="alert">${say(problem)}</p>`}
      <form class="sheet" method="post" action="/tree/sheet/preview" enctype="multipart/form-data">
        <label for="file">${say('file')}</label>
        <input
          id="file"
          name="file"
          type="file"
          required
          accept=".xlsx,.xls,.et,.ods,.csv"
          aria-describedby="fileHint"
        />
        <p id="fileHint" class="hint">${say('fileHint')}</p>
        <button class="primary">${say('preview')}</button>
      </form>
      <p><a href="/tree?export=tree">${say('example')}</a></p>
      <p><a href="/tree">${say('back')}</a></p>`,
    problem === null ? 200 : 400,
  )
}

function rowList(visit: Visit<Key>, rows: readonly PlannedUnion[]): Html {
  const { say } = visit
  return visit.list<PlannedUnion>({
    name: 'rows',
    title: say('title'),
    empty: say('nothingNew'),
    rows,
    columns: [
      { heading: say('name'), value: ({ name }) => name },
      { heading: say('above'), value: ({ above }) => above },
      { heading: say('row'), isNumber: true, value: ({ row }) => row },
      {
        heading: say('outcome'),
        value: ({ outcome }) => say(outcome),
        show: ({ outcome, isFault }) => (isFault ? html`<strong>${say(outcome)}</strong>` : say(outcome)),
      },
    ],
  })
}

async function showPlan(
  visit: Visit<Key>,
  unions: readonly SheetUnion[],
  plan: readonly PlannedUnion[],
): Promise<Answer> {
  const { say } = visit
  const faults = plan.filter(({ isFault }) => isFault)
  const count = (outcome: PlannedUnion['outcome']) => plan.filter((row) => row.outcome === outcome).length
  const enter = html`<form method="post" action="/tree/sheet/enter" enctype="multipart/form-data">
    <input type="hidden" name="unions" value="${JSON.stringify(unions)}" />
    <button class="primary">${say('enter', { count: count('new') })}</button>
  </form>`
  const next =
    faults.length > 0
      ? html`<p class="error" role="alert">${say('faults', { count: faults.length })}</p>`
      : count('new') === 0
        ? html`<p>${say('nothingNew')}</p>`
        : enter
  return visit.show(
    html`<h1>${say('title')}</h1>
      <p>${say('counts', { added: count('new'), present: count('present'), leftOut: count('leftOut') })}</p>
      ${next}
      ${rowList(visit, [...faults, ...plan.filter(({ outcome }) => outcome === 'new'), ...plan.filter(({ outcome }) => outcome === 'leftOut')])}
      <p><a href="/tree/sheet">${say('back')}</a></p>`,
    faults.length > 0 ? 400 : 200,
  )
}

/** The organisation tree out of a sheet. */
export const treeSheetPages = pageGroup<Key>({
  name: 'treeSheet',
  words: treeSheetWords,
  routes: [
    { method: 'GET', path: '/tree/sheet', needs: 'manage', handle: (visit) => showForm(visit) },
    {
      method: 'POST',
      path: '/tree/sheet/preview',
      needs: 'manage',
      async handle(visit) {
        const { hub, seen } = visit
        const form = await visit.upload(UPLOAD_MAX_BYTES)
        const file = form === null ? null : await fileOf(form, 'file')
        if (file === null) return showForm(visit, form === null ? 'tooLarge' : 'unreadable')
        const unions = await unionsIn(file)
        if (unions === null) return showForm(visit, 'unreadable')
        if (unions.length > TREE_SHEET_MAX_ROWS) return showForm(visit, 'tooMany')
        return showPlan(visit, unions, await previewSheet(hub, seen.node, unions))
      },
    },
    {
      method: 'POST',
      path: '/tree/sheet/enter',
      needs: 'manage',
      async handle(visit) {
        const { hub, seen, say } = visit
        const form = await visit.upload(UPLOAD_MAX_BYTES)
        const unions = z
          .array(unionSchema)
          .max(TREE_SHEET_MAX_ROWS)
          .safeParse(form === null ? null : jsonIn(textOf(form, 'unions')))
        if (!unions.success) return visit.notFound()
        const added = await enterSheet(hub, seen.node, unions.data)
        // The tree has changed since the preview.
        if (added === null) return showPlan(visit, unions.data, await previewSheet(hub, seen.node, unions.data))
        await visit.log('entered', null, String(added))
        return visit.show(
          html`<h1>${say('title')}</h1>
            <p class="done" role="status">${say('done', { count: added })}</p>
            <p><a href="/tree">${say('toTree')}</a></p>`,
        )
      },
    },
  ],
})
