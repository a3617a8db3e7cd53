import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccessState } from '../../../shared/contract/access'
import { api } from '../../client'
import { Loading } from '../../components/Loading'
import { AccessFrame } from './AccessFrame'
import { KeepKeyField } from './KeepKeyField'
import { RecoveryUnlock } from './RecoveryUnlock'
import { UnlockProblem } from './UnlockProblem'
import { useCountdown } from '../../components/use-countdown'

interface UnlockPageProps {
  readonly state: Extract<AccessState, { state: 'locked' }>
  /** False after the person has locked the record in this run of the program. */
  readonly automatic: boolean
}

/** Opens the record: with the kept key at the start of the program, else with the passphrase or the recovery code. */
export function UnlockPage({ state, automatic }: UnlockPageProps) {
  const { t } = useTranslation('access')
  const queryClient = useQueryClient()
  const [recovering, setRecovering] = useState(false)
  const wait = useCountdown(state.waitSeconds)
  const unlock = useMutation(
    api.access.unlock.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(),
      // What the failure changed: how long to wait, whether the key is still kept, whether the file can be used at all.
      onError: () => queryClient.invalidateQueries({ queryKey: api.access.state.key() }),
    }),
  )
  const tried = useRef(false)
  const bySystem = automatic && state.keyKept
  const { mutate } = unlock
  useEffect(() => {
    if (!bySystem || tried.current) return
    tried.current = true
    mutate({ with: 'systemKey' })
  }, [bySystem, mutate])

  if (recovering) return <RecoveryUnlock wait={wait} onBack={() => setRecovering(false)} />
  if (bySystem && !unlock.isError) return <Loading />
  return (
    <AccessFrame title={t('unlockTitle')}>
      {state.keyKept && (
        <div>
          <Button type="primary" loading={unlock.isPending} onClick={() => mutate({ with: 'systemKey' })}>
            {t('unlockBySystem')}
          </Button>
        </div>
      )}
      <Form<{ passphrase: string; keepKey: boolean }>
        layout="vertical"
        requiredMark={false}
        initialValues={{ passphrase: '', keepKey: false }}
        onFinish={({ passphrase, keepKey }) => mutate({ with: 'passphrase', passphrase, keepKey })}
      >
        <Form.Item name="passphrase" label={t('passphrase')}>
          <Input.Password autoFocus autoComplete="current-password" maxLength={200} />
        </Form.Item>
        <KeepKeyField available={state.systemKeyStore} />
        <UnlockProblem error={unlock.error} wait={wait} />
        <Button type="primary" htmlType="submit" loading={unlock.isPending} disabled={wait > 0}>
          {t('unlock')}
        </Button>
      </Form>
      <div>
        <Button type="link" style={{ paddingInline: 0 }} onClick={() => setRecovering(true)}>
          {t('forgot')}
        </Button>
      </div>
    </AccessFrame>
  )
}
