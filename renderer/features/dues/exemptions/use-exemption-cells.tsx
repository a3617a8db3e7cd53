import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Space, Tag } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { MemberExemption } from '../../../../shared/contract/dues/exemptions'
import { addMonths, dayOf, monthOf } from '../../../../shared/rules/date'
import { api } from '../../../client'
import { useDates } from '../../../components/use-dates'
import { useErrorToast } from '../../../components/use-error-toast'
import { useUndo } from '../../../components/use-undo'

/** Months after which an exemption without an end is asked about. */
const LONG_MONTHS = 12

/** What lists of exemptions show of each, and what can be done with it. */
export function useExemptionCells(onEnd: (exemption: MemberExemption) => void): {
  readonly span: (exemption: MemberExemption) => ReactNode
  readonly decision: (exemption: MemberExemption) => string
  readonly acts: (exemption: MemberExemption) => ReactNode
} {
  const { t } = useTranslation(['exemptions', 'common'])
  const dates = useDates()
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const longAgo = addMonths(monthOf(dayOf(new Date())), -LONG_MONTHS)
  const remove = useMutation(
    api.dues.exemptions.remove.mutationOptions({
      onSuccess: ({ batchId }) => {
        offerUndo(t('removed'), batchId)
        return queryClient.invalidateQueries()
      },
      onError: useErrorToast(),
    }),
  )
  return {
    span: ({ from, until }) => (
      <Space size={6}>
        {until === null
          ? t('openSpan', { from: dates.month(from) })
          : t('span', { from: dates.month(from), until: dates.month(until) })}
        {until === null && from <= longAgo && <Tag color="warning">{t('longOpen')}</Tag>}
      </Space>
    ),
    decision: ({ decision, decidedOn }) => [decision, decidedOn].filter((text) => text !== null).join(t('dot')),
    acts: (exemption) => (
      <Space size={0}>
        <Button
          type="link"
          size="small"
          aria-label={t('endTitle', { name: exemption.name })}
          onClick={() => onEnd(exemption)}
        >
          {t(exemption.state === 'ending' ? 'extend' : 'setEnd')}
        </Button>
        <Button
          type="link"
          size="small"
          aria-label={t('removeOf', { name: exemption.name })}
          onClick={() => remove.mutate({ ids: [exemption.id] })}
        >
          {t('common:remove')}
        </Button>
      </Space>
    ),
  }
}
