import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormField } from '../../../components/FormField'
import styles from '../federation.module.css'
import { hubAddress } from '../hub-address'

/** Goes on over the line with the union above that the branch exchanged files with so far. */
export function GoOnLine({ hubName }: { readonly hubName: string }) {
  const { t } = useTranslation(['exchange', 'federation'])
  const { message } = App.useApp()
  const queryClient = useQueryClient()
  const [typed, setTyped] = useState('')
  const address = hubAddress(typed)
  const goOnLine = useMutation(
    api.federation.exchange.goOnLine.mutationOptions({
      onSuccess: async () => {
        void message.success(t('line.done', { name: hubName }))
        await queryClient.invalidateQueries()
      },
    }),
  )
  return (
    <section className={styles.panel}>
      <h2>{t('line.title')}</h2>
      <p>{t('line.text')}</p>
      <Form
        layout="vertical"
        onFinish={() => {
          if (address !== null) goOnLine.mutate({ address })
        }}
      >
        <FormField
          label={t('federation:address')}
          error={typed.trim() !== '' && address === null ? t('federation:addressInvalid') : null}
          hint={t('federation:addressHint')}
        >
          {(control) => <Input {...control} value={typed} onChange={({ target }) => setTyped(target.value)} />}
        </FormField>
        {goOnLine.error !== null && <ErrorNotice error={goOnLine.error} />}
        <Button htmlType="submit" loading={goOnLine.isPending} disabled={address === null}>
          {t('line.go')}
        </Button>
      </Form>
    </section>
  )
}
