import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import panel from '../../../components/panel.module.css'

interface PasteDialogProps {
  readonly onPaste: (text: string) => void
  readonly onClose: () => void
}

/** Takes a list of names and amounts that was copied elsewhere. */
export function PasteDialog({ onPaste, onClose }: PasteDialogProps) {
  const { t } = useTranslation(['handOvers', 'common'])
  const [text, setText] = useState('')
  return (
    <Modal
      open
      title={t('pasting.title')}
      okText={t('pasting.read')}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: text.trim() === '' }}
      onOk={() => {
        onPaste(text)
        onClose()
      }}
      onCancel={onClose}
    >
      <p className={panel.lead}>{t('pasting.text')}</p>
      <Input.TextArea
        autoFocus
        rows={12}
        aria-label={t('pasting.title')}
        placeholder={t('pasting.example')}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
    </Modal>
  )
}
