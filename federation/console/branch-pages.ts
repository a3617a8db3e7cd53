import { z } from 'zod'
import { makeCode, newcomersOf, revoke } from '../enrolment'
import { allDevices, branchList, qualityList, reasonList, silentList } from './branch-lists'
import { branchPage } from './branch-page'
import { branchOverviews, nodeNames, type BranchOverview } from './branches'
import { attentionReasons, duplicatesWithin } from './figures'
import { isUuid } from './code-form'
import { html, type Html } from './html'
import { branchWords, type BranchKey as Key } from './locale/branches'
import { monthField, monthOf, thisMonth } from './month'
import { overviewPage, SILENT_DAYS } from './overview-page'
import { pageGroup, type Visit } from './route'

const SILENT_CHOICES = [7, SILENT_DAYS, 30, 90]

async function branchNamed(visit: Visit<Key>, parameters: URLSearchParams): Promise<BranchOverview | undefined> {
  const id = parameters.get('organisation') ?? ''
  return isUuid(id) ? (await branchOverviews(visit.seen, monthOf(visit.url), { id }))[0] : undefined
}

function search({ say, url }: Visit<Key>, month: string): Html {
  return html`<form class="choose" method="get">
    <label for="q">${say('search')}</label>
    <input id="q" name="q" type="search" value="${url.searchParams.get('q') ?? ''}" />
    <input type="hidden" name="month" value="${month}" />
    <button>${say('find')}</button>
  </form>`
}

export const branchPages = pageGroup({
  name: 'branches',
  words: branchWords,
  routes: [
    {
      method: 'GET',
      path: '/',
      needs: 'figures',
      link: { section: 'overview', text: 'summary' },
      async handle(visit) {
        const month = monthOf(visit.url)
        return visit.show(await overviewPage(visit, await branchOverviews(visit.seen, month), month))
      },
    },
    {
      method: 'GET',
      path: '/branches',
      needs: 'figures',
      link: { section: 'overview', text: 'branches' },
      async handle(visit) {
        const month = monthOf(visit.url)
        return visit.show(
          html`<h1>${visit.say('branches')}</h1>
            ${search(visit, month)} ${monthField(visit, month)} ${await branchList(visit, month)}`,
        )
      },
    },
    {
      method: 'GET',
      path: '/branch',
      needs: 'figures',
      async handle(visit) {
        const branch = await branchNamed(visit, visit.url.searchParams)
        return branch === undefined ? visit.notFound() : visit.show(await branchPage(visit, branch))
      },
    },
    {
      method: 'GET',
      path: '/silent',
      needs: 'figures',
      link: { section: 'overview', text: 'silent' },
      async handle(visit) {
        const { say, url } = visit
        const asked = Number(url.searchParams.get('days'))
        const days = SILENT_CHOICES.includes(asked) ? asked : SILENT_DAYS
        const choices = SILENT_CHOICES.map(
          (choice) =>
            html`<a href="/silent?days=${choice}" ${choice === days ? html`aria-current="true"` : ''}
              >${say('days', { days: choice })}</a
            >`,
        )
        return visit.show(
          html`<h1>${say('silent')}</h1>
            <p class="choose">${say('silentFor')} ${choices}</p>
            ${silentList(visit, await branchOverviews(visit.seen, thisMonth()), days)}`,
        )
      },
    },
    {
      method: 'GET',
      path: '/quality',
      needs: 'figures',
      link: { section: 'overview', text: 'quality' },
      async handle(visit) {
        const { say, seen } = visit
        const branches = await branchOverviews(visit.seen, thisMonth())
        return visit.show(
          html`<h1>${say('quality')}</h1>
            <p class="hint">${say('qualityHint')}</p>
            ${qualityList(visit, branches, await duplicatesWithin(seen))}
            <h2>${say('reasons')}</h2>
            ${reasonList(visit, await attentionReasons(seen, null))}`,
        )
      },
    },
    {
      method: 'GET',
      path: '/devices',
      needs: 'manage',
      link: { section: 'administration', text: 'devices' },
      async handle(visit) {
        const { say, seen } = visit
        const names = await nodeNames(seen)
        return visit.show(
          html`<h1>${say('devices')}</h1>
            <p class="hint">${say('devicesHint')}</p>
            ${await allDevices(visit, (id) => names.get(id) ?? '')}`,
        )
      },
    },
    {
      method: 'GET',
      path: '/revoke',
      needs: 'manage',
      async handle(visit) {
        const { say, url } = visit
        const branch = await branchNamed(visit, url.searchParams)
        if (branch === undefined) return visit.notFound()
        const device = url.searchParams.get('device')
        const one = device === null ? '' : html`<input type="hidden" name="device" value="${device}" />`
        return visit.show(
          html`<h1>${say('revokeTitle')}</h1>
            <p>
              ${device === null ? say('revokeQuestion', { name: branch.unionName }) : say('revokeDeviceQuestion', { name: branch.unionName, device: device.slice(-8) })}
            </p>
            <form method="post" action="/revoke">
              <input type="hidden" name="organisation" value="${branch.id}" />
              ${one}
              <button class="danger">${say('revoke')}</button>
              <a href="/branch?organisation=${branch.id}">${say('cancel')}</a>
            </form>`,
        )
      },
    },
    {
      method: 'POST',
      path: '/revoke',
      needs: 'manage',
      async handle(visit) {
        const typed = await visit.form()
        const branch = await branchNamed(visit, typed)
        if (branch === undefined) return visit.notFound()
        const device = z.uuid().safeParse(typed.get('device'))
        if (typed.has('device') && !device.success) return visit.notFound()
        await revoke(visit.hub, branch.id, device.data)
        await visit.log('enrolmentRevoked', branch.id, device.data?.slice(-8))
        return visit.goTo(`/branch?organisation=${branch.id}`)
      },
    },
    {
      method: 'POST',
      path: '/code',
      needs: 'manage',
      async handle(visit) {
        const { say, hub, seen } = visit
        const typed = await visit.form()
        const branch = await branchNamed(visit, typed)
        if (branch === undefined && typed.has('organisation')) return visit.notFound()
        const code = await makeCode(hub, branch?.id ?? null, newcomersOf(seen))
        await visit.log('codeMade', branch?.id)
        return visit.show(
          html`<h1>${say('codeTitle')}</h1>
            <p class="code" role="status">${code}</p>
            <p>${branch === undefined ? say('codeForAll') : say('codeForOne', { name: branch.unionName })}</p>
            <p class="hint">${say('codeHint')}</p>
            <p><a href="/enrolment-codes">${say('back')}</a></p>`,
        )
      },
    },
  ],
})
