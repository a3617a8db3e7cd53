import { CartesianGrid, Line, LineChart, XAxis, YAxis } from 'recharts'
import styles from './BarPicture.module.css'
import { useMeasure, type Measure } from './use-measure'

export interface PictureLine {
  readonly name: string
  /** One for each category; null where nothing is shown. */
  readonly amounts: readonly (number | null)[]
}

interface LinePictureProps {
  readonly title: string
  readonly categories: readonly string[]
  /** At most four, told apart by their strokes in black and white. */
  readonly lines: readonly PictureLine[]
  readonly measure: Measure
}

const STROKES = ['0', '7 4', '2 4', '10 4 2 4'] as const

/** How amounts went over time; the figures stand in a table beside it. */
export function LinePicture({ title, categories, lines, measure }: LinePictureProps) {
  const { short } = useMeasure(measure)
  const shown = lines.slice(0, STROKES.length)
  return (
    <figure className={styles.picture} aria-label={title}>
      <figcaption className={styles.caption}>
        <strong>{title}</strong>
        {shown.length > 1 &&
          shown.map(({ name }, order) => (
            <span key={name} className={styles.key}>
              <svg width="28" height="10" aria-hidden="true">
                <line x1="0" y1="5" x2="28" y2="5" className={styles.line} strokeDasharray={STROKES[order]} />
              </svg>
              {name}
            </span>
          ))}
      </figcaption>
      <LineChart
        responsive
        accessibilityLayer={false}
        className={styles.chart ?? ''}
        width="100%"
        height={220}
        data={categories.map((category, index) => ({ category, index }))}
        margin={{ top: 8, right: 16, bottom: 0, left: 8 }}
      >
        <CartesianGrid vertical={false} className={styles.grid ?? ''} />
        <XAxis dataKey="category" tickLine={false} className={styles.axis ?? ''} />
        <YAxis
          width={56}
          tickLine={false}
          axisLine={false}
          className={styles.axis ?? ''}
          allowDecimals={measure !== 'count'}
          tickFormatter={short}
        />
        {shown.map(({ name, amounts }, order) => (
          <Line
            key={name}
            name={name}
            type="linear"
            dataKey={({ index }: { readonly index: number }) => amounts[index] ?? null}
            className={styles.line ?? ''}
            stroke="currentColor"
            strokeWidth={2}
            strokeDasharray={STROKES[order] ?? '0'}
            dot={{ r: 2.5 }}
            isAnimationActive={false}
          />
        ))}
      </LineChart>
    </figure>
  )
}
