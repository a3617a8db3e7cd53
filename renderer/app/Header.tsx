import { LockOutlined } from '@ant-design/icons'
import { Button, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { LanguageSwitch } from '../components/LanguageSwitch'
import { useBranch } from '../features/access/branch-context'
import { useLock } from '../features/access/use-lock'
import { FederationBadge } from '../features/federation/FederationBadge'
import styles from './Header.module.css'

/** Whose record is open, how it stands to the union above, language and lock. */
export function Header() {
  const { t } = useTranslation()
  const { branch } = useBranch()
  const lock = useLock()
  return (
    <header className={styles.header}>
      <span className={styles.branch} title={branch.unionName}>
        {branch.unionName}
      </span>
      {branch.isSample && <Tag>{t('sampleBranch')}</Tag>}
      <div className={styles.tools}>
        <FederationBadge />
        <LanguageSwitch />
        <Button icon={<LockOutlined />} loading={lock.isPending} onClick={() => lock.mutate(undefined)}>
          {t('lock')}
        </Button>
      </div>
    </header>
  )
}
