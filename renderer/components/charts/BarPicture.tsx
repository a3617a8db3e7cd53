import type { KeyboardEvent } from 'react'
import { Bar, BarChart, CartesianGrid, XAxis, YAxis, type BarShapeProps } from 'recharts'
import styles from './BarPicture.module.css'
import { useMeasure, type Measure } from './use-measure'

export interface PictureSeries {
  readonly name: string
  /** What was to be is drawn as an empty frame, what became of it filled: both are told apart in black and white. */
  readonly tone: 'expected' | 'actual'
  /** One for each category. */
  readonly amounts: readonly number[]
}

interface BarPictureProps {
  readonly title: string
  readonly categories: readonly string[]
  readonly series: readonly PictureSeries[]
  /** What the amounts are of; money is in fen. */
  readonly measure?: Measure
  /** Opens what is behind a bar. */
  readonly onOpen: (category: number, series: number) => void
}

/** A bar is never lower than this, in pixels, so that a small amount is seen and can be clicked. */
const LEAST_HEIGHT = 3

/** Amounts as bars side by side; each is a button that opens the list behind it. */
export function BarPicture({ title, categories, series, measure = 'money', onOpen }: BarPictureProps) {
  const { full, short } = useMeasure(measure)
  const rows = categories.map((category, index) => ({ category, index }))
  return (
    <figure className={styles.picture} aria-label={title}>
      <figcaption className={styles.caption}>
        <strong>{title}</strong>
        {series.length > 1 &&
          series.map(({ name, tone }) => (
            <span key={name} className={styles.key}>
              <svg width="14" height="14" aria-hidden="true">
                <rect x="1" y="1" width="12" height="12" className={styles[tone]} />
              </svg>
              {name}
            </span>
          ))}
      </figcaption>
      <BarChart
        responsive
        accessibilityLayer={false}
        className={styles.chart ?? ''}
        width="100%"
        height={240}
        data={rows}
        barGap={2}
        margin={{ top: 8, right: 8, bottom: 0, left: 8 }}
      >
        <CartesianGrid vertical={false} className={styles.grid ?? ''} />
        <XAxis dataKey="category" interval={0} tickLine={false} className={styles.axis ?? ''} />
        <YAxis
          width={64}
          tickLine={false}
          axisLine={false}
          className={styles.axis ?? ''}
          allowDecimals={measure !== 'count'}
          tickFormatter={short}
        />
        {series.map(({ name, tone, amounts }, order) => (
          <Bar
            key={name}
            dataKey={({ index }: (typeof rows)[number]) => amounts[index] ?? 0}
            maxBarSize={40}
            isAnimationActive={false}
            shape={(bar: BarShapeProps) => (
              <Column
                bar={bar}
                tone={tone}
                label={[categories[bar.index], name, full(amounts[bar.index] ?? 0)].join(' ')}
                onOpen={() => onOpen(bar.index, order)}
              />
            )}
          />
        ))}
      </BarChart>
    </figure>
  )
}

interface ColumnProps {
  readonly bar: BarShapeProps
  readonly tone: PictureSeries['tone']
  readonly label: string
  readonly onOpen: () => void
}

function Column({ bar: { x, y, width, height, value }, tone, label, onOpen }: ColumnProps) {
  if (value === 0) return null
  const tall = Math.max(Math.abs(height), LEAST_HEIGHT)
  function open(event: KeyboardEvent) {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    onOpen()
  }
  return (
    <g role="button" tabIndex={0} aria-label={label} className={styles.column} onClick={onOpen} onKeyDown={open}>
      <title>{label}</title>
      <rect
        x={x}
        y={Math.min(y, y + height) + Math.abs(height) - tall}
        width={width}
        height={tall}
        className={styles[tone]}
      />
    </g>
  )
}
