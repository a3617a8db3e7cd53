import { Checkbox, Form, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NameRow } from '../../../shared/contract/reports'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FormField } from '../../components/FormField'
import { Section } from '../../components/Section'
import styles from './paper.module.css'
import {
  labelNumberSchema,
  labelSettingsSchema,
  storedSettings,
  storeSettings,
  type LabelSettings,
} from './paper-settings'
import { PageSetup } from './PageSetup'
import { PaperActions } from './PaperActions'
import { PeopleChoice } from './PeopleChoice'
import pageStyles from './reports.module.css'
import { TooMany } from './TooMany'
import { pagesOf, useNames } from './use-names'

const STORED = 'label-settings'
/** A4, in millimetres. */
const [WIDTH, HEIGHT] = [210, 296]

/** Labels 标签 of name, department and number, so many a page. */
export function LabelPaper() {
  const { t } = useTranslation(['reports', 'fields', 'common'])
  const { people, list, names } = useNames()
  const [settings, setSettings] = useState(() => storedSettings(STORED, labelSettingsSchema))

  function change(changes: Partial<LabelSettings>) {
    const next = labelSettingsSchema.safeParse({ ...settings, ...changes })
    if (!next.success) return
    setSettings(next.data)
    storeSettings(STORED, next.data)
  }

  const figures = [
    { name: 'columns', label: t('labelColumns'), max: 6 },
    { name: 'rows', label: t('labelRows'), max: 20 },
    { name: 'top', label: t('labelTop'), max: 100 },
    { name: 'left', label: t('labelLeft'), max: 100 },
    { name: 'gap', label: t('labelGap'), max: 20 },
    { name: 'size', label: t('labelSize'), max: 40 },
  ] as const
  const rows = names.data?.rows ?? []
  return (
    <>
      <div className="screen-only">
        <Section title={t('people')}>
          <PeopleChoice people={people} list={list} count={names.data?.total ?? null} />
          {names.isError && <ErrorNotice error={names.error} onRetry={() => void names.refetch()} />}
        </Section>
        <Section
          title={t('printing')}
          action={
            rows.length > 0 && (
              <PaperActions paper="labels" count={rows.length} name={t('paper.labels')} landscape={false} />
            )
          }
        >
          <Form layout="vertical" className={pageStyles.settings}>
            {figures.map(({ name, label, max }) => (
              <FormField key={name} label={label}>
                {({ id }) => (
                  <InputNumber
                    id={id}
                    min={0}
                    max={max}
                    value={settings[name]}
                    onChange={(value) => value !== null && change({ [name]: value })}
                  />
                )}
              </FormField>
            ))}
            <FormField label={t('labelNumber')}>
              {({ id }) => (
                <Select
                  id={id}
                  style={{ width: 140 }}
                  value={settings.number}
                  onChange={(number) => change({ number })}
                  options={labelNumberSchema.options.map((value) => ({
                    value,
                    label: value === 'none' ? t('common:none') : t(`fields:member.${value}`),
                  }))}
                />
              )}
            </FormField>
            <Form.Item>
              <Checkbox checked={settings.border} onChange={({ target }) => change({ border: target.checked })}>
                {t('labelBorder')}
              </Checkbox>
            </Form.Item>
          </Form>
          <TooMany shown={rows.length} total={names.data?.total ?? 0} />
        </Section>
      </div>
      {pagesOf(rows, settings.columns * settings.rows).map((page, index) => (
        <LabelPage key={index} rows={page} settings={settings} label={t('paper.labels')} />
      ))}
    </>
  )
}

interface LabelPageProps {
  readonly rows: readonly NameRow[]
  readonly settings: LabelSettings
  readonly label: string
}

function LabelPage({
  rows,
  settings: { columns, rows: lines, top, left, gap, size, border, number },
  label,
}: LabelPageProps) {
  const width = (WIDTH - 2 * left - (columns - 1) * gap) / columns
  const height = (HEIGHT - 2 * top - (lines - 1) * gap) / lines
  return (
    <article
      className={[styles.page, styles.labels, ...(border ? [styles.bordered] : [])].join(' ')}
      aria-label={label}
      style={{
        padding: `${top}mm ${left}mm`,
        gap: `${gap}mm`,
        gridTemplateColumns: `repeat(${columns}, ${width}mm)`,
        gridAutoRows: `${height}mm`,
        fontSize: `${size}pt`,
      }}
    >
      <PageSetup landscape={false} margin="0" />
      {rows.map((row) => (
        <div key={row.id} className={styles.tag}>
          <strong>{row.name}</strong>
          {row.department !== null && <span>{row.department}</span>}
          {number !== 'none' && row[number] !== null && <span>{row[number]}</span>}
        </div>
      ))}
    </article>
  )
}
