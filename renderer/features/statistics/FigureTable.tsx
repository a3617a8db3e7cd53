import { EditOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { Fragment, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Figure, Statistics } from '../../../shared/contract/statistics'
import { indicatorGroupSchema } from '../../../shared/model/statistics'
import { hasList, indicators, isTyped } from '../../../shared/rules/statistics/indicators'
import { FigureListDialog, type OpenedFigure } from './FigureListDialog'
import styles from './statistics.module.css'
import { TypedFigureDialog } from './TypedFigureDialog'
import { useStatisticsWords } from './use-statistics-words'

/** The figures of a period by group, beside those of the period before; each opens what it counts. */
export function FigureTable({ statistics: { figures, period, before } }: { readonly statistics: Statistics }) {
  const { t } = useTranslation('statistics')
  const { words, part: partName, value: shown } = useStatisticsWords()
  const [opened, setOpened] = useState<OpenedFigure | null>(null)
  const [typing, setTyping] = useState<Figure | null>(null)

  function figure(text: string, of: Omit<OpenedFigure, 'title'>, value: number | null, isBefore = false) {
    if (value === null || value === 0 || !hasList(indicators[of.key])) return text
    const names = [
      words.indicators[of.key],
      ...(of.part === undefined ? [] : [partName(of.key, of.part)]),
      ...(of.women ? [words.women] : []),
      ...(isBefore ? [words.headings[4]] : []),
    ]
    const title = names.join('－')
    return (
      <Button type="link" size="small" aria-label={`${title} ${text}`} onClick={() => setOpened({ ...of, title })}>
        {text}
      </Button>
    )
  }

  function cells(
    of: Pick<OpenedFigure, 'key' | 'part'>,
    { value, women, before: earlier }: Pick<Figure, 'value' | 'women' | 'before'>,
  ) {
    const { unit } = indicators[of.key]
    const change = unit === 'yesNo' || value === null || earlier === null ? null : value - earlier
    return (
      <>
        <td className={styles.value}>{figure(shown(of.key, value), { ...of, period, women: false }, value)}</td>
        <td className={styles.value}>
          {women !== null && figure(shown(of.key, women), { ...of, period, women: true }, women)}
        </td>
        <td className={styles.value}>
          {figure(shown(of.key, earlier), { ...of, period: before, women: false }, earlier, true)}
        </td>
        <td className={styles.value}>{change !== null && `${change > 0 ? '+' : ''}${shown(of.key, change)}`}</td>
      </>
    )
  }

  function remark(one: Figure) {
    const { typed, day } = one
    if (!isTyped(indicators[one.key])) return day
    return (
      <>
        {typed !== null && words.typed(typed.source ?? '', typed.statedOn ?? '')}
        {typed === null && one.value !== null && t('staffFromRecord')}{' '}
        <Button
          className="screen-only"
          type="link"
          size="small"
          icon={<EditOutlined />}
          aria-label={t('typeIn', { name: words.indicators[one.key] })}
          onClick={() => setTyping(one)}
        >
          {t('type')}
        </Button>
      </>
    )
  }

  const [item, unit, value, women, earlier, change, note] = words.headings
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label={words.title}>
        <thead>
          <tr>
            {[item, unit, value, women, earlier, change, note].map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {indicatorGroupSchema.options.map((group) => (
            <Fragment key={group}>
              <tr className={styles.group}>
                <th scope="rowgroup" colSpan={7}>
                  {words.groups[group]}
                </th>
              </tr>
              {figures
                .filter(({ key }) => indicators[key].group === group)
                .map((one) => (
                  <Fragment key={one.key}>
                    <tr>
                      <th scope="row">{words.indicators[one.key]}</th>
                      <td>{words.units[indicators[one.key].unit]}</td>
                      {indicators[one.key].unit === 'day' ? (
                        <>
                          <td className={styles.value}>{one.day ?? shown(one.key, null)}</td>
                          <td colSpan={3} />
                        </>
                      ) : (
                        cells({ key: one.key }, one)
                      )}
                      <td>{remark(one)}</td>
                    </tr>
                    {one.parts.map((part) => (
                      <tr key={part.part ?? ''} className={styles.part}>
                        <th scope="row">{partName(one.key, part.part)}</th>
                        <td>{words.units[indicators[one.key].unit]}</td>
                        {cells({ key: one.key, part: part.part }, part)}
                        <td />
                      </tr>
                    ))}
                  </Fragment>
                ))}
            </Fragment>
          ))}
        </tbody>
      </table>
      {opened !== null && <FigureListDialog figure={opened} onClose={() => setOpened(null)} />}
      {typing !== null && <TypedFigureDialog figure={typing} period={period} onClose={() => setTyping(null)} />}
    </div>
  )
}
