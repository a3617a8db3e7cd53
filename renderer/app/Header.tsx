import { LockOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { api } from '../client'
import { LanguageSwitch } from '../components/LanguageSwitch'
import { useErrorToast } from '../components/use-error-toast'
import { useBranch } from '../features/access/branch-context'
import { FederationBadge } from '../features/federation/FederationBadge'
import styles from './Header.module.css'

/** Whose record is open, how it stands to the union above, language and lock. */
export function Header() {
  const { t } = useTranslation()
  const { branch } = useBranch()
  const queryClient = useQueryClient()
  const showError = useErrorToast()
  const lock = useMutation(
    api.access.lock.mutationOptions({
      // What was read of the record leaves the memory of the page as well.
      onSuccess: () => queryClient.resetQueries(),
      onError: showError,
    }),
  )
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
