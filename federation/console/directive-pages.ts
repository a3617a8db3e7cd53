import { directiveAskSchema, type Directive } from '../../shared/model/directive'
import type { BranchAnswer, DirectiveOverview } from '../directives'
import type { BranchOverview } from './branches'
import { html, type Html } from './html'
import type { Reader } from './pages'

/** A figure as it was answered; it is kept in hundredths. */
function figureText(figure: number): string {
  return (figure / 100).toFixed(2).replace(/\.?0+$/, '')
}

function askText({ asks, unit }: Directive, { say }: Reader): string {
  const text = say(asks)
  return unit === null ? text : say('askWithUnit', { ask: text, unit })
}

function directiveRow(directive: DirectiveOverview, reader: Reader): Html {
  const { say, language } = reader
  const { id, title, dueOn, recipients, answered, figures, withdrawnAt, issuedAt } = directive
  const state = withdrawnAt !== null ? 'takenBack' : answered >= recipients ? 'allAnswered' : 'answersMissing'
  return html`<tr data-directive="${id}">
    <th scope="row"><a href="/directive?id=${id}">${title}</a></th>
    <td>${askText(directive, reader)}</td>
    <td><time datetime="${issuedAt}">${new Date(issuedAt).toLocaleDateString(language)}</time></td>
    <td>${dueOn ?? '–'}</td>
    <td class="number">${say('answeredOf', { answered: String(answered), recipients: String(recipients) })}</td>
    <td class="number">${directive.asks === 'figure' && answered > 0 ? figureText(figures) : '–'}</td>
    <td>${say(state)}</td>
  </tr>`
}

function newDirectiveForm({ say }: Reader, branches: readonly BranchOverview[]): Html {
  const enrolled = branches.filter(({ isEnrolled }) => isEnrolled)
  return html`<form class="sheet" method="post" action="/directives">
    <label for="title">${say('directiveTitle')}</label>
    <input id="title" name="title" required maxlength="100" />
    <label for="text">${say('directiveText')}</label>
    <textarea id="text" name="text" rows="6" maxlength="5000"></textarea>
    <label for="dueOn">${say('dueOn')}</label>
    <input id="dueOn" name="dueOn" type="date" />
    <label for="asks">${say('asks')}</label>
    <select id="asks" name="asks">
      ${directiveAskSchema.options.map((ask) => html`<option value="${ask}">${say(ask)}</option>`)}
    </select>
    <label for="unit">${say('unit')}</label>
    <input id="unit" name="unit" maxlength="20" aria-describedby="unitHint" />
    <p id="unitHint" class="hint">${say('unitHint')}</p>
    <fieldset>
      <legend>${say('recipients')}</legend>
      <p class="hint">${say('recipientsHint')}</p>
      ${enrolled.map(
        ({ id, unionName }) => html`<label><input type="checkbox" name="to" value="${id}" />${unionName}</label>`,
      )}
    </fieldset>
    <button>${say('issue')}</button>
  </form>`
}

/** Every directive with how far its answers have come, and the form of a new one. */
export function directivesPage(
  reader: Reader,
  directives: readonly DirectiveOverview[],
  branches: readonly BranchOverview[],
  wasWrong: boolean,
): Html {
  const { say } = reader
  const headings = (['directiveTitle', 'asks', 'issuedOn', 'dueOn', 'answers', 'sum', 'connection'] as const).map(
    (key) => html`<th scope="col" class="${key === 'answers' || key === 'sum' ? 'number' : ''}">${say(key)}</th>`,
  )
  const table = html`<div class="scroll" tabindex="0" role="region" aria-label="${say('directives')}">
    <table>
      <thead>
        <tr>
          ${headings}
        </tr>
      </thead>
      <tbody>
        ${directives.map((directive) => directiveRow(directive, reader))}
      </tbody>
    </table>
  </div>`
  return html`<h2>${say('directives')}</h2>
    ${directives.length === 0 ? html`<p>${say('noDirectives')}</p>` : table}
    <h3>${say('newDirective')}</h3>
    ${wasWrong ? html`<p class="error" role="alert">${say('directiveWrong')}</p>` : ''}
    ${newDirectiveForm(reader, branches)}`
}

function answerRow(answer: BranchAnswer, { say }: Reader): Html {
  const { organisation, unionName, answeredOn, figure, text, by } = answer
  return html`<tr data-organisation="${organisation}">
    <th scope="row">${unionName}</th>
    <td>${answeredOn ?? say('notAnswered')}</td>
    <td class="number">${figure === null ? '–' : figureText(figure)}</td>
    <td class="words">${text ?? ''}</td>
    <td>${by ?? ''}</td>
  </tr>`
}

/** One directive with what every branch answered. */
export function directivePage(reader: Reader, directive: DirectiveOverview, answers: readonly BranchAnswer[]): Html {
  const { say } = reader
  const { id, title, text, dueOn, withdrawnAt } = directive
  const headings = (['unionName', 'answeredOn', 'figure', 'answerText', 'answeredBy'] as const).map(
    (key) => html`<th scope="col" class="${key === 'figure' ? 'number' : ''}">${say(key)}</th>`,
  )
  const withdraw = html`<form method="post" action="/directive/withdraw">
    <input type="hidden" name="id" value="${id}" />
    <button>${say('withdraw')}</button>
  </form>`
  return html`<h2>${title}</h2>
    <p>${askText(directive, reader)}${dueOn === null ? '' : ` · ${say('dueOn')} ${dueOn}`}</p>
    <p class="words">${text}</p>
    ${withdrawnAt === null ? withdraw : html`<p>${say('takenBack')}</p>`}
    <div class="scroll" tabindex="0" role="region" aria-label="${say('answers')}">
      <table>
        <thead>
          <tr>
            ${headings}
          </tr>
        </thead>
        <tbody>
          ${answers.map((answer) => answerRow(answer, reader))}
        </tbody>
      </table>
    </div>
    <p><a href="/directives">${say('back')}</a></p>`
}
