import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form, Input, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { MaskedMember } from '../../../shared/model/member'
import { api } from '../../client'
import { ErrorNotice } from '../../components/ErrorNotice'
import { useUndo } from '../../components/use-undo'

interface RemoveMemberDialogProps {
  readonly member: MaskedMember
  readonly onClose: () => void
}

/** Removes a record made by mistake; asks for the reason, the program then asks once more outside the page. */
export function RemoveMemberDialog({ member, onClose }: RemoveMemberDialogProps) {
  const { t } = useTranslation(['members', 'common'])
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const [form] = Form.useForm<{ reason: string }>()
  const remove = useMutation(
    api.members.remove.mutationOptions({
      onSuccess: async ({ batchId }) => {
        await navigate('/members')
        offerUndo(t('removed', { name: member.name }), batchId)
        await queryClient.invalidateQueries()
      },
    }),
  )
  return (
    <Modal
      open
      title={t('removeTitle', { name: member.name })}
      okText={t('common:remove')}
      okButtonProps={{ danger: true }}
      cancelText={t('common:cancel')}
      confirmLoading={remove.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p style={{ marginBlockEnd: 14 }}>{t('removeText')}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ reason: '' }}
        onFinish={({ reason }) => remove.mutate({ id: member.id, reason })}
      >
        <Form.Item
          name="reason"
          label={t('removeReason')}
          rules={[{ required: true, whitespace: true, message: t('revealReasonMissing') }]}
        >
          <Input autoFocus maxLength={200} />
        </Form.Item>
      </Form>
      {remove.isError && <ErrorNotice error={remove.error} />}
    </Modal>
  )
}
