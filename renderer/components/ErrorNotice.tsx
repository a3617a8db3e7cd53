import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { errorTextOf } from './error-text'

interface ErrorNoticeProps {
  readonly error: unknown
  /** Offered as a button where trying again can help. */
  readonly onRetry?: (() => void) | undefined
}

/** Tells what went wrong and what to do next. Nothing is shown for an act the person called off. */
export function ErrorNotice({ error, onRetry }: ErrorNoticeProps) {
  const { t } = useTranslation(['common', 'errors'])
  const { code, message, next } = errorTextOf(error, t)
  if (code === 'NOT_CONFIRMED') return null
  return (
    <Alert
      type="error"
      style={{ marginBlockEnd: 12 }}
      showIcon
      role="alert"
      title={message}
      description={next}
      action={onRetry === undefined ? null : <Button onClick={onRetry}>{t('retry')}</Button>}
    />
  )
}
