import { CheckCircleFilled, WarningFilled } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Check, CheckKey, FigureRow } from '../../../shared/contract/statistics'
import { fenSchema } from '../../../shared/model/money'
import { api } from '../../client'
import { DataGrid, useRowPages } from '../../components/data-grid'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { Loading } from '../../components/Loading'
import panel from '../../components/panel.module.css'
import { formatYuan } from '../../components/yuan'
import { PeriodBar } from './PeriodBar'
import styles from './statistics.module.css'
import { useRowColumns } from './use-row-columns'
import { useStatisticsPeriod } from './use-statistics-period'

/** What must agree in the statistics, and what does not: 逻辑检查. */
export function ChecksPanel() {
  const { t } = useTranslation('statistics')
  const { period } = useStatisticsPeriod()
  const [opened, setOpened] = useState<CheckKey | null>(null)
  const checks = useQuery(api.statistics.checks.queryOptions({ input: { period } }))
  if (checks.isError) return <ErrorNotice error={checks.error} onRetry={() => void checks.refetch()} />
  const wrong = checks.data?.filter(({ isRight }) => !isRight) ?? []

  function sentence({ check, isRight, left, right }: Check): string {
    const [one, other] =
      check === 'balance'
        ? [formatYuan(fenSchema.parse(left)), formatYuan(fenSchema.parse(right))]
        : [left.toLocaleString(), right.toLocaleString()]
    return t(isRight ? `check.right.${check}` : `check.wrong.${check}`, { left: one, right: other })
  }

  return (
    <div className={panel.fill}>
      <PeriodBar />
      {checks.data === undefined ? (
        <Loading />
      ) : (
        <>
          <Alert
            showIcon
            type={wrong.length === 0 ? 'success' : 'warning'}
            title={wrong.length === 0 ? t('check.allRight') : t('check.someWrong', { count: wrong.length })}
          />
          <ul className={styles.checks}>
            {[...wrong, ...checks.data.filter(({ isRight }) => isRight)].map((check) => (
              <li key={check.check}>
                {check.isRight ? (
                  <CheckCircleFilled style={{ color: 'var(--ant-color-success)' }} aria-hidden="true" />
                ) : (
                  <WarningFilled style={{ color: 'var(--ant-color-warning)' }} aria-hidden="true" />
                )}
                <span>{sentence(check)}</span>
                {!check.isRight && check.people > 0 && (
                  <Button size="small" onClick={() => setOpened(check.check)}>
                    {t('check.people', { count: check.people })}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {opened !== null && <Differing check={opened} onClose={() => setOpened(null)} />}
    </div>
  )
}

/** The people who make a difference. */
function Differing({ check, onClose }: { readonly check: CheckKey; readonly onClose: () => void }) {
  const { t } = useTranslation('statistics')
  const navigate = useNavigate()
  const { period } = useStatisticsPeriod()
  const columns = useRowColumns(null)
  const pages = useRowPages<FigureRow>((page) =>
    api.statistics.differing.queryOptions({ input: { check, period, ...page } }),
  )
  return (
    <Modal open width={720} title={t(`check.name.${check}`)} footer={null} onCancel={onClose}>
      <div className={styles.rows}>
        <DataGrid
          label={t(`check.name.${check}`)}
          columns={columns}
          pages={pages}
          rowId={({ id }) => id}
          rowName={({ name }) => name ?? ''}
          onOpen={({ memberId }) => memberId !== null && void navigate(`/members/${memberId}`)}
          empty={<EmptyState title={t('nobody')} />}
        />
      </div>
    </Modal>
  )
}
