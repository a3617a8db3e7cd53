import { Modal } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

interface FormDialogProps {
  readonly title: string
  /** Whether something was entered that closing would lose. */
  readonly dirty: boolean
  readonly busy: boolean
  readonly width?: number
  readonly onSave: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A form in a dialog: Enter saves, and nothing entered is lost without a question. */
export function FormDialog({ title, dirty, busy, width = 640, onSave, onClose, children }: FormDialogProps) {
  const { t } = useTranslation()
  const id = useId()
  const [leaving, setLeaving] = useState(false)
  return (
    <Modal
      open
      title={title}
      width={width}
      okText={t('save')}
      cancelText={t('cancel')}
      confirmLoading={busy}
      okButtonProps={{ htmlType: 'submit', form: id }}
      mask={{ closable: false }}
      onCancel={() => (dirty ? setLeaving(true) : onClose())}
    >
      <form
        id={id}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          onSave()
        }}
      >
        {children}
      </form>
      <Modal
        open={leaving}
        title={t('unsaved.title')}
        okText={t('unsaved.stay')}
        cancelText={t('unsaved.leave')}
        closable={false}
        keyboard={false}
        mask={{ closable: false }}
        onOk={() => setLeaving(false)}
        onCancel={onClose}
      >
        {t('unsaved.text')}
      </Modal>
    </Modal>
  )
}
