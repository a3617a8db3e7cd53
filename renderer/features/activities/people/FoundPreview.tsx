import { Alert, Button, Segmented, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { FoundPeople, ShortMember } from '../../../../shared/contract/activities/people'
import type { ActivityId } from '../../../../shared/model/id'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { PageHeader } from '../../../components/PageHeader'
import panel from '../../../components/panel.module.css'
import { Section } from '../../../components/Section'
import { useDates } from '../../../components/use-dates'
import { groupFound, type FoundChoices, type FoundGroup, type GroupedRow, type Purpose } from './found-groups'
import styles from './people.module.css'
import { SignUpCheck } from './SignUpCheck'
import { useWriteFound } from './use-write-found'
import { WhoSelect } from './WhoSelect'

/** Those who need a person first. */
const order: readonly FoundGroup[] = [
  'toChoose',
  'unknown',
  'ready',
  'declines',
  'repeated',
  'already',
  'stranger',
  'empty',
  'leftOut',
]

interface FoundPreviewProps {
  readonly activityId: ActivityId
  readonly purpose: Purpose
  readonly found: FoundPeople
  readonly backTo: string
  readonly onAgain: () => void
}

/** Who was found in a text or a sheet: settled by a person, then written as one act. */
export function FoundPreview({ activityId, purpose, found, backTo, onAgain }: FoundPreviewProps) {
  const { t } = useTranslation('activityPeople')
  const navigate = useNavigate()
  const [choices, setChoices] = useState<FoundChoices>(new Map())
  const [chosenGroup, setGroup] = useState<FoundGroup | null>(null)
  const [beyondQuota, setBeyondQuota] = useState(false)
  const rows = groupFound(found, purpose, choices)
  const groups = order.filter((name) => rows.some(({ group }) => group === name))
  const group = chosenGroup !== null && groups.includes(chosenGroup) ? chosenGroup : groups[0]
  const ready = rows.filter((row) => row.group === 'ready')
  const countOf = (name: FoundGroup) => rows.filter((row) => row.group === name).length
  const write = useWriteFound(activityId, purpose, () => void navigate(backTo))
  const open = countOf('toChoose') + countOf('unknown')

  function choose(index: number, member: ShortMember | null) {
    setChoices((before) => new Map([...before, [index, member]]))
  }

  return (
    <>
      <PageHeader
        title={t(`find.${purpose}.preview`)}
        note={found.fileName ?? t('paste.title')}
        backTo={backTo}
        actions={
          <>
            <Button onClick={onAgain}>{t('find.again')}</Button>
            <Button
              type="primary"
              disabled={ready.length === 0}
              loading={write.isPending}
              onClick={() => write.run(ready, beyondQuota)}
            >
              {t(`find.${purpose}.write`, { count: ready.length })}
            </Button>
          </>
        }
      />
      <div className={panel.stack}>
        {write.error !== null && <ErrorNotice error={write.error} />}
        {open > 0 && <Alert type="warning" showIcon title={t('find.open', { count: open })} />}
        {purpose === 'signUp' && ready.length > 0 && (
          <SignUpCheck
            activityId={activityId}
            memberIds={ready.flatMap(({ member }) => member?.memberId ?? [])}
            fresh={ready.length}
            beyondQuota={beyondQuota}
            onBeyondQuota={setBeyondQuota}
          />
        )}
        {found.columns.length > 0 && (
          <p className={panel.quiet}>
            {found.columns
              .map(({ heading, meaning }) => t('find.column', { heading, meaning: t(`find.meaning.${meaning}`) }))
              .join(t('comma'))}
          </p>
        )}
        {group === undefined ? (
          <EmptyState title={t('find.nobody')} text={t('find.nobodyText')} />
        ) : (
          <>
            <Segmented<FoundGroup>
              className={panel.groups ?? ''}
              aria-label={t('find.groups')}
              value={group}
              onChange={setGroup}
              options={groups.map((value) => ({
                value,
                label: t('countOf', { name: t(`find.group.${value}`), total: countOf(value) }),
              }))}
            />
            <p className={panel.quiet}>{t(`find.groupText.${group}`)}</p>
            <FoundTable
              key={group}
              rows={rows.filter((row) => row.group === group)}
              purpose={purpose}
              found={found}
              choices={choices}
              onChoose={choose}
            />
          </>
        )}
        {found.leftOut.length > 0 && (
          <Section title={t('find.leftOut', { count: found.leftOut.length })}>
            <ul className={styles.leftOut}>
              {found.leftOut.map(({ line, text }) => (
                <li key={line}>
                  <span className="numeric">{t('find.line', { line })}</span> {text}
                </li>
              ))}
            </ul>
          </Section>
        )}
      </div>
    </>
  )
}

interface FoundTableProps {
  readonly rows: readonly GroupedRow[]
  readonly purpose: Purpose
  readonly found: FoundPeople
  readonly choices: FoundChoices
  readonly onChoose: (index: number, member: ShortMember | null) => void
}

function FoundTable({ rows, purpose, found, choices, onChoose }: FoundTableProps) {
  const { t } = useTranslation(['activityPeople', 'fields', 'bases'])
  const dates = useDates()
  const members = new Map(found.members.map((member) => [member.memberId, member]))

  function said({ row }: GroupedRow): readonly string[] {
    const { signedUpAt, attendance, attendedAt, satisfaction, remark, faults } = row
    return [
      ...(purpose === 'signUp' && signedUpAt !== null ? [dates.moment(signedUpAt)] : []),
      ...(purpose === 'attendance' && attendance !== null ? [t(`fields:attendance.${attendance}`)] : []),
      ...(purpose === 'attendance' && attendedAt !== null ? [dates.moment(attendedAt)] : []),
      ...(purpose === 'answers' && satisfaction !== null ? [t('points', { points: satisfaction })] : []),
      ...(remark !== null && purpose !== 'attendance' ? [remark] : []),
      ...faults.map((fault) => t('find.fault', fault)),
    ]
  }

  const columns: TableColumnsType<GroupedRow> = [
    {
      title: t(found.fileName === null ? 'find.lineTitle' : 'find.rowTitle'),
      width: 70,
      render: (_, { row }) => <span className="numeric">{row.line}</span>,
    },
    { title: t('find.text'), width: 230, render: (_, { row }) => row.text },
    {
      title: t('find.member'),
      width: 330,
      render: (_, { index, row, member, group }) => {
        const chosen = choices.get(index)
        if (row.match.kind === 'matched' && chosen === undefined && member !== null) {
          return (
            <div className={panel.bar}>
              <Link to={`/members/${member.memberId}`}>
                {[member.name, member.department, member.staffNumber].filter((part) => part !== null).join(t('dot'))}
              </Link>
              {(group === 'ready' || group === 'declines') && (
                <Button size="small" onClick={() => onChoose(index, group === 'ready' ? null : member)}>
                  {t(group === 'ready' ? 'find.leaveOut' : 'find.takeIn')}
                </Button>
              )}
            </div>
          )
        }
        return (
          <>
            <WhoSelect
              name={row.name ?? row.text}
              candidates={candidatesOf(row, members)}
              chosen={chosen}
              onChoose={(who) => onChoose(index, who)}
            />
            {row.match.kind === 'ambiguous' && (
              <p className={panel.quiet}>{t(`bases:sheet.doubt.${row.match.doubt}`)}</p>
            )}
            {row.match.kind === 'unknown' && row.match.memberIds.length > 0 && (
              <p className={panel.quiet}>{t('find.nearest')}</p>
            )}
          </>
        )
      },
    },
    {
      title: t('find.said'),
      render: (_, line) => said(line).map((part) => <div key={part}>{part}</div>),
    },
  ]
  return (
    <Table
      size="small"
      rowKey="index"
      columns={columns}
      dataSource={rows}
      pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
      scroll={{ x: 860 }}
    />
  )
}

/** Whom a row may be about, the likeliest first. */
function candidatesOf({ match }: GroupedRow['row'], members: ReadonlyMap<string, ShortMember>): readonly ShortMember[] {
  const ids = match.kind === 'matched' ? [match.memberId] : match.memberIds
  return ids.flatMap((id) => members.get(id) ?? [])
}
