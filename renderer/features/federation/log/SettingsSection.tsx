import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox, InputNumber, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { syncSettingSchema, type SyncSetting } from '../../../../shared/model/sync-setting'
import { api } from '../../../client'
import panel from '../../../components/panel.module.css'
import { useErrorToast } from '../../../components/use-error-toast'
import styles from '../federation.module.css'

/** When the branch exchanges by itself, and how carefully it uses its line. */
export function SettingsSection() {
  const { t } = useTranslation('syncLog')
  const { message } = App.useApp()
  const queryClient = useQueryClient()
  const { data } = useQuery(api.federation.settings.get.queryOptions())
  const [draft, setDraft] = useState<SyncSetting | null>(null)
  const save = useMutation(
    api.federation.settings.save.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: api.federation.settings.key() })
        setDraft(null)
        void message.success(t('settings.saved'))
      },
      onError: useErrorToast(),
    }),
  )
  if (data === undefined) return null
  const { bytesWaiting, ...stored } = data
  const setting = draft ?? stored
  const set = (change: Partial<SyncSetting>) => setDraft({ ...setting, ...change })
  const number = (name: 'from' | 'until' | 'everyHours', min: number, max: number) => (
    <InputNumber
      aria-label={t(`settings.${name}`)}
      min={min}
      max={max}
      precision={0}
      value={setting[name]}
      onChange={(value) => set({ [name]: value ?? min })}
    />
  )
  return (
    <section className={styles.panel}>
      <h2>{t('settings.title')}</h2>
      <div className={panel.stack}>
        <Radio.Group
          aria-label={t('settings.title')}
          vertical
          value={setting.when}
          onChange={({ target }) => set({ when: syncSettingSchema.shape.when.parse(target.value) })}
          options={syncSettingSchema.shape.when.options.map((value) => ({
            value,
            label: t(`settings.when.${value}`),
          }))}
        />
        {setting.when === 'hours' && (
          <div className={panel.bar}>
            {t('settings.from')} {number('from', 0, 23)} {t('settings.until')} {number('until', 1, 24)}
          </div>
        )}
        {setting.when === 'every' && (
          <div className={panel.bar}>
            {t('settings.everyHours')} {number('everyHours', 1, 168)}
          </div>
        )}
        <Checkbox checked={setting.isSlow} onChange={({ target }) => set({ isSlow: target.checked })}>
          {t('settings.isSlow')}
        </Checkbox>
        <p className={panel.quiet}>{t('settings.isSlowText')}</p>
        {bytesWaiting > 0 && <p>{t('settings.bytesWaiting', { size: Math.ceil(bytesWaiting / 1024) })}</p>}
        {draft !== null && (
          <div className={panel.bar}>
            <Button type="primary" loading={save.isPending} onClick={() => save.mutate(setting)}>
              {t('settings.save')}
            </Button>
          </div>
        )}
      </div>
    </section>
  )
}
