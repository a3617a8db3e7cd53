import { useQuery } from '@tanstack/react-query'
import { Button, Dropdown, Table, Tag, type TableColumnsType } from 'antd'
import { DownOutlined } from '@ant-design/icons'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { arrearsStepKindSchema, type ArrearsStep, type ArrearsStepKind } from '../../../../shared/model/arrears'
import type { MemberId } from '../../../../shared/model/id'
import { CHARTER_MONTHS } from '../../../../shared/rules/dues/arrears-course'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import panel from '../../../components/panel.module.css'
import { Section } from '../../../components/Section'
import { formatYuan } from '../../../components/yuan'
import styles from './arrears.module.css'
import { StepDialog } from './StepDialog'

/** The course of arrears with a member: what was done, what is due, and the charter's conditions beside it. */
export function ArrearsCourse({ memberId }: { readonly memberId: MemberId }) {
  const { t } = useTranslation(['arrears', 'common'])
  const navigate = useNavigate()
  const [taking, setTaking] = useState<ArrearsStepKind | null>(null)
  const found = useQuery(api.dues.arrears.member.queryOptions({ input: { memberId } }))
  if (found.isError) return <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
  if (found.isPending) return null
  const { debtor, steps, activities, isStricter } = found.data
  if (steps.length === 0 && debtor.row === 0) return null
  const { due, standing, row } = debtor
  const next = arrearsStepKindSchema.safeParse(due)
  const talk = steps.find(({ kind }) => kind === 'talk')
  const columns: TableColumnsType<ArrearsStep> = [
    { title: t('take.on'), width: 120, render: (_, { on }) => <span className="numeric">{on}</span> },
    { title: t('column.last'), width: 120, render: (_, { kind }) => t(`step.${kind}`) },
    { title: t('take.by'), width: 110, dataIndex: 'by' },
    {
      title: t('course.owed'),
      width: 170,
      render: (_, { months, owed }) => t('course.owedText', { months, amount: formatYuan(owed) }),
    },
    {
      title: t('course.enteredUntil'),
      width: 120,
      render: (_, { enteredUntil }) => <span className="numeric">{enteredUntil}</span>,
    },
    {
      title: t('course.reason'),
      render: (_, { reason, decision, document }) =>
        decision === null
          ? reason
          : t('course.decided', { decision: t(`decision.${decision}`), document: document ?? '' }),
    },
  ]
  return (
    <Section
      title={t('course.title')}
      action={
        standing === 'owes' && (
          <div className={panel.bar}>
            <Dropdown
              trigger={['click']}
              menu={{
                items: arrearsStepKindSchema.options.map((kind) => ({ key: kind, label: t(`step.${kind}`) })),
                onClick: ({ key }) => setTaking(arrearsStepKindSchema.parse(key)),
              }}
            >
              <Button icon={<DownOutlined />} iconPlacement="end">
                {t('act.menu')}
              </Button>
            </Dropdown>
            {next.success && (
              <Button type="primary" onClick={() => setTaking(next.data)}>
                {t(`step.${next.data}`)}
              </Button>
            )}
            {due === 'withdrawal' && (
              <Button
                type="primary"
                onClick={() =>
                  void navigate(`/members/${memberId}?tab=events`, {
                    state: {
                      eventDraft: {
                        type: 'withdrawal',
                        reason: t('course.withdrawalReason', { count: row }),
                        documentNumber: steps[0]?.document ?? '',
                        decidedOn: steps[0]?.on ?? '',
                      },
                    },
                  })
                }
              >
                {t('course.toWithdrawal')}
              </Button>
            )}
            {due === 'exemption' && <Link to="/dues?tab=exemptions">{t('course.toExemption')}</Link>}
          </div>
        )
      }
    >
      <p className={panel.bar}>
        <strong>{t('course.now', { count: row })}</strong>
        {due !== null && <Tag color="warning">{t('course.next', { due: t(`due.${due}`) })}</Tag>}
        {due === null && (
          <span className={panel.quiet}>{t(standing === 'exempt' ? 'course.exempt' : 'course.nothingDue')}</span>
        )}
      </p>
      <div className={styles.charter}>
        <strong>{t('charter.title')}</strong>
        <p>{t('charter.text')}</p>
        <ul>
          <li>{t('charter.months', { count: CHARTER_MONTHS, row })}</li>
          <li>
            {t('charter.activities', { count: activities.length })}
            {activities.map(({ activityId, title, startsOn }) => (
              <span key={activityId}>
                {' '}
                <Link to={`/activities/${activityId}`}>{`${title} ${startsOn}`}</Link>
              </span>
            ))}
          </li>
          <li>
            {talk === undefined
              ? t('charter.noTalk')
              : t('charter.talk', { on: talk.on, reason: talk.reason ?? t('charter.noReason') })}
          </li>
        </ul>
        {isStricter && <p>{t('charter.stricter')}</p>}
      </div>
      <Table<ArrearsStep>
        rowKey="id"
        size="middle"
        columns={columns}
        dataSource={steps}
        pagination={false}
        locale={{ emptyText: t('course.none') }}
        scroll={{ x: 860 }}
      />
      {taking !== null && <StepDialog kind={taking} memberIds={[memberId]} onClose={() => setTaking(null)} />}
    </Section>
  )
}
