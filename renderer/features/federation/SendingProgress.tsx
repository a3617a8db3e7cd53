import { Progress } from 'antd'
import { useTranslation } from 'react-i18next'
import type { FederationState, SendProgress } from '../../../shared/contract/federation'
import panel from '../../components/panel.module.css'
import { isLong, useLinkTexts } from './use-link-texts'

interface SendingProgressProps {
  readonly link: Extract<FederationState, { state: 'enrolled' }>['link']
  readonly progress: SendProgress
}

/** How much of what waits is there already, and how long the rest takes as far as that is known. */
export function SendingProgress({ link, progress }: SendingProgressProps) {
  const { t } = useTranslation('federation')
  const texts = useLinkTexts()
  const isUnderWay = progress.sent > 0 || link === 'sending' || link === 'paused'
  if (!isUnderWay || !isLong(progress)) return null
  const left = texts.left(progress)
  return (
    <div>
      <Progress
        percent={Math.floor((100 * progress.sent) / progress.total)}
        status={link === 'sending' ? 'active' : 'normal'}
        aria-label={texts.sent(progress)}
      />
      <p className="numeric">
        {texts.sent(progress)} {left !== null && <span className={panel.quiet}>{left}</span>}
      </p>
      {link === 'paused' && <p className={panel.quiet}>{t('pauseText')}</p>}
    </div>
  )
}
