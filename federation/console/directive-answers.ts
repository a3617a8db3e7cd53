import { archived, archivesOf, fileOfAnswer, type AnswerFile } from '../answer-files'
import { branchAnswers, type BranchAnswer, type DirectiveOverview } from '../directives'
import { wholeFile } from '../files'
import { share } from './format'
import { html, type Html } from './html'
import type { directiveWords } from './locale/directives'
import type { Answer, Visit } from './route'

type Key = keyof (typeof directiveWords)['en']

/** A figure as it was answered; it is kept in hundredths. */
function figureText(figure: number): string {
  return (figure / 100).toFixed(2).replace(/\.?0+$/, '')
}

function sizeText(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}

/** How far the file of an answer has come; its name only to those who may download it. */
function fileText(answer: BranchAnswer, visit: Visit<Key>): string | null {
  const { file } = answer
  const { say } = visit
  if (file === null) return null
  const named = fileOfAnswer(answer)
  if (named !== null) {
    return visit.may('work') ? `${named.name} (${sizeText(file.size)})` : say('fileHere', { size: sizeText(file.size) })
  }
  return file.received === 0 ? say('fileComing') : say('fileOnItsWay', { share: share(file.received, file.size) })
}

/** What every branch answered to a directive. */
export function answerList(visit: Visit<Key>, directive: DirectiveOverview, answers: readonly BranchAnswer[]): Html {
  const { say } = visit
  const file = {
    heading: say('answerFile'),
    value: (answer: BranchAnswer) => fileText(answer, visit),
    show: (answer: BranchAnswer) =>
      visit.may('work') && fileOfAnswer(answer) !== null
        ? html`<a class="words" href="/directive/file?id=${directive.id}&of=${answer.organisation}"
            >${fileText(answer, visit) ?? ''}</a
          >`
        : fileText(answer, visit),
  }
  return visit.list<BranchAnswer>({
    name: 'answers',
    title: say('answers'),
    empty: say('notAnswered'),
    rows: answers,
    rowId: ({ organisation }) => organisation,
    columns: [
      { heading: say('unionName'), value: ({ unionName }) => unionName },
      { heading: say('answeredOn'), value: ({ answeredOn }) => answeredOn ?? say('notAnswered') },
      ...(directive.asks === 'figure'
        ? [
            {
              heading: say('figure'),
              isNumber: true,
              value: ({ figure }: BranchAnswer) => (figure === null ? null : figure / 100),
              show: ({ figure }: BranchAnswer) => (figure === null ? null : figureText(figure)),
            },
          ]
        : []),
      ...(directive.asks === 'file' ? [file] : []),
      {
        heading: say('answerText'),
        value: ({ text }) => text,
        show: ({ text }) => (text === null ? null : html`<span class="words">${text}</span>`),
      },
      { heading: say('answeredBy'), value: ({ by }) => by },
    ],
  })
}

/** Links to all the files of a directive at once, for whoever may download them. */
export function archiveLinks(visit: Visit<Key>, id: string, archives: readonly (readonly AnswerFile[])[]): Html {
  const { say } = visit
  // A single file is downloaded by its own link.
  if (!visit.may('work') || archives.flat().length < 2) return html``
  const links = archives.map((files, index) => {
    const size = sizeText(files.reduce((sum, file) => sum + file.size, 0))
    const text = say(archives.length === 1 ? 'allFiles' : 'allFilesPart', {
      count: files.length,
      size,
      part: index + 1,
    })
    return html`<p><a class="button" href="/directive/files?id=${id}&part=${index + 1}">${text}</a></p>`
  })
  return html`${links}`
}

/** One file, never shown in the browser. */
export async function oneFile(visit: Visit<Key>, directive: DirectiveOverview | undefined): Promise<Answer> {
  const { hub, seen, url } = visit
  const of = url.searchParams.get('of') ?? ''
  if (directive === undefined) return visit.notFound()
  const answer = (await branchAnswers(seen, directive.id)).find(({ organisation }) => organisation === of)
  const file = answer === undefined ? null : fileOfAnswer(answer)
  const found = file === null ? null : await wholeFile(hub, of, file.hash)
  if (file === null || found === null) return visit.notFound()
  await visit.log('downloaded', of, directive.title)
  return visit.download(file.name, found.mediaType, found.content)
}

/** All the files of a directive, or one part of them, as a .zip. */
export async function archive(visit: Visit<Key>, directive: DirectiveOverview | undefined): Promise<Answer> {
  const { hub, seen, url } = visit
  if (directive === undefined) return visit.notFound()
  const archives = await archivesOf(seen, directive.id)
  const part = Number(url.searchParams.get('part'))
  const files = archives[part - 1]
  if (files === undefined) return visit.notFound()
  const about = seen.isWhole ? null : seen.node
  await visit.log('downloadedAll', about, `${directive.title}: ${files.length}`)
  const name = archives.length === 1 ? directive.title : `${directive.title} ${part}`
  return visit.download(`${name}.zip`, 'application/zip', archived(hub, files))
}
