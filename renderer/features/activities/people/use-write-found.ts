import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ActivityId } from '../../../../shared/model/id'
import { api } from '../../../client'
import type { GroupedRow, Purpose } from './found-groups'
import { usePeopleTold } from './use-people-acts'
import { useSignUp } from './use-sign-up'

/** Writes the people that were found, as one act that can be taken back. */
export function useWriteFound(id: ActivityId, purpose: Purpose, onDone: () => void) {
  const { t } = useTranslation('activityPeople')
  const told = usePeopleTold()
  const signUp = useSignUp()
  const mark = useMutation(
    api.activities.people.markFound.mutationOptions({
      onSuccess: ({ batchId, marked, added }) => {
        onDone()
        return told(
          added === 0 ? t('markedFound', { count: marked }) : t('markedFoundAdded', { count: marked, added }),
          batchId,
        )
      },
    }),
  )
  const rate = useMutation(
    api.activities.people.rate.mutationOptions({
      onSuccess: ({ batchId, rated }) => {
        onDone()
        return told(t('rated', { count: rated }), batchId)
      },
    }),
  )

  function run(rows: readonly GroupedRow[], beyondQuota: boolean) {
    const members = rows.flatMap(({ member, row, participation }) =>
      member === null ? [] : [{ memberId: member.memberId, row, participation }],
    )
    switch (purpose) {
      case 'signUp':
        signUp.mutate(
          {
            id,
            memberIds: members.map(({ memberId }) => memberId),
            beyondQuota,
            said: members.map(({ memberId, row: { signedUpAt, remark } }) => ({ memberId, signedUpAt, remark })),
          },
          { onSuccess: onDone },
        )
        break
      case 'attendance':
        mark.mutate({
          id,
          people: members.flatMap(({ memberId, row: { attendance, attendedAt } }) =>
            attendance === null ? [] : [{ memberId, attendance, attendedAt }],
          ),
        })
        break
      case 'answers':
        rate.mutate({
          id,
          answers: members.flatMap(({ row, participation }) =>
            participation === null
              ? []
              : [
                  {
                    participationId: participation.id,
                    satisfaction: row.satisfaction ?? participation.satisfaction,
                    remark: row.remark ?? participation.remark,
                  },
                ],
          ),
        })
    }
  }

  const write = purpose === 'signUp' ? signUp : purpose === 'attendance' ? mark : rate
  return { run, isPending: write.isPending, error: write.error }
}
