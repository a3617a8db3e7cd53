import { CopyOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ActivitySummary } from '../../../../shared/contract/activities/plan'
import { api } from '../../../client'
import panel from '../../../components/panel.module.css'
import { Section } from '../../../components/Section'
import { useDates } from '../../../components/use-dates'
import { useErrorToast } from '../../../components/use-error-toast'
import { useUnionName } from '../../reports/use-union-name'
import styles from '../activities.module.css'
import { noticeText } from './notice-text'

/** The notice to paste into a group chat: made from the plan until somebody writes it in own words. */
export function Notice({ activity }: { readonly activity: ActivitySummary }) {
  const { t } = useTranslation(['plan', 'common'])
  const { t: words } = useTranslation('plan')
  const { id, notice, state } = activity
  const { message } = App.useApp()
  const queryClient = useQueryClient()
  const onError = useErrorToast()
  const dates = useDates()
  const unionName = useUnionName()
  const [typed, setTyped] = useState<string | null>(null)
  const text = notice ?? noticeText(activity, unionName, dates.longDay, words)
  const save = useMutation(
    api.activities.plan.saveNotice.mutationOptions({
      onSuccess: async () => {
        setTyped(null)
        void message.success(t('common:saved'))
        await queryClient.invalidateQueries()
      },
      onError,
    }),
  )

  async function copy() {
    try {
      await navigator.clipboard.writeText(typed ?? text)
      void message.success(t('notice.copied'))
    } catch {
      void message.error(t('notice.notCopied'))
    }
  }

  return (
    <Section
      title={t('notice.title')}
      action={
        <div className={panel.bar}>
          {notice !== null && typed === null && state !== 'settled' && (
            <Button loading={save.isPending} onClick={() => save.mutate({ id, notice: null })}>
              {t('notice.fromPlan')}
            </Button>
          )}
          {typed === null && state !== 'settled' && <Button onClick={() => setTyped(text)}>{t('notice.edit')}</Button>}
          <Button type="primary" icon={<CopyOutlined />} onClick={() => void copy()}>
            {t('notice.copy')}
          </Button>
        </div>
      }
    >
      {typed === null ? (
        <pre className={styles.notice}>{text}</pre>
      ) : (
        <div className={panel.stack}>
          <Input.TextArea
            aria-label={t('notice.title')}
            autoFocus
            maxLength={4000}
            autoSize={{ minRows: 8 }}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
          <div className={panel.bar}>
            <Button
              type="primary"
              loading={save.isPending}
              onClick={() => save.mutate({ id, notice: typed.trim() === '' ? null : typed })}
            >
              {t('common:save')}
            </Button>
            <Button onClick={() => setTyped(null)}>{t('common:cancel')}</Button>
          </div>
        </div>
      )}
      <p className={panel.quiet}>{notice === null ? t('notice.hint') : t('notice.own')}</p>
    </Section>
  )
}
