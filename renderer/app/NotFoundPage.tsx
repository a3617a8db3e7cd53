import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { EmptyState } from '../components/EmptyState'

/** An address that leads nowhere. */
export function NotFoundPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  return (
    <EmptyState title={t('pageNotFound')} action={<Button onClick={() => void navigate('/')}>{t('toHome')}</Button>} />
  )
}
