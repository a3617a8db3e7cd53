import { useMutation } from '@tanstack/react-query'
import { Input, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Participant } from '../../../../shared/contract/activities/people'
import type { ActivityId } from '../../../../shared/model/id'
import { REMARK_MAX } from '../../../../shared/model/participation'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormDialog } from '../../../components/FormDialog'
import { FormField } from '../../../components/FormField'
import { usePeopleTold } from './use-people-acts'

interface RateDialogProps {
  readonly activityId: ActivityId
  readonly participant: Participant
  readonly onClose: () => void
}

const POINTS = [
  { value: 5, word: 'five' },
  { value: 4, word: 'four' },
  { value: 3, word: 'three' },
  { value: 2, word: 'two' },
  { value: 1, word: 'one' },
] as const

/** How somebody liked the activity, and what is to be remembered of that person's part in it. */
export function RateDialog({ activityId, participant, onClose }: RateDialogProps) {
  const { t } = useTranslation('activityPeople')
  const [satisfaction, setSatisfaction] = useState(participant.satisfaction)
  const [remark, setRemark] = useState(participant.remark ?? '')
  const told = usePeopleTold()
  const rate = useMutation(
    api.activities.people.rate.mutationOptions({
      onSuccess: ({ batchId }) => {
        onClose()
        return told(t('rate.done', { name: participant.name }), batchId)
      },
    }),
  )
  const dirty = satisfaction !== participant.satisfaction || remark !== (participant.remark ?? '')

  function save() {
    const answer = { participationId: participant.id, satisfaction, remark: remark.trim() === '' ? null : remark }
    rate.mutate({ id: activityId, answers: [answer] })
  }

  return (
    <FormDialog
      title={t('rate.of', { name: participant.name })}
      dirty={dirty}
      busy={rate.isPending}
      onSave={save}
      onClose={onClose}
    >
      <FormField label={t('satisfaction.title')}>
        {({ id }) => (
          <Radio.Group
            id={id}
            aria-label={t('satisfaction.title')}
            value={satisfaction}
            onChange={({ target }) =>
              setSatisfaction(POINTS.find(({ value }) => value === target.value)?.value ?? null)
            }
            options={[
              ...POINTS.map(({ value, word }) => ({ value, label: t(`satisfied.${word}`) })),
              { value: null, label: t('satisfied.none') },
            ]}
          />
        )}
      </FormField>
      <FormField label={t('remark')}>
        {(control) => (
          <Input.TextArea
            {...control}
            maxLength={REMARK_MAX}
            autoSize={{ minRows: 2, maxRows: 6 }}
            value={remark}
            onChange={({ target }) => setRemark(target.value)}
          />
        )}
      </FormField>
      {rate.isError && <ErrorNotice error={rate.error} />}
    </FormDialog>
  )
}
