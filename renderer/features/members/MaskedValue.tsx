import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MemberId } from '../../../shared/model/id'
import type { MemberField } from '../../../shared/model/member'
import { api } from '../../client'
import { useCountdown } from '../../components/use-countdown'
import { RevealDialog } from './RevealDialog'

/** Seconds a revealed value stays in sight. */
const SHOWN_SECONDS = 30

interface MaskedValueProps {
  readonly memberId: MemberId
  readonly field: MemberField
  readonly masked: string
}

/** A masked value, shown in clear for a short time after a reason was given; the backend writes it to the log. */
export function MaskedValue({ memberId, field, masked }: MaskedValueProps) {
  const { t } = useTranslation(['members', 'fields'])
  const [asking, setAsking] = useState(false)
  const reveal = useMutation(api.members.reveal.mutationOptions({ gcTime: 0, onSuccess: () => setAsking(false) }))
  const label = t('revealField', { field: t(`fields:member.${field}`) })
  if (reveal.isSuccess && reveal.data.value !== null)
    return <Revealed value={reveal.data.value} onHide={reveal.reset} />
  return (
    <>
      <span className="numeric">{masked}</span>{' '}
      <Button type="link" size="small" aria-label={label} onClick={() => setAsking(true)}>
        {t('reveal')}
      </Button>
      <RevealDialog
        open={asking}
        title={label}
        error={reveal.error}
        busy={reveal.isPending}
        onReason={(reason) => reveal.mutate({ id: memberId, field, reason })}
        onClose={() => {
          reveal.reset()
          setAsking(false)
        }}
      />
    </>
  )
}

function Revealed({ value, onHide }: { readonly value: string; readonly onHide: () => void }) {
  const { t } = useTranslation('members')
  const left = useCountdown(SHOWN_SECONDS)
  useEffect(() => {
    if (left === 0) onHide()
  }, [left, onHide])
  return (
    <>
      <strong className="numeric">{value}</strong>{' '}
      <Button type="link" size="small" onClick={onHide}>
        {t('hide')}
      </Button>
      <span className="numeric" style={{ color: 'var(--ant-color-text-secondary)', fontSize: 14 }}>
        {t('hideIn', { seconds: left })}
      </span>
    </>
  )
}
