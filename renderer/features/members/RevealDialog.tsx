import { Button, Form, Input, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { ErrorNotice } from '../../components/ErrorNotice'

interface RevealDialogProps {
  readonly open: boolean
  readonly title: string
  readonly error: Error | null
  readonly busy: boolean
  readonly onReason: (reason: string) => void
  readonly onClose: () => void
}

/** Asks why a masked value is to be shown; usual reasons are offered. */
export function RevealDialog({ open, title, error, busy, onReason, onClose }: RevealDialogProps) {
  const { t } = useTranslation(['members', 'common'])
  const [form] = Form.useForm<{ reason: string }>()
  const reasons = [t('reasonContact'), t('reasonForm'), t('reasonCheck')]
  return (
    <Modal
      open={open}
      title={title}
      okText={t('reveal')}
      cancelText={t('common:cancel')}
      confirmLoading={busy}
      onOk={form.submit}
      onCancel={onClose}
      destroyOnHidden
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ reason: '' }}
        onFinish={({ reason }) => onReason(reason.trim())}
      >
        <Form.Item
          name="reason"
          label={t('revealReason')}
          extra={t('revealNote')}
          rules={[{ required: true, whitespace: true, message: t('revealReasonMissing') }]}
        >
          <Input autoFocus maxLength={200} />
        </Form.Item>
        <div role="group" aria-label={t('usualReasons')} style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
          {reasons.map((reason) => (
            <Button key={reason} size="small" onClick={() => form.setFieldsValue({ reason })}>
              {reason}
            </Button>
          ))}
        </div>
      </Form>
      {error !== null && <ErrorNotice error={error} />}
    </Modal>
  )
}
