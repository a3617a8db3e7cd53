import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { errorTextOf } from './error-text'

/** Tells an error in a corner of the window, for acts that have no place of their own on the page. */
export function useErrorToast(): (error: unknown) => void {
  const { t } = useTranslation(['common', 'errors'])
  const { notification } = App.useApp()
  return (error) => {
    const { code, message, next } = errorTextOf(error, t)
    if (code !== 'NOT_CONFIRMED') notification.error({ title: message, description: next })
  }
}
