import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCountdown } from '../../components/use-countdown'
import { ReasonDialog } from '../../components/ReasonDialog'

/** Seconds a revealed value stays in sight. */
const SHOWN_SECONDS = 30

interface MaskedValueProps {
  /** What the value is called. */
  readonly label: string
  readonly masked: string
  /** Asks the backend for the value in clear. */
  readonly onReveal: (reason: string) => Promise<{ value: string | null }>
}

/** A masked value, shown in clear for a short time after a reason was given; the backend writes it to the log. */
export function MaskedValue({ label: name, masked, onReveal }: MaskedValueProps) {
  const { t } = useTranslation('members')
  const [asking, setAsking] = useState(false)
  const reveal = useMutation({ mutationFn: onReveal, gcTime: 0, onSuccess: () => setAsking(false) })
  const label = t('revealField', { field: name })
  if (reveal.isSuccess && reveal.data.value !== null)
    return <Revealed value={reveal.data.value} onHide={reveal.reset} />
  return (
    <>
      <span className="numeric">{masked}</span>{' '}
      <Button type="link" size="small" aria-label={label} onClick={() => setAsking(true)}>
        {t('reveal')}
      </Button>
      {asking && (
        <ReasonDialog
          title={label}
          text={t('revealNote')}
          okText={t('reveal')}
          reasons={[t('reasonContact'), t('reasonForm'), t('reasonCheck')]}
          error={reveal.error}
          busy={reveal.isPending}
          onReason={(reason) => reveal.mutate(reason)}
          onClose={() => {
            reveal.reset()
            setAsking(false)
          }}
        />
      )}
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
