import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { api } from '../../client'
import { AccessFrame } from './AccessFrame'
import { NewPassphrase } from './NewPassphrase'
import { UnlockProblem } from './UnlockProblem'

/** Characters of a recovery code without its hyphens. */
const CODE_LENGTH = 32

interface RecoveryUnlockProps {
  readonly wait: number
  readonly onBack: () => void
}

/** Opens the record with the printed recovery code; after that a new passphrase is chosen. */
export function RecoveryUnlock({ wait, onBack }: RecoveryUnlockProps) {
  const { t } = useTranslation('access')
  const queryClient = useQueryClient()
  const unlock = useMutation(
    api.access.unlock.mutationOptions({
      onError: () => queryClient.invalidateQueries({ queryKey: api.access.state.key() }),
    }),
  )

  if (unlock.isSuccess) {
    return (
      <AccessFrame title={t('setNewPassphrase')}>
        <NewPassphrase text={t('setNewPassphraseText')} onDone={() => void queryClient.invalidateQueries()} />
      </AccessFrame>
    )
  }
  return (
    <AccessFrame title={t('unlockTitle')}>
      <Form<{ recoveryCode: string }>
        layout="vertical"
        requiredMark={false}
        initialValues={{ recoveryCode: '' }}
        onFinish={({ recoveryCode }) => unlock.mutate({ with: 'recoveryCode', recoveryCode })}
      >
        <Form.Item
          name="recoveryCode"
          label={t('recoveryCode')}
          extra={t('recoveryCodeHint')}
          validateTrigger="onBlur"
          rules={[
            {
              validator: (_rule, typed: string) => {
                const { length } = typed.replace(/[^0-9a-z]/gi, '')
                const short = new Error(t('recoveryCodeShort', { length }))
                return length === CODE_LENGTH ? Promise.resolve() : Promise.reject(short)
              },
            },
          ]}
        >
          <Input className="numeric" autoFocus autoComplete="off" maxLength={80} />
        </Form.Item>
        <UnlockProblem error={unlock.error} wait={wait} />
        <Button type="primary" htmlType="submit" loading={unlock.isPending} disabled={wait > 0}>
          {t('unlock')}
        </Button>
      </Form>
      <div>
        <Button type="link" style={{ paddingInline: 0 }} onClick={onBack}>
          {t('byPassphrase')}
        </Button>
      </div>
    </AccessFrame>
  )
}
