import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { ActivityId } from '../../../shared/model/id'
import { useAsOrigin } from '../../components/use-origin'
import { activityState } from './people-state'

/** Leads to the sign-in sheet of who signed up for an activity. */
export function SignInButton({ activityId }: { readonly activityId: ActivityId }) {
  const { t } = useTranslation('reports')
  const navigate = useNavigate()
  const state = { ...activityState(activityId, null), ...useAsOrigin() }
  return <Button onClick={() => void navigate('/reports/papers/signIn', { state })}>{t('printSignIn')}</Button>
}
