import { Button, Form, Input, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { ErrorNotice } from './ErrorNotice'

interface ReasonDialogProps {
  readonly title: string
  /** What will happen. */
  readonly text: string
  readonly okText: string
  /** Whether something is lost. */
  readonly danger?: boolean
  /** Usual reasons, offered as buttons. */
  readonly reasons: readonly string[]
  readonly error: Error | null
  readonly busy: boolean
  readonly onReason: (reason: string) => void
  readonly onClose: () => void
}

/** Asks why something is done that the log keeps with its reason. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, text, okText, danger = false, reasons, error, busy, onReason, onClose } = props
  const { t } = useTranslation()
  const [form] = Form.useForm<{ reason: string }>()
  return (
    <Modal
      open
      title={title}
      okText={okText}
      cancelText={t('cancel')}
      okButtonProps={{ danger }}
      confirmLoading={busy}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ reason: '' }}
        onFinish={({ reason }) => onReason(reason.trim())}
      >
        <p style={{ marginBlockEnd: 14 }}>{text}</p>
        <Form.Item
          name="reason"
          label={t('reason.label')}
          rules={[{ required: true, whitespace: true, message: t('reason.missing') }]}
        >
          <Input autoFocus maxLength={200} />
        </Form.Item>
        <div role="group" aria-label={t('reason.usual')} style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
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
