import { useTranslation } from 'react-i18next'
import type { FederationState, SendProgress } from '../../../shared/contract/federation'

type Enrolled = Extract<FederationState, { state: 'enrolled' }>

/** Whether what goes up takes long enough to be followed by its count. */
export const isLong = ({ total }: SendProgress) => total >= 200

/** How the link stands and how far it is, as people say it. */
export function useLinkTexts() {
  const { t } = useTranslation('federation')
  return {
    link({ link, progress }: Pick<Enrolled, 'link' | 'progress'>): string {
      const count = progress === null ? 0 : progress.total - progress.sent
      switch (link) {
        case 'synced':
          return t('link.synced')
        case 'offline':
        case 'paused':
          return count === 0 ? t(`link.${link}`) : t(`linkWaiting.${link}`, { count })
        case 'waiting':
        case 'sending':
          return t(`linkWaiting.${link}`, { count })
      }
    },
    sent: ({ isAgain, sent, total }: SendProgress): string => t(isAgain ? 'sentAgain' : 'sent', { sent, total }),
    /** Null while nobody can tell. */
    left({ secondsLeft }: SendProgress): string | null {
      if (secondsLeft === null) return null
      if (secondsLeft < 60) return t('left.seconds')
      const minutes = Math.round(secondsLeft / 60)
      return minutes < 90 ? t('left.minutes', { count: minutes }) : t('left.hours', { count: Math.round(minutes / 60) })
    },
  }
}
