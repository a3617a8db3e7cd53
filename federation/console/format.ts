import { html, type Html } from './html'
import type { Language } from './locale/words'

/** An amount in fen as yuan. */
export function yuan(fen: number): string {
  return (fen / 100).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
}

/** Whole numbers in groups of three, so that large ones are read at once. */
export function whole(count: number): string {
  return count.toLocaleString('en-US')
}

/** A part of a whole in per cent; a dash where there is no whole. */
export function share(part: number, of: number): string {
  return of === 0 ? '–' : `${((part / of) * 100).toFixed(1)}%`
}

const DAY = 86_400_000

export function daysSince(moment: Date): number {
  return Math.floor((Date.now() - moment.getTime()) / DAY)
}

/** How long ago something was, in days; the moment itself is its title. */
export function ago(moment: Date, language: Language): Html {
  const days = daysSince(moment)
  const state = days < 8 ? 'fresh' : days < 31 ? 'late' : 'silent'
  const text = new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-days, 'day')
  return html`<time class="${state}" datetime="${moment.toISOString()}" title="${moment.toLocaleString(language)}"
    >${text}</time
  >`
}

/** A moment as it stands in a list. */
export function time(moment: Date, language: Language): Html {
  return html`<time datetime="${moment.toISOString()}"
    >${moment.toLocaleString(language, { dateStyle: 'short', timeStyle: 'short' })}</time
  >`
}

/** A moment for a sheet, in the hub's time. */
export function timeText(moment: Date): string {
  const two = (number: number) => String(number).padStart(2, '0')
  const day = `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
  return `${day} ${two(moment.getHours())}:${two(moment.getMinutes())}`
}
