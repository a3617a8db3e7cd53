import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox, Form } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../client'
import { ErrorNotice } from '../../components/ErrorNotice'
import { LanguageSwitch } from '../../components/LanguageSwitch'
import { PageHeader } from '../../components/PageHeader'
import { Section } from '../../components/Section'
import { CustomFieldSettings } from '../members/custom-fields/CustomFieldSettings'
import { OrganisationSection } from '../reports/OrganisationSection'
import { useBranch } from './branch-context'
import { BranchFields, toBranchDraft, toBranchInput, type BranchDraft } from './BranchFields'
import { NewPassphrase } from './NewPassphrase'
import { SensitivePassphrase } from './SensitivePassphrase'
import { useLock } from './use-lock'
import { useSensitive } from './use-sensitive'

/** What can be set: language, custom fields, the union's details, passphrase, kept key. */
export function SettingsPage() {
  const { t } = useTranslation('access')
  const { branch } = useBranch()
  return (
    <>
      <PageHeader title={t('settings')} />
      <Section title={t('languageSection')}>
        <LanguageSwitch />
      </Section>
      <CustomFieldSettings />
      {branch.isSample ? (
        <Section title={t('branchSection')}>
          <p style={{ marginBlockEnd: 10 }}>{t('sampleNoSettings')}</p>
          <CloseSample />
        </Section>
      ) : (
        <BranchSection />
      )}
      <OrganisationSection />
      {!branch.isSample && (
        <>
          <PassphraseSection />
          <SensitiveSection />
          <KeepKeySection />
        </>
      )}
    </>
  )
}

function CloseSample() {
  const { t } = useTranslation('access')
  const lock = useLock()
  return (
    <Button loading={lock.isPending} onClick={() => lock.mutate(undefined)}>
      {t('closeSample')}
    </Button>
  )
}

function BranchSection() {
  const { t } = useTranslation(['access', 'common'])
  const { branch } = useBranch()
  const { message } = App.useApp()
  const queryClient = useQueryClient()
  const update = useMutation(
    api.access.updateBranch.mutationOptions({
      onSuccess: () => {
        void message.success(t('common:saved'))
        return queryClient.invalidateQueries()
      },
    }),
  )
  return (
    <Section title={t('branchSection')}>
      <Form<BranchDraft>
        style={{ maxWidth: 600 }}
        layout="vertical"
        requiredMark={false}
        initialValues={toBranchDraft(branch)}
        onFinish={(draft) => update.mutate(toBranchInput(draft))}
      >
        <BranchFields />
        {update.isError && <ErrorNotice error={update.error} />}
        <Button type="primary" htmlType="submit" loading={update.isPending}>
          {t('common:save')}
        </Button>
      </Form>
    </Section>
  )
}

function PassphraseSection() {
  const { t } = useTranslation('access')
  const { branch } = useBranch()
  const [changing, setChanging] = useState(false)
  return (
    <Section title={t('passphraseSection')}>
      {changing ? (
        <NewPassphrase text={t('passphraseSectionText')} known={[branch.unionName]} onDone={() => setChanging(false)} />
      ) : (
        <>
          <p style={{ marginBlockEnd: 10 }}>{t('passphraseSectionText')}</p>
          <Button onClick={() => setChanging(true)}>{t('changePassphrase')}</Button>
        </>
      )}
    </Section>
  )
}

function SensitiveSection() {
  const { t } = useTranslation(['sensitive', 'common'])
  const { message } = App.useApp()
  const { state, refresh } = useSensitive()
  const [setting, setSetting] = useState(false)
  if (state === undefined) return null
  const isSet = state.state !== 'notSet'
  return (
    <Section title={t('section')}>
      {setting ? (
        <div style={{ maxWidth: 600 }}>
          <SensitivePassphrase
            isReset={isSet}
            onDone={async () => {
              await refresh()
              setSetting(false)
              void message.success(t('common:saved'))
            }}
          />
        </div>
      ) : (
        <>
          <p style={{ marginBlockEnd: 10 }}>{t('sectionText')}</p>
          <Button onClick={() => setSetting(true)}>{t(isSet ? 'resetTitle' : 'setUpTitle')}</Button>
        </>
      )}
    </Section>
  )
}

function KeepKeySection() {
  const { t } = useTranslation('access')
  const { systemKeyStore, keyKept } = useBranch()
  const queryClient = useQueryClient()
  const setKeepKey = useMutation(
    api.access.setKeepKey.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: api.access.state.key() }),
    }),
  )
  return (
    <Section title={t('keepKeySection')}>
      {setKeepKey.isError && <ErrorNotice error={setKeepKey.error} />}
      <Checkbox
        checked={keyKept}
        disabled={!systemKeyStore || setKeepKey.isPending}
        onChange={(event) => setKeepKey.mutate({ keepKey: event.target.checked })}
      >
        {t('keepKey')}
      </Checkbox>
      <p>{systemKeyStore ? t('keepKeyHint') : t('keepKeyUnavailable')}</p>
    </Section>
  )
}
