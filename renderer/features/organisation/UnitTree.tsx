import { CaretDownOutlined, CaretRightOutlined } from '@ant-design/icons'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { UnitTree as Tree } from '../../../shared/contract/organisation'
import styles from './organisation.module.css'
import { treeAct, treeRows, type Place, type TreeRow } from './tree-rows'

interface UnitTreeProps {
  readonly tree: Tree
  readonly selected: Place
  readonly onSelect: (place: Place) => void
}

/** The tree of 分会 and 小组 with their heads; the arrow keys move, open and fold. */
export function UnitTree({ tree, selected, onSelect }: UnitTreeProps) {
  const { t } = useTranslation('organisation')
  const [folded, setFolded] = useState<ReadonlySet<Place>>(new Set())
  const rows = treeRows(tree, folded)
  const idPrefix = useId()
  const list = useRef<HTMLUListElement>(null)

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [selected])

  function fold(place: Place) {
    setFolded((before) =>
      before.has(place) ? new Set([...before].filter((other) => other !== place)) : new Set([...before, place]),
    )
  }

  function onKeyDown(event: KeyboardEvent) {
    const act = treeAct(rows, selected, event.key)
    if (act === null) return
    event.preventDefault()
    if (act.kind === 'go') onSelect(act.place)
    else fold(act.place)
  }

  function nameOf({ place, unit }: TreeRow): string {
    return unit?.name ?? t(place === 'whole' ? 'whole' : 'unplaced')
  }

  return (
    <ul
      ref={list}
      className={styles.tree}
      role="tree"
      tabIndex={0}
      aria-label={t('tree')}
      aria-activedescendant={`${idPrefix}${selected}`}
      onKeyDown={onKeyDown}
    >
      {rows.map((row) => (
        <li
          key={row.place}
          id={`${idPrefix}${row.place}`}
          role="treeitem"
          aria-level={row.level}
          aria-selected={row.place === selected}
          aria-expanded={row.isOpen ?? undefined}
          className={[
            styles.node,
            row.level === 2 ? styles.inner : '',
            row.place === selected ? styles.chosen : '',
            row.unit !== null && row.unit.closedOn !== null ? styles.closed : '',
          ].join(' ')}
          onClick={() => onSelect(row.place)}
        >
          <span
            aria-hidden="true"
            className={styles.fold}
            onClick={(event) => {
              if (row.isOpen === null) return
              event.stopPropagation()
              fold(row.place)
            }}
          >
            {row.isOpen !== null && (row.isOpen ? <CaretDownOutlined /> : <CaretRightOutlined />)}
          </span>
          <span className={styles.nodeName} title={nameOf(row)}>
            {nameOf(row)}
            {row.unit !== null && row.unit.closedOn !== null && (
              <small> {t('closedOn', { date: row.unit.closedOn })}</small>
            )}
          </span>
          <span className="numeric">{row.active + row.kept}</span>
        </li>
      ))}
    </ul>
  )
}
