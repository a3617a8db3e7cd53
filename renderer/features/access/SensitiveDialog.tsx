import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../client'
import { useCountdown } from '../../components/use-countdown'
import { SensitivePassphrase } from './SensitivePassphrase'
import { UnlockProblem } from './UnlockProblem'
import { useSensitive } from './use-sensitive'

/** Opens sensitive data: the first time its passphrase is set, then it is asked for with the reason. */
export function SensitiveDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('sensitive')
  const { state, refresh } = useSensitive()
  const [forgotten, setForgotten] = useState(false)
  if (state === undefined || state.state === 'open') return null
  const setting = state.state === 'notSet' || forgotten
  return (
    <Modal
      open
      title={setting ? t(forgotten ? 'resetTitle' : 'setUpTitle') : t('view')}
      footer={null}
      onCancel={onClose}
    >
      {state.state === 'notSet' || forgotten ? (
        <SensitivePassphrase
          isReset={forgotten}
          onDone={async () => {
            await refresh()
            setForgotten(false)
          }}
        />
      ) : (
        <OpenForm
          needsPassphrase={state.needsPassphrase}
          waitSeconds={state.waitSeconds}
          onForgotten={() => setForgotten(true)}
          onDone={onClose}
        />
      )}
    </Modal>
  )
}

interface OpenFormProps {
  readonly needsPassphrase: boolean
  readonly waitSeconds: number
  readonly onForgotten: () => void
  readonly onDone: () => void
}

function OpenForm({ needsPassphrase, waitSeconds, onForgotten, onDone }: OpenFormProps) {
  const { t } = useTranslation(['sensitive', 'common'])
  const queryClient = useQueryClient()
  const wait = useCountdown(waitSeconds)
  const [form] = Form.useForm<{ passphrase: string; reason: string }>()
  const open = useMutation(
    api.access.sensitive.open.mutationOptions({
      gcTime: 0,
      onSuccess: async () => {
        await queryClient.invalidateQueries()
        onDone()
      },
      onError: () => queryClient.invalidateQueries({ queryKey: api.access.sensitive.state.key() }),
    }),
  )
  const reasons = [t('reasonFile'), t('reasonAid'), t('reasonReview'), t('reasonAnswer')]
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ passphrase: '', reason: '' }}
      onFinish={({ passphrase, reason }) => open.mutate({ passphrase, reason: reason.trim() })}
    >
      <p style={{ marginBlockEnd: 14 }}>{t(needsPassphrase ? 'openText' : 'openSampleText')}</p>
      {needsPassphrase && (
        <Form.Item
          name="passphrase"
          label={t('passphrase')}
          rules={[{ required: true, message: t('passphraseMissing') }]}
        >
          <Input.Password autoFocus autoComplete="off" maxLength={200} />
        </Form.Item>
      )}
      <Form.Item
        name="reason"
        label={t('common:reason.label')}
        rules={[{ required: true, whitespace: true, message: t('common:reason.missing') }]}
      >
        <Input maxLength={200} autoFocus={!needsPassphrase} />
      </Form.Item>
      <div
        role="group"
        aria-label={t('common:reason.usual')}
        style={{ display: 'flex', flexWrap: 'wrap', gap: 8, marginBlockEnd: 14 }}
      >
        {reasons.map((reason) => (
          <Button key={reason} size="small" onClick={() => form.setFieldsValue({ reason })}>
            {reason}
          </Button>
        ))}
      </div>
      <UnlockProblem error={open.error} wait={wait} />
      <Button type="primary" htmlType="submit" loading={open.isPending} disabled={wait > 0}>
        {t('view')}
      </Button>
      {needsPassphrase && (
        <Button type="link" onClick={onForgotten}>
          {t('forgotten')}
        </Button>
      )}
    </Form>
  )
}
