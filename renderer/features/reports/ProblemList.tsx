import { Table, Tag, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ReportCheck, ReportedProblem, ReportIssue } from '../../../shared/model/report'
import { useAsOrigin } from '../../components/use-origin'
import styles from './reports.module.css'

const PAGE = 20

/** Of whom the receiver would say something; a name leads to the record and from there back here. */
export function ProblemList({ check }: { readonly check: ReportCheck }) {
  const { t } = useTranslation(['reports', 'common'])
  const origin = useAsOrigin()

  function issueText({ heading, code, value }: ReportIssue) {
    const text = t(`issue.${code}`)
    return value === null ? t('issueText', { heading, text }) : t('issueValue', { heading, text, value })
  }

  const whose: TableColumnsType<ReportedProblem> = [
    {
      title: t('problem.name'),
      width: 160,
      render: (_, { memberId, name }) => (
        <Link to={`/members/${memberId ?? ''}`} state={origin}>
          {name}
        </Link>
      ),
    },
    { title: t('problem.department'), width: 160, ellipsis: true, dataIndex: 'department' },
  ]
  // The union itself needs no name here.
  const isOfMembers = check.problems.some(({ memberId }) => memberId !== null)
  const columns: TableColumnsType<ReportedProblem> = [
    ...(isOfMembers ? whose : []),
    {
      title: t('problem.issues'),
      render: (_, { issues }) => (
        <ul className={styles.issues}>
          {issues.map((issue) => (
            <li key={`${issue.column}${issue.code}`}>
              <Tag color={issue.severity}>{t(`severity.${issue.severity}`)}</Tag>
              {issueText(issue)}
            </li>
          ))}
        </ul>
      ),
    },
  ]
  const people = check.withErrors + check.withWarnings
  return (
    <>
      <Table
        rowKey={({ memberId, name }) => memberId ?? name}
        size="small"
        columns={columns}
        dataSource={check.problems}
        scroll={{ x: 700 }}
        pagination={{ pageSize: PAGE, hideOnSinglePage: true, showSizeChanger: false }}
      />
      {people > check.problems.length && (
        <p className={styles.quiet}>{t('moreProblems', { count: check.problems.length })}</p>
      )}
    </>
  )
}
