import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { AccessState } from '../../../shared/contract/access'
import { api } from '../../client'
import { AccessFrame } from './AccessFrame'

interface UnusablePageProps {
  readonly reason: Extract<AccessState, { state: 'unusable' }>['reason']
}

/** The record's file is there but cannot be used: newer, damaged or in use. It is left as it is. */
export function UnusablePage({ reason }: UnusablePageProps) {
  const { t } = useTranslation(['access', 'errors', 'common'])
  const queryClient = useQueryClient()
  // Locking makes the backend forget what it found, so that it looks again.
  const retry = useMutation(api.access.lock.mutationOptions({ onSuccess: () => queryClient.invalidateQueries() }))
  return (
    <AccessFrame title={t('unusableTitle')}>
      <p role="alert">{t(`errors:${reason}.message`)}</p>
      <p>{t(`errors:${reason}.next`)}</p>
      <div>
        <Button type="primary" loading={retry.isPending} onClick={() => retry.mutate(undefined)}>
          {t('common:retry')}
        </Button>
      </div>
    </AccessFrame>
  )
}
