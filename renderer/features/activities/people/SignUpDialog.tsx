import { useMutation } from '@tanstack/react-query'
import { Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ActivityId, MemberId } from '../../../../shared/model/id'
import { client } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import panel from '../../../components/panel.module.css'
import { useErrorToast } from '../../../components/use-error-toast'
import { MemberPickerDialog } from '../MemberPickerDialog'
import { SignUpCheck } from './SignUpCheck'
import { useSignUp } from './use-sign-up'

interface SignUpDialogProps {
  readonly activityId: ActivityId
  readonly title: string
  readonly onClose: () => void
}

/** Signs members up who are chosen from the list, after what speaks against it was told. */
export function SignUpDialog({ activityId, title, onClose }: SignUpDialogProps) {
  const { t } = useTranslation(['activityPeople', 'common'])
  const [picked, setPicked] = useState<readonly MemberId[] | null>(null)
  const [beyondQuota, setBeyondQuota] = useState(false)
  const signUp = useSignUp()
  const onError = useErrorToast()
  /** Whoever nothing speaks against is signed up at once. */
  const check = useMutation({
    mutationFn: (memberIds: MemberId[]) => client.activities.people.check({ id: activityId, memberIds }),
    onSuccess: ({ late, notEligible, gone, free }, memberIds) => {
      const waits = free !== null && free < memberIds.length
      if (late !== null || notEligible.length > 0 || gone.length > 0 || waits) setPicked(memberIds)
      else signUp.mutate({ id: activityId, memberIds }, { onSuccess: onClose, onError })
    },
    onError,
  })
  if (picked === null) {
    return (
      <MemberPickerDialog
        title={t('pickFor', { title })}
        isBusy={check.isPending || signUp.isPending}
        onPick={check.mutate}
        onClose={onClose}
      />
    )
  }
  return (
    <Modal
      open
      title={t('signUpTitle', { count: picked.length })}
      okText={t('signUp')}
      cancelText={t('common:cancel')}
      confirmLoading={signUp.isPending}
      onOk={() => signUp.mutate({ id: activityId, memberIds: [...picked], beyondQuota }, { onSuccess: onClose })}
      onCancel={onClose}
    >
      <div className={panel.stack}>
        <p>{t('signUpText', { count: picked.length, title })}</p>
        <SignUpCheck
          activityId={activityId}
          memberIds={picked}
          fresh={picked.length}
          beyondQuota={beyondQuota}
          onBeyondQuota={setBeyondQuota}
        />
        {signUp.isError && <ErrorNotice error={signUp.error} />}
      </div>
    </Modal>
  )
}
