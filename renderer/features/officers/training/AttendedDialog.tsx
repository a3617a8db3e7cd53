import { useQuery } from '@tanstack/react-query'
import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import type { MemberId } from '../../../../shared/model/id'
import { api } from '../../../client'
import { AttendedList } from './AttendedList'

interface AttendedDialogProps {
  readonly memberId: MemberId
  readonly of: 'training' | 'volunteering'
  readonly year: string
  readonly onClose: () => void
}

/** The activities behind a figure of somebody. */
export function AttendedDialog({ memberId, of, year, onClose }: AttendedDialogProps) {
  const { t } = useTranslation('officers')
  const attended = useQuery(api.officers.training.attended.queryOptions({ input: { memberId, of, year } }))
  return (
    <Modal open title={t(`attended.${of}`)} footer={null} onCancel={onClose}>
      <AttendedList attended={attended.data ?? []} />
    </Modal>
  )
}
