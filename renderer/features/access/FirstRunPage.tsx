import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../client'
import { ErrorNotice } from '../../components/ErrorNotice'
import { AccessFrame } from './AccessFrame'
import { CreateBranch } from './CreateBranch'
import styles from './FirstRunPage.module.css'

/** The first page on a PC without a record: set up the union's own, or look at the sample. */
export function FirstRunPage({ systemKeyStore }: { readonly systemKeyStore: boolean }) {
  const { t } = useTranslation('access')
  const queryClient = useQueryClient()
  const [creating, setCreating] = useState(false)
  const openSample = useMutation(
    api.access.openSample.mutationOptions({ onSuccess: () => queryClient.invalidateQueries() }),
  )

  if (creating) return <CreateBranch systemKeyStore={systemKeyStore} onBack={() => setCreating(false)} />
  return (
    <AccessFrame title={t('welcome')}>
      <p>{t('welcomeText')}</p>
      {openSample.isError && <ErrorNotice error={openSample.error} />}
      <div className={styles.choice}>
        <Button type="primary" size="large" onClick={() => setCreating(true)}>
          {t('createBranch')}
        </Button>
        <p>{t('createBranchText')}</p>
      </div>
      <div className={styles.choice}>
        <Button size="large" loading={openSample.isPending} onClick={() => openSample.mutate(undefined)}>
          {t('openSample')}
        </Button>
        <p>{t('openSampleText')}</p>
      </div>
    </AccessFrame>
  )
}
