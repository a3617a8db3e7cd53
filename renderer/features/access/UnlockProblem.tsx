import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import { errorCodeOf } from '../../components/error-text'
import { ErrorNotice } from '../../components/ErrorNotice'

/** Why it did not open, or how long it is until the next try. */
export function UnlockProblem({ error, wait }: { readonly error: Error | null; readonly wait: number }) {
  const { t } = useTranslation('access')
  const time = `${Math.floor(wait / 60)}:${String(wait % 60).padStart(2, '0')}`
  if (wait > 0)
    return (
      <Alert
        type="warning"
        showIcon
        role="timer"
        title={t('wait', { time })}
        className="numeric"
        style={{ marginBlockEnd: 12 }}
      />
    )
  if (error === null || errorCodeOf(error) === 'TOO_MANY_ATTEMPTS') return null
  return <ErrorNotice error={error} />
}
