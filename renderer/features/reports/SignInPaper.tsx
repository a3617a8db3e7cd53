import { Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NameRow } from '../../../shared/contract/reports'
import type { ActivityId } from '../../../shared/model/id'
import { activityCode, memberCode } from '../../../shared/rules/activities/sign-in-code'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FormField } from '../../components/FormField'
import { QrCode } from '../../components/QrCode'
import { Section } from '../../components/Section'
import { dayRange } from '../activities/plan/day-range'
import styles from './paper.module.css'
import {
  signInColumns,
  signInSettingsSchema,
  storedSettings,
  storeSettings,
  type SignInSettings,
} from './paper-settings'
import { PageSetup } from './PageSetup'
import { PaperActions } from './PaperActions'
import { PeopleChoice } from './PeopleChoice'
import pageStyles from './reports.module.css'
import { TooMany } from './TooMany'
import { pagesOf, useNames } from './use-names'

const STORED = 'sign-in-settings'
/** What the rows of a page share, in millimetres. */
const ROWS_HEIGHT = 220

/** A sign-in sheet 签到表 for those chosen, or for who signed up for an activity. */
export function SignInPaper() {
  const { t } = useTranslation(['reports', 'fields'])
  const { people, list, names } = useNames()
  const [settings, setSettings] = useState(() => storedSettings(STORED, signInSettingsSchema))
  const [typedTitle, setTypedTitle] = useState<string | null>(null)

  function change(changes: Partial<SignInSettings>) {
    const next = signInSettingsSchema.safeParse({ ...settings, ...changes })
    if (!next.success) return
    setSettings(next.data)
    storeSettings(STORED, next.data)
  }

  const rows = names.data?.rows ?? []
  const activity = names.data?.activity ?? null
  const activityId = people.by === 'activity' ? people.activityId : null
  const signed = people.by === 'activity' && people.attendance === 'present'
  const own = t(signed ? 'signedDefault' : 'signDefault')
  const title = typedTitle ?? (activity === null ? own : `${activity.title} ${own}`)
  const subtitle =
    activity === null
      ? null
      : activity.place === null
        ? t('signDays', { days: dayRange(activity) })
        : t('signPlace', { days: dayRange(activity), place: activity.place })
  const pages = pagesOf(rows, settings.rows)
  return (
    <>
      <div className="screen-only">
        <Section title={t('people')}>
          <PeopleChoice people={people} list={list} count={names.data?.total ?? null} />
          {names.isError && <ErrorNotice error={names.error} onRetry={() => void names.refetch()} />}
        </Section>
        <Section
          title={t('printing')}
          action={rows.length > 0 && <PaperActions paper="signIn" count={rows.length} name={title} landscape={false} />}
        >
          <Form layout="vertical" className={pageStyles.settings}>
            <FormField label={t('signTitle')}>
              {(control) => (
                <Input
                  {...control}
                  style={{ width: 320 }}
                  maxLength={60}
                  value={title}
                  onChange={({ target }) => setTypedTitle(target.value)}
                />
              )}
            </FormField>
            <FormField label={t('signRows')}>
              {({ id }) => (
                <InputNumber
                  id={id}
                  min={5}
                  max={60}
                  value={settings.rows}
                  onChange={(value) => value !== null && change({ rows: value })}
                />
              )}
            </FormField>
            <FormField label={t('signColumns')}>
              {({ id }) => (
                <Select
                  id={id}
                  mode="multiple"
                  style={{ width: 340 }}
                  value={settings.columns}
                  onChange={(columns) => change({ columns })}
                  options={signInColumns.map((value) => ({ value, label: t(`fields:member.${value}`) }))}
                />
              )}
            </FormField>
            <Checkbox checked={settings.codes} onChange={({ target }) => change({ codes: target.checked })}>
              {t('signCodes')}
            </Checkbox>
          </Form>
          <TooMany shown={rows.length} total={names.data?.total ?? 0} />
        </Section>
      </div>
      {pages.map((page, index) => (
        <SignInPage
          key={index}
          title={title}
          subtitle={subtitle}
          rows={page}
          settings={settings}
          activityId={activityId}
          before={index * settings.rows}
          foot={t('page', { page: index + 1, pages: pages.length })}
        />
      ))}
    </>
  )
}

interface SignInPageProps {
  readonly title: string
  readonly subtitle: string | null
  readonly rows: readonly NameRow[]
  readonly settings: SignInSettings
  /** Whose code stands at the head; null where the sheet is of no activity. */
  readonly activityId: ActivityId | null
  /** Names on the pages before. */
  readonly before: number
  readonly foot: string
}

function SignInPage({
  title,
  subtitle,
  rows,
  settings: { columns, rows: lines, codes },
  activityId,
  before,
  foot,
}: SignInPageProps) {
  const { t } = useTranslation(['reports', 'fields'])
  const codeSize = `${Math.min(14, ROWS_HEIGHT / lines - 1.5)}mm`
  return (
    <article className={`${styles.page} ${styles.signIn}`} aria-label={title}>
      <PageSetup landscape={false} margin="0" />
      {codes && activityId !== null && (
        <div className={styles.corner}>
          <QrCode text={activityCode(activityId)} label={t('activityCode')} size="20mm" />
          {activityCode(activityId)}
        </div>
      )}
      <h2 className={styles.title}>{title}</h2>
      {subtitle !== null && <p>{subtitle}</p>}
      <table className={`${styles.table} ${styles.list}`}>
        <thead>
          <tr>
            <th style={{ width: '12mm' }}>{t('signNumber')}</th>
            <th style={{ width: '26mm' }}>{t('signName')}</th>
            {columns.map((column) => (
              <th key={column}>{t(`fields:member.${column}`)}</th>
            ))}
            <th style={{ width: '42mm' }}>{t('signature')}</th>
            {codes && <th style={{ width: '30mm' }}>{t('signCode')}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.id} style={{ height: `${ROWS_HEIGHT / lines}mm` }}>
              <td className={styles.label}>{before + index + 1}</td>
              <td className={styles.label}>{row.name}</td>
              {columns.map((column) => (
                <td key={column}>{row[column]}</td>
              ))}
              <td />
              {codes && (
                <td className={styles.code}>
                  <QrCode text={memberCode(row)} label={t('codeOf', { name: row.name })} size={codeSize} />
                  {memberCode(row)}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.foot}>{foot}</p>
    </article>
  )
}
