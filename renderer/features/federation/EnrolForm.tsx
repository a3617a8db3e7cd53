import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../client'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FormField } from '../../components/FormField'
import styles from './federation.module.css'
import { hubAddress } from './hub-address'

/** Links the branch with the hub of the union above by its address and a one-time code. */
export function EnrolForm() {
  const { t } = useTranslation('federation')
  const queryClient = useQueryClient()
  const [typed, setTyped] = useState('')
  const [code, setCode] = useState('')
  const enrol = useMutation(api.federation.enrol.mutationOptions({ onSuccess: () => queryClient.invalidateQueries() }))
  const address = hubAddress(typed)
  const looksWrong = typed.trim() !== '' && address === null
  return (
    <section className={styles.panel}>
      <h2>{t('enrolTitle')}</h2>
      <p>{t('enrolText')}</p>
      <Form
        layout="vertical"
        onFinish={() => {
          if (address !== null) enrol.mutate({ address, code })
        }}
      >
        <FormField label={t('address')} error={looksWrong ? t('addressInvalid') : null} hint={t('addressHint')}>
          {(control) => <Input {...control} value={typed} onChange={({ target }) => setTyped(target.value)} />}
        </FormField>
        <FormField label={t('code')} hint={t('codeHint')}>
          {(control) => (
            <Input {...control} value={code} autoComplete="off" onChange={({ target }) => setCode(target.value)} />
          )}
        </FormField>
        {enrol.error !== null && <ErrorNotice error={enrol.error} />}
        <Button
          type="primary"
          htmlType="submit"
          loading={enrol.isPending}
          disabled={address === null || code.trim().length < 6}
        >
          {t('enrol')}
        </Button>
      </Form>
    </section>
  )
}
