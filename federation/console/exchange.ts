import { z } from 'zod'
import { FILE_EXTENSION, FILE_MAX_BYTES } from '../../shared/sync/file'
import { checkNumber } from '../../shared/sync/file-codec'
import { makeInvitation } from '../exchange/invitation'
import { countReports, listReports, type ListedReport } from '../exchange/list-reports'
import { readReport, type ReportResult } from '../exchange/read-report'
import { writeAnswer } from '../exchange/write-answer'
import { html, type Html } from './html'
import { exchangeWords } from './locale/exchange'
import { pageGroup, type Answer, type Visit } from './route'

type Key = keyof (typeof exchangeWords)['en']

const reportNameSchema = z.object({
  organisation: z.uuid(),
  stream: z.uuid(),
  number: z.coerce.number().int(),
  hash: z.string(),
})

interface ReadFile {
  readonly name: string
  readonly result: ReportResult
}

/** What came of a file, in words. */
function resultText({ say }: Visit<Key>, result: ReportResult): string {
  switch (result.kind) {
    case 'refused':
      return say(result.problem)
    case 'again':
      return say('again')
    case 'gap':
      return say('gap')
    case 'stored': {
      const { entries, attention, skipped, isEnrolled } = result
      return [
        isEnrolled ? say('enrolledNow') : '',
        say('stored', { entries }),
        attention > 0 ? say('attentionOf', { count: attention }) : '',
        skipped === null ? '' : say('skipped', skipped),
      ].join('')
    }
  }
}

function answerForm({ say }: Visit<Key>, { organisation, stream, number, hash }: ListedReport): Html {
  return html`<form method="post" action="/exchange/answer">
    <input type="hidden" name="organisation" value="${organisation}" />
    <input type="hidden" name="stream" value="${stream}" />
    <input type="hidden" name="number" value="${number}" />
    <input type="hidden" name="hash" value="${hash}" />
    <button>${say('takeAnswer')}</button>
  </form>`
}

function reportList(visit: Visit<Key>): Promise<Html> {
  const { say, language, seen } = visit
  return visit.longList<ListedReport>({
    name: 'exchange',
    title: say('exchange'),
    empty: say('noReports'),
    search: say('unionName'),
    count: (words) => countReports(seen, { words }),
    read: (words, page) => listReports(seen, { words }, page),
    rowId: ({ hash }) => hash,
    columns: [
      { heading: say('unionName'), value: ({ unionName }) => unionName },
      { heading: say('number'), isNumber: true, value: ({ number }) => number },
      { heading: say('entries'), isNumber: true, value: ({ entries }) => entries },
      { heading: say('readAt'), value: ({ readAt }) => readAt.toLocaleString(language) },
      {
        heading: say('state'),
        value: ({ result, answeredAt }) =>
          say(result === 'gap' ? 'stateGap' : answeredAt === null ? 'stateWaiting' : 'stateAnswered'),
      },
      { heading: say('answer'), show: (report) => (visit.may('work') ? answerForm(visit, report) : '') },
    ],
  })
}

async function showExchange(visit: Visit<Key>, read: readonly ReadFile[], status = 200): Promise<Answer> {
  const { say, hub } = visit
  const results = read.map(
    ({ name, result }) =>
      html`<li class="${result.kind === 'refused' ? 'error' : ''}" data-result="${result.kind}">
        ${name}: ${resultText(visit, result)}
      </li>`,
  )
  const forms = html`<form class="sheet" method="post" action="/exchange" enctype="multipart/form-data">
    <label for="files">${say('files')}</label>
    <input id="files" name="files" type="file" multiple required accept=".${FILE_EXTENSION}" />
    <p class="hint">${say('filesHint')}</p>
    <button>${say('read')}</button>
  </form>`
  const invite = html`<h2>${say('invitation')}</h2>
    <p>${say('invitationHint')}</p>
    <form method="post" action="/exchange/invitation"><button>${say('makeInvitation')}</button></form>`
  return visit.show(
    html`<h1>${say('exchange')}</h1>
      <p>${say('intro')}</p>
      ${
        results.length === 0
          ? ''
          : html`<ul role="status">
              ${results}
            </ul>`
      }
      ${visit.may('work') ? forms : ''} ${visit.may('manage') ? invite : ''}
      <p>${say('checkNumber')} <strong class="code">${await checkNumber(hub.keys.open.key)}</strong></p>
      <h2>${say('reports')}</h2>
      ${await reportList(visit)}`,
    status,
  )
}

const day = () => new Date().toISOString().slice(0, 10)

export const exchangePages = pageGroup({
  name: 'exchange',
  words: exchangeWords,
  routes: [
    {
      method: 'GET',
      path: '/exchange',
      needs: 'figures',
      link: { section: 'business', text: 'exchange' },
      handle: (visit) => showExchange(visit, []),
    },
    {
      method: 'POST',
      path: '/exchange',
      needs: 'work',
      async handle(visit) {
        await using received = await visit.files(FILE_MAX_BYTES)
        const read: ReadFile[] = []
        for (const { name, content } of received?.files ?? []) {
          const result: ReportResult =
            content === null
              ? { kind: 'refused', problem: 'TOO_LARGE', organisation: null }
              : await readReport(visit.seen, content)
          const about = result.kind === 'refused' ? result.organisation : result.report.organisation
          await visit.log(result.kind === 'refused' ? 'refusedFile' : 'readFile', about, resultText(visit, result))
          read.push({ name, result })
        }
        return await showExchange(visit, read, read.some(({ result }) => result.kind === 'refused') ? 400 : 200)
      },
    },
    {
      method: 'POST',
      path: '/exchange/answer',
      needs: 'work',
      async handle(visit) {
        const asked = reportNameSchema.safeParse(Object.fromEntries(await visit.form()))
        const [report] = asked.success ? await listReports(visit.seen, asked.data) : []
        const answer = report === undefined ? null : await writeAnswer(visit.hub, report)
        if (report === undefined || answer === null) return visit.notFound()
        await visit.log('tookAnswer', report.organisation, String(report.number))
        const name = `${visit.say('answerName')}-${report.unionName}-${report.number}-${day()}.${FILE_EXTENSION}`
        return visit.download(name, 'application/octet-stream', new Uint8Array(await answer.arrayBuffer()))
      },
    },
    {
      method: 'POST',
      path: '/exchange/invitation',
      needs: 'manage',
      async handle(visit) {
        const text = await makeInvitation(visit.seen, null)
        await visit.log('madeInvitation')
        const name = `${visit.say('invitationName')}-${day()}.${FILE_EXTENSION}`
        return visit.download(name, 'application/octet-stream', new TextEncoder().encode(text))
      },
    },
  ],
})
