import { EyeInvisibleOutlined, LockOutlined, UnlockOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCountdown } from '../../components/use-countdown'
import panel from '../../components/panel.module.css'
import { SensitiveDialog } from './SensitiveDialog'
import { useSensitive } from './use-sensitive'

interface SensitiveGateProps {
  /** What is seen while it is closed: what there is, without what it says. */
  readonly masked?: ReactNode
  /** What is seen while it is open; reads nothing before. */
  readonly children: ReactNode
}

/** Keeps a part of a page closed until sensitive data is opened with its own passphrase and a reason. */
export function SensitiveGate({ masked = null, children }: SensitiveGateProps) {
  const sensitive = useSensitive()
  const { state, close, use } = sensitive
  if (state === undefined) return null
  return (
    <div onKeyDownCapture={use} onPointerDownCapture={use}>
      {state.state === 'open' ? (
        <>
          <OpenBar
            seconds={state.seconds}
            isClosing={close.isPending}
            onClose={() => close.mutate(undefined)}
            onOver={sensitive.refresh}
          />
          {children}
        </>
      ) : (
        <>
          {masked}
          <ClosedBar />
        </>
      )}
    </div>
  )
}

function ClosedBar() {
  const { t } = useTranslation('sensitive')
  const [opening, setOpening] = useState(false)
  return (
    <div className={panel.bar} style={{ marginBlock: 8 }}>
      <EyeInvisibleOutlined aria-hidden="true" />
      <span>{t('closed')}</span>
      <Button icon={<LockOutlined />} onClick={() => setOpening(true)}>
        {t('view')}
      </Button>
      {opening && (
        // What is sent there is not sent by a form around it.
        <div onSubmit={(event) => event.stopPropagation()}>
          <SensitiveDialog onClose={() => setOpening(false)} />
        </div>
      )}
    </div>
  )
}

interface OpenBarProps {
  readonly seconds: number
  readonly isClosing: boolean
  readonly onClose: () => void
  readonly onOver: () => unknown
}

function OpenBar({ seconds, isClosing, onClose, onOver }: OpenBarProps) {
  const { t } = useTranslation('sensitive')
  const left = useCountdown(seconds)
  useEffect(() => {
    if (left === 0) onOver()
  }, [left, onOver])
  const time = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`
  return (
    <div className={panel.bar} style={{ marginBlock: 8 }}>
      <UnlockOutlined aria-hidden="true" />
      <span>{t('open')}</span>
      <span className={`numeric ${panel.quiet ?? ''}`} role="timer">
        {t('closesIn', { time })}
      </span>
      <Button size="small" loading={isClosing} onClick={onClose}>
        {t('close')}
      </Button>
    </div>
  )
}
