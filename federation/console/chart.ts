import { html, type Html } from './html'

/** Values of one kind, a bar each; `kind` gives its colour. */
export interface Series {
  readonly name: string
  readonly kind: 'first' | 'second'
  readonly values: readonly number[]
}

interface Chart {
  readonly title: string
  /** What stands below each group of bars. */
  readonly labels: readonly string[]
  readonly series: readonly Series[]
  /** A value as a person reads it. */
  readonly text: (value: number) => string
}

const WIDTH = 720
const HEIGHT = 240
const LEFT = 76
const BOTTOM = 26
const TOP = 12
const STEPS = 4

/** The next round number above, 1, 2, 2.5 or 5 times a power of ten, that `STEPS` equal steps reach. */
function roundAbove(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 1)))
  const factor = [1, 2, 2.5, 5, 10].find((candidate) => candidate * power >= value) ?? 10
  return Math.max(factor * power, STEPS)
}

/** Bars drawn by the hub, without scripts; the same figures always stand in a table beside them. */
export function barChart({ title, labels, series, text }: Chart): Html {
  const top = roundAbove(Math.max(...series.flatMap(({ values }) => values), 0))
  const height = (value: number) => (Math.max(value, 0) / top) * (HEIGHT - BOTTOM - TOP)
  const group = (WIDTH - LEFT) / labels.length
  const bar = (group * 0.7) / series.length
  const lines = Array.from({ length: STEPS + 1 }, (_, step) => {
    const value = (top / STEPS) * step
    const y = HEIGHT - BOTTOM - height(value)
    return html`<line x1="${LEFT}" x2="${WIDTH}" y1="${y}" y2="${y}" />
      <text x="${LEFT - 8}" y="${y + 4}" text-anchor="end">${text(value)}</text>`
  })
  const bars = labels.map((label, at) => {
    const begin = LEFT + group * at + group * 0.15
    const rects = series.map(({ name, kind, values }, order) => {
      const value = values[at] ?? 0
      return html`<rect
        class="${kind}"
        x="${(begin + bar * order).toFixed(1)}"
        width="${bar.toFixed(1)}"
        y="${(HEIGHT - BOTTOM - height(value)).toFixed(1)}"
        height="${height(value).toFixed(1)}"
        ><title>${label} ${name} ${text(value)}</title></rect
      >`
    })
    return html`${rects}<text x="${(begin + group * 0.35).toFixed(1)}" y="${HEIGHT - 8}" text-anchor="middle"
        >${label}</text
      >`
  })
  const legend = series.map(({ name, kind }) => html`<li class="${kind}">${name}</li>`)
  return html`<figure class="chart">
    <figcaption>${title}</figcaption>
    <ul class="legend">
      ${legend}
    </ul>
    <div class="scroll" tabindex="0" role="region" aria-label="${title}">
      <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${title}">${lines} ${bars}</svg>
    </div>
  </figure>`
}
