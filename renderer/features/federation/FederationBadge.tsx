import {
  CloudOutlined,
  CloudSyncOutlined,
  DisconnectOutlined,
  PauseCircleOutlined,
  WarningOutlined,
} from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { FederationState } from '../../../shared/contract/federation'
import styles from './federation.module.css'
import { isLong, useLinkTexts } from './use-link-texts'
import { useFederationState } from './use-federation-state'

type LinkState = Extract<FederationState, { state: 'enrolled' }>['link']

const icons: Readonly<Record<LinkState, typeof CloudOutlined>> = {
  synced: CloudOutlined,
  waiting: CloudSyncOutlined,
  sending: CloudSyncOutlined,
  offline: DisconnectOutlined,
  paused: PauseCircleOutlined,
}

/** How the branch stands to the hub of the union above, in the header; leads to the page that says more. */
export function FederationBadge() {
  const { t } = useTranslation('federation')
  const { data } = useFederationState()
  const texts = useLinkTexts()
  if (data === undefined || data.state === 'notEnrolled') return null
  const { link, progress, attention } = data
  const Icon = icons[link]
  return (
    <Link to="/federation" className={styles.badge}>
      <Icon aria-hidden="true" />
      <span role="status" className="numeric">
        {link === 'sending' && progress !== null && isLong(progress) ? texts.sent(progress) : texts.link(data)}
      </span>
      {attention > 0 && (
        <>
          <WarningOutlined aria-hidden="true" /> {t('attentionCount', { count: attention })}
        </>
      )}
    </Link>
  )
}
