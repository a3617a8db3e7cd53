import { CheckCircleOutlined, CloseCircleOutlined, ExclamationCircleOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ClosingCheck, ClosingFound } from '../../../../shared/contract/funds/closing'
import type { Month } from '../../../../shared/model/date'
import { formatYuan } from '../../../components/yuan'
import styles from '../funds.module.css'

/** Where each kind of thing is settled; null where only time does it. */
function placeOf(check: ClosingCheck, month: Month): string | null {
  switch (check) {
    case 'charged':
      return `/dues?tab=month&period=month&month=${month}`
    case 'handOverDrafts':
    case 'undatedDrafts':
    case 'handOvers':
      return '/dues?tab=handOvers'
    case 'payrollImports':
    case 'remittances':
      return '/dues?tab=payroll'
    case 'receipts':
      return '/dues?tab=receipts'
    case 'attachments':
      return `/funds?tab=book&year=${month.slice(0, 4)}&month=${month}&lacking=attachment`
    case 'balances':
      return `/funds?tab=book&year=${month.slice(0, 4)}&month=${month}`
    case 'order':
    case 'over':
      return null
  }
}

const icons = {
  fine: <CheckCircleOutlined className={styles.fine} />,
  warning: <ExclamationCircleOutlined className={styles.warning} />,
  blocking: <CloseCircleOutlined className={styles.wrong} />,
}

interface ClosingChecksProps {
  readonly month: Month
  readonly checks: readonly ClosingFound[]
}

/** What was looked at before a month is closed, each with the way to settle it. */
export function ClosingChecks({ month, checks }: ClosingChecksProps) {
  const { t } = useTranslation('closing')
  return (
    <ul className={styles.checks} aria-label={t('checks')}>
      {checks.map(({ check, state, count, amount }) => {
        const place = placeOf(check, month)
        return (
          <li key={check}>
            <span aria-label={t(`state.${state}`)} title={t(`state.${state}`)}>
              {icons[state]}
            </span>
            {state === 'fine'
              ? t(`check.${check}.fine`)
              : check === 'over' && state === 'warning'
                ? t('lastDay')
                : t(`check.${check}.found`, { count, amount: amount === null ? '' : formatYuan(amount) })}
            {state !== 'fine' && place !== null && <Link to={place}>{t('go')}</Link>}
          </li>
        )
      })}
    </ul>
  )
}
