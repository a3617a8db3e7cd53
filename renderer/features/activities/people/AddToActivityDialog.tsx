import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Form, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ActivityId, MemberId } from '../../../../shared/model/id'
import { api } from '../../../client'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormField } from '../../../components/FormField'
import { dayRange } from '../plan/day-range'
import { SignUpCheck } from './SignUpCheck'
import { useSignUp } from './use-sign-up'

/** As many as a list to choose from can hold; older ones are found by a word of their title. */
const OFFERED = 50

interface AddToActivityDialogProps {
  readonly memberIds: readonly MemberId[]
  readonly open: boolean
  readonly onClose: () => void
}

/** Signs members up for an activity. */
export function AddToActivityDialog(props: AddToActivityDialogProps) {
  return props.open ? <OpenDialog {...props} /> : null
}

function OpenDialog({ memberIds, onClose }: AddToActivityDialogProps) {
  const { t } = useTranslation(['activities', 'common'])
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState<ActivityId | null>(null)
  const activities = useQuery(
    api.activities.plan.list.queryOptions({
      input: { search, offset: 0, limit: OFFERED },
      placeholderData: keepPreviousData,
    }),
  )
  const [beyondQuota, setBeyondQuota] = useState(false)
  const signUp = useSignUp()
  const nothingYet = search === '' && activities.data?.total === 0

  function save() {
    if (chosen !== null) signUp.mutate({ id: chosen, memberIds: [...memberIds], beyondQuota }, { onSuccess: onClose })
  }

  return (
    <Modal
      open
      title={t('addToActivity', { count: memberIds.length })}
      okText={t('signUp')}
      okButtonProps={{ disabled: chosen === null }}
      cancelText={t('common:cancel')}
      confirmLoading={signUp.isPending}
      onOk={save}
      onCancel={onClose}
    >
      {nothingYet ? (
        <EmptyState title={t('none')} text={t('noneText')} action={<Link to="/activities/new">{t('add')}</Link>} />
      ) : (
        <Form layout="vertical">
          <FormField label={t('activity')}>
            {({ id }) => (
              <Select<ActivityId>
                id={id}
                autoFocus
                placeholder={t('chooseActivity')}
                loading={activities.isPending}
                showSearch={{ filterOption: false, onSearch: setSearch }}
                {...(chosen === null ? {} : { value: chosen })}
                onChange={setChosen}
                options={(activities.data?.rows ?? []).map((activity) => ({
                  value: activity.id,
                  label: `${activity.title}　${dayRange(activity)}`,
                }))}
              />
            )}
          </FormField>
          {chosen !== null && (
            <SignUpCheck
              activityId={chosen}
              memberIds={memberIds}
              fresh={memberIds.length}
              beyondQuota={beyondQuota}
              onBeyondQuota={setBeyondQuota}
            />
          )}
        </Form>
      )}
      {activities.isError && <ErrorNotice error={activities.error} onRetry={() => void activities.refetch()} />}
      {signUp.isError && <ErrorNotice error={signUp.error} />}
    </Modal>
  )
}
