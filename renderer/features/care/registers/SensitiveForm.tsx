import { Modal } from 'antd'
import type { ReactNode } from 'react'
import { SensitiveGate } from '../../access/SensitiveGate'
import { useSensitive } from '../../access/use-sensitive'

interface SensitiveFormProps {
  readonly title: string
  readonly onClose: () => void
  /** A form that is a dialog itself. */
  readonly children: ReactNode
}

/** Opens a form with sensitive data; while that is closed, the way to open it. */
export function SensitiveForm({ title, onClose, children }: SensitiveFormProps) {
  const { isOpen } = useSensitive()
  if (isOpen) return children
  return (
    <Modal open title={title} footer={null} onCancel={onClose}>
      <SensitiveGate>{null}</SensitiveGate>
    </Modal>
  )
}
