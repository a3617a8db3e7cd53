import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { api } from '../../client'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FormField } from '../../components/FormField'
import styles from './federation.module.css'

const addressSchema = z.url({ protocol: /^https?$/ })

/** The address as it was typed, `https://` understood. */
function fullAddress(typed: string): string {
  return /^https?:\/\//.test(typed.trim()) ? typed.trim() : `https://${typed.trim()}`
}

/** Links the branch with the hub of the union above by its address and a one-time code. */
export function EnrolForm() {
  const { t } = useTranslation('federation')
  const queryClient = useQueryClient()
  const [address, setAddress] = useState('')
  const [code, setCode] = useState('')
  const enrol = useMutation(api.federation.enrol.mutationOptions({ onSuccess: () => queryClient.invalidateQueries() }))
  const isAddress = addressSchema.safeParse(fullAddress(address)).success
  const looksWrong = address.trim() !== '' && !isAddress
  return (
    <section className={styles.panel}>
      <h2>{t('enrolTitle')}</h2>
      <p>{t('enrolText')}</p>
      <Form layout="vertical" onFinish={() => enrol.mutate({ address: fullAddress(address), code })}>
        <FormField label={t('address')} error={looksWrong ? t('addressInvalid') : null} hint={t('addressHint')}>
          {(control) => <Input {...control} value={address} onChange={({ target }) => setAddress(target.value)} />}
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
          disabled={!isAddress || code.trim().length < 6}
        >
          {t('enrol')}
        </Button>
      </Form>
    </section>
  )
}
