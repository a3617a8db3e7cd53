import { deviceList, memberCounts, reasonList } from './branch-lists'
import { membersHere, type BranchOverview } from './branches'
import { attentionReasons, devicesOf } from './figures'
import { ago, share, time, whole } from './format'
import { factList, type Fact } from './facts'
import { html, type Html } from './html'
import type { BranchKey as Key } from './locale/branches'
import { thisMonth } from './month'
import { monthFigures } from './month-figures'
import type { Visit } from './route'

/** One branch with everything that the hub may show of it. */
export async function branchPage(visit: Visit<Key>, branch: BranchOverview): Promise<Html> {
  const { say, seen, language } = visit
  const { id, unionName: name, isEnrolled, lastContact, waiting, gaps, incomplete } = branch
  const here = membersHere(branch)
  const facts: Fact[] = [
    [say('connection'), say(isEnrolled ? 'enrolled' : 'revoked')],
    [say('lastContact'), html`${ago(lastContact, language)} (${time(lastContact, language)})`],
    [say('waiting'), whole(waiting)],
    [say('creditCode'), branch.creditCode ?? '–'],
    [say('members'), html`${whole(here)} ${memberCounts(branch, visit)}`],
    [say('incomplete'), `${whole(incomplete)} (${share(incomplete, here)})`],
    [say('noIdNumber'), whole(gaps.idNumber)],
    [say('noPhone'), whole(gaps.phone)],
    [say('noBirthDate'), whole(gaps.birthDate)],
  ]
  const revokeAll = html`<a
    class="button"
    href="/revoke?organisation=${id}"
    aria-label="${say('revokeNamed', { name })}"
    >${say('revoke')}</a
  >`
  const acts = html`<div class="acts">
    <form method="post" action="/code">
      <input type="hidden" name="organisation" value="${id}" />
      <button>${say('newCodeFor')}</button>
    </form>
    ${isEnrolled ? revokeAll : ''}
  </div>`
  return html`<h1>${name}${branch.isSample ? html` <small>(${say('sample')})</small>` : ''}</h1>
    ${factList(facts)}
    <h2>${say('byMonth')}</h2>
    ${await monthFigures(visit, id, thisMonth())}
    <h2>${say('reasons')}</h2>
    ${reasonList(visit, await attentionReasons(seen, id))}
    <h2>${say('devices')}</h2>
    ${deviceList(visit, await devicesOf(seen, id))} ${visit.may('manage') ? acts : ''}
    <p><a href="/branches">${say('back')}</a></p>`
}
