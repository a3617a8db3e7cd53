import { monthSchema } from '../../shared/model/date'
import { html, type Html } from './html'
import type { Reader } from './route'

/** This month by the clock and time zone of the hub, `yyyy-mm`. */
export function thisMonth(): string {
  const today = new Date()
  return `${today.getFullYear()}-${String(today.getMonth() + 1).padStart(2, '0')}`
}

/** The months up to this one, the earliest first. */
export function monthsUpTo(month: string, count: number): string[] {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return Array.from({ length: count }, (_, at) => {
    const day = new Date(Date.UTC(year, number - count + at, 1))
    return day.toISOString().slice(0, 7)
  })
}

/** Chooses the month that a page is about; `kept` are parameters of the address that stay as they are. */
export function monthField({ say }: Reader, month: string, kept: Readonly<Record<string, string>> = {}): Html {
  const hidden = Object.entries(kept).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  )
  return html`<form class="choose" method="get">
    ${hidden}
    <label for="month">${say('month')}</label>
    <input id="month" name="month" type="month" value="${month}" required pattern="[0-9]{4}-[0-9]{2}" />
    <button>${say('show')}</button>
  </form>`
}

/** The month that an address asks for; else this one. */
export function monthOf(url: URL): string {
  const asked = monthSchema.safeParse(url.searchParams.get('month'))
  return asked.success ? asked.data : thisMonth()
}
