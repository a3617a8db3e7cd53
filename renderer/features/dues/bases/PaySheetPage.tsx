import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Checkbox, Form, Input, Segmented, Select, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useSearchParams } from 'react-router'
import type { PaySheet } from '../../../../shared/contract/dues/bases'
import { monthSchema, type Month } from '../../../../shared/model/date'
import type { MemberId } from '../../../../shared/model/id'
import { dayOf, monthOf } from '../../../../shared/rules/date'
import { changedBasis } from '../../../../shared/rules/dues/basis'
import { api, client } from '../../../client'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormField } from '../../../components/FormField'
import { PageHeader } from '../../../components/PageHeader'
import panel from '../../../components/panel.module.css'
import { ProgressDialog } from '../../../components/ProgressDialog'
import { Section } from '../../../components/Section'
import { useDates } from '../../../components/use-dates'
import { useProgress } from '../../../components/use-progress'
import { useUndo } from '../../../components/use-undo'
import { FileDrop } from '../../roster/FileDrop'
import { readMonth } from '../month-text'
import styles from './bases.module.css'
import { changeOf, sheetRows, type RowGroup, type SheetChoices, type SheetRow } from './sheet-choices'
import { useBasisText } from './use-basis-text'

const groupOrder: readonly RowGroup[] = ['toChoose', 'changed', 'repeated', 'unknown', 'empty', 'leftOut', 'same']
const BACK = '/dues?tab=bases'

/** Bases read from a pay sheet: choose month and file, settle whom rows are about, look at old against new, write. */
export function PaySheetPage() {
  const { t } = useTranslation(['bases', 'common'])
  const [params] = useSearchParams()
  const { run, progress, error, clearError } = useProgress()
  const [text, setText] = useState<string>(() =>
    monthSchema.catch(monthOf(dayOf(new Date()))).parse(params.get('month')),
  )
  const [read, setRead] = useState<{ readonly sheet: PaySheet; readonly month: Month } | null>(null)
  const month = readMonth(text)

  async function readFile(file: File) {
    clearError()
    if (month === null) return
    const sheet = await run((options) => client.dues.bases.read({ file, month }, options))
    if (sheet !== undefined) setRead({ sheet, month })
  }

  if (read !== null) return <SheetPreview {...read} onAgain={() => setRead(null)} />
  return (
    <>
      <PageHeader title={t('sheet.title')} note={t('sheet.intro')} backTo={BACK} />
      <div className={panel.stack}>
        <Form layout="vertical" style={{ maxWidth: 320 }}>
          <FormField
            label={t('validFrom')}
            hint={t('validFromHint')}
            error={month === null ? t('problem.month') : null}
            required
          >
            {(control) => (
              <Input {...control} className="numeric" value={text} onChange={({ target }) => setText(target.value)} />
            )}
          </FormField>
        </Form>
        {error !== null && <ErrorNotice error={error} />}
        {month !== null && <FileDrop onFile={(file) => void readFile(file)} />}
      </div>
      <ProgressDialog title={t('sheet.reading')} progress={progress} />
    </>
  )
}

interface SheetPreviewProps {
  readonly sheet: PaySheet
  readonly month: Month
  readonly onAgain: () => void
}

function SheetPreview({ sheet, month, onAgain }: SheetPreviewProps) {
  const { t } = useTranslation(['bases', 'fields', 'common'])
  const dates = useDates()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const [choices, setChoices] = useState<SheetChoices>(new Map())
  const [chosenGroup, setGroup] = useState<RowGroup | null>(null)
  const [replace, setReplace] = useState(false)
  const rows = sheetRows(sheet, month, choices)
  const groups = groupOrder.filter((name) => rows.some(({ group }) => group === name))
  const group = chosenGroup !== null && groups.includes(chosenGroup) ? chosenGroup : groups[0]
  const changed = rows.filter((row) => row.group === 'changed')
  const replaced = changed.filter(({ replaces }) => replaces).length
  const countOf = (name: RowGroup) => rows.filter((row) => row.group === name).length
  const write = useMutation(
    api.dues.bases.import.mutationOptions({
      onSuccess: ({ batchId, members }) => {
        offerUndo(t('saved', { count: members }), batchId)
        void navigate(BACK)
        return queryClient.invalidateQueries()
      },
    }),
  )

  function choose(index: number, memberId: MemberId | null) {
    setChoices((before) => new Map([...before, [index, memberId]]))
  }

  /** Takes one of several rows about the same member instead of the one that counts now. */
  function takeInstead({ index, member }: SheetRow) {
    if (member === null) return
    const others = rows.filter((row) => row.index !== index && row.member?.memberId === member.memberId)
    const leftOut = others.map((row) => [row.index, null] as const)
    setChoices((before) => new Map([...before, ...leftOut, [index, member.memberId]]))
  }

  return (
    <>
      <PageHeader
        title={t('sheet.previewTitle', { month: dates.month(month) })}
        note={sheet.fileName}
        backTo={BACK}
        actions={
          <>
            <Button onClick={onAgain}>{t('sheet.again')}</Button>
            <Button
              type="primary"
              disabled={changed.length === 0 || (replaced > 0 && !replace)}
              loading={write.isPending}
              onClick={() =>
                write.mutate({
                  fileName: sheet.fileName,
                  validFrom: month,
                  replace,
                  rows: changed.flatMap(({ member, row }) =>
                    member === null ? [] : [{ memberId: member.memberId, change: changeOf(row) }],
                  ),
                })
              }
            >
              {t('sheet.write', { count: changed.length })}
            </Button>
          </>
        }
      />
      <div className={panel.stack}>
        {write.isError && <ErrorNotice error={write.error} />}
        {countOf('toChoose') > 0 && (
          <Alert type="warning" showIcon title={t('sheet.toChoose', { count: countOf('toChoose') })} />
        )}
        {replaced > 0 && (
          <Checkbox checked={replace} onChange={({ target }) => setReplace(target.checked)}>
            {t('replace', { count: replaced })}
          </Checkbox>
        )}
        <Section title={t('sheet.columns')}>
          <p>
            {sheet.columns
              .map(({ letter, heading, meaning }) =>
                t('sheet.column', { letter, heading, meaning: meaningText(meaning) }),
              )
              .join(t('semicolon'))}
          </p>
        </Section>
        {group !== undefined && (
          <>
            <Segmented<RowGroup>
              style={{ alignSelf: 'flex-start', maxWidth: '100%', overflowX: 'auto' }}
              aria-label={t('sheet.groups')}
              value={group}
              onChange={setGroup}
              options={groups.map((value) => ({
                value,
                label: t('groupCount', { name: t(`sheet.group.${value}`), total: countOf(value) }),
              }))}
            />
            <p className={panel.quiet}>{t(`sheet.groupText.${group}`)}</p>
            <SheetTable
              key={group}
              rows={rows.filter((row) => row.group === group)}
              sheet={sheet}
              choices={choices}
              onChoose={choose}
              onTakeInstead={takeInstead}
            />
          </>
        )}
      </div>
    </>
  )

  function meaningText(meaning: PaySheet['columns'][number]['meaning']): string {
    if (meaning === 'memberClass') return t('class')
    return meaning === 'grade' ? t('grade') : t(`fields:payItem.${meaning}`)
  }
}

interface SheetTableProps {
  readonly rows: readonly SheetRow[]
  readonly sheet: PaySheet
  readonly choices: SheetChoices
  readonly onChoose: (index: number, memberId: MemberId | null) => void
  readonly onTakeInstead: (row: SheetRow) => void
}

function SheetTable({ rows, sheet, choices, onChoose, onTakeInstead }: SheetTableProps) {
  const { t } = useTranslation(['bases', 'fields', 'common'])
  const basisText = useBasisText()
  const members = new Map(sheet.members.map((member) => [member.memberId, member]))

  function personText(memberId: MemberId): string {
    const member = members.get(memberId)
    return [member?.name, member?.department, member?.staffNumber].filter((text) => text != null).join(t('dot'))
  }

  const columns: TableColumnsType<SheetRow> = [
    {
      title: t('sheet.row'),
      width: 80,
      render: (_, { row }) => <span className="numeric">{row.row}</span>,
    },
    {
      title: t('sheet.person'),
      width: 190,
      render: (_, { row }) => (
        <div className={styles.lines}>
          {row.name}
          <div className={panel.quiet}>
            {[row.staffNumber, row.department].filter((text) => text !== null).join(t('dot'))}
          </div>
        </div>
      ),
    },
    {
      title: t('sheet.member'),
      width: 250,
      render: (_, line) => {
        const {
          index,
          member,
          group,
          row: { match, name, row },
        } = line
        if (match.kind !== 'ambiguous') {
          return member === null ? null : (
            <div className={styles.lines}>
              <Link to={`/members/${member.memberId}?tab=dues`}>{personText(member.memberId)}</Link>
              {group === 'repeated' && (
                <div>
                  <Button size="small" onClick={() => onTakeInstead(line)}>
                    {t('sheet.takeInstead')}
                  </Button>
                </div>
              )}
            </div>
          )
        }
        const chosen = choices.get(index)
        return (
          <div className={styles.lines}>
            <Select<MemberId | 'nobody'>
              className={styles.wide ?? ''}
              aria-label={t('sheet.chooseFor', { name: name ?? String(row) })}
              placeholder={t('sheet.choose')}
              {...(chosen === undefined ? {} : { value: chosen ?? 'nobody' })}
              onChange={(value) => onChoose(index, value === 'nobody' ? null : value)}
              options={[
                ...match.memberIds.map((value) => ({ value, label: personText(value) })),
                { value: 'nobody' as const, label: t('sheet.nobody') },
              ]}
            />
            <div className={panel.quiet}>{t(`sheet.doubt.${match.doubt}`)}</div>
          </div>
        )
      },
    },
    {
      title: t('sheet.before'),
      render: (_, { member, before }) => (member === null ? null : before === null ? t('noBasis') : basisText(before)),
    },
    {
      title: t('sheet.after'),
      render: (_, { after, row }) => (
        <div className={styles.lines}>
          {basisText(after ?? changedBasis(null, changeOf(row)))}
          {row.faults.map(({ cell, text }) => (
            <div key={cell} className={styles.fault}>
              {t('sheet.fault', { cell, text })}
            </div>
          ))}
        </div>
      ),
    },
  ]
  return (
    <Table
      size="small"
      rowKey="index"
      columns={columns}
      dataSource={rows}
      pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
      locale={{ emptyText: <EmptyState title={t('nobody')} /> }}
      scroll={{ x: 980 }}
    />
  )
}
