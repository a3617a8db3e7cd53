import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Form, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { BANNER_BLANKS, type ProfileDefinition, type ReceiverProfile } from '../../../shared/model/receiver-profile'
import { api } from '../../client'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FormField } from '../../components/FormField'
import { Loading } from '../../components/Loading'
import { PageHeader } from '../../components/PageHeader'
import { Section } from '../../components/Section'
import { useUnsavedGuard } from '../../components/use-unsaved-guard'
import { sendPath } from './people-state'
import { complete } from '../../../shared/rules/reports/profile-values'
import { ProfileColumns } from './ProfileColumns'
import styles from './reports.module.css'

/** A receiver's sheet: looked at, or changed where it is the branch's own. */
export function ProfilePage() {
  const { t } = useTranslation('reports')
  const { profileId = '' } = useParams()
  const profiles = useQuery(api.reports.profiles.queryOptions())
  if (profiles.isPending) return <Loading />
  if (profiles.isError) return <ErrorNotice error={profiles.error} onRetry={() => void profiles.refetch()} />
  const profile = profiles.data.find(({ id }) => id === profileId)
  if (profile === undefined) return <PageHeader backTo="/reports" title={t('profile.title')} />
  return <ProfileForm key={profile.id} profile={profile} />
}

function ProfileForm({ profile: { id, builtIn, issued, definition } }: { readonly profile: ReceiverProfile }) {
  const { t } = useTranslation(['reports', 'common'])
  const navigate = useNavigate()
  const { message } = App.useApp()
  const queryClient = useQueryClient()
  const isFixed = builtIn || issued !== null
  const [draft, setDraft] = useState(definition)
  const [saved, setSaved] = useState(definition)
  const unsaved = useUnsavedGuard(draft !== saved)
  const ready = complete(draft)
  const save = useMutation(
    api.reports.saveProfile.mutationOptions({
      onSuccess: async () => {
        setSaved(draft)
        void message.success(t('profile.saved'))
        await queryClient.invalidateQueries({ queryKey: api.reports.profiles.key() })
      },
    }),
  )
  const change = (changes: Partial<ProfileDefinition>) => setDraft({ ...draft, ...changes })
  const text = (name: 'name' | 'region' | 'version' | 'source' | 'sheetName', maxLength: number) => (
    <FormField label={t(`profile.${name}`)}>
      {(control) => (
        <Input
          {...control}
          disabled={isFixed}
          maxLength={maxLength}
          value={draft[name]}
          onChange={({ target }) => change({ [name]: target.value })}
        />
      )}
    </FormField>
  )
  const row = (name: 'headingRow' | 'startRow') => (
    <FormField label={t(`profile.${name}`)}>
      {({ id: inputId }) => (
        <InputNumber
          id={inputId}
          disabled={isFixed}
          min={1}
          max={100}
          precision={0}
          value={draft[name]}
          onChange={(value) => change({ [name]: value ?? 1 })}
        />
      )}
    </FormField>
  )
  return (
    <>
      <PageHeader
        backTo="/reports"
        title={definition.name}
        note={t(definition.kind)}
        actions={
          <>
            <Button onClick={() => void navigate(sendPath(id, definition.kind))}>{t('send')}</Button>
            {!isFixed && (
              <Button
                type="primary"
                disabled={ready === null}
                loading={save.isPending}
                onClick={() => ready !== null && save.mutate({ id, definition: ready })}
              >
                {t('common:save')}
              </Button>
            )}
          </>
        }
      />
      {builtIn && <Alert style={{ marginBlockEnd: 12 }} type="info" showIcon title={t('profile.builtInNote')} />}
      {issued !== null && (
        <Alert
          style={{ marginBlockEnd: 12 }}
          type={issued.withdrawnAt === null ? 'info' : 'warning'}
          showIcon
          title={t(issued.withdrawnAt === null ? 'profile.issuedNote' : 'profile.withdrawnNote', {
            version: issued.version,
          })}
        />
      )}
      {ready === null && (
        <Alert style={{ marginBlockEnd: 12 }} type="warning" showIcon title={t('profile.incomplete')} />
      )}
      {save.isError && <ErrorNotice error={save.error} />}
      <Section title={t('profile.title')}>
        <Form layout="vertical" className={styles.settings}>
          {text('name', 100)}
          {text('region', 60)}
          {text('version', 60)}
          {text('source', 300)}
          {text('sheetName', 31)}
          {row('headingRow')}
          {row('startRow')}
        </Form>
        <Form layout="vertical">
          {draft.banner.map((line, index) => (
            <FormField
              key={index}
              label={t('profile.banner', { row: line.row })}
              hint={index === 0 ? t('profile.bannerHint', BANNER_BLANKS) : undefined}
            >
              {(control) => (
                <Input
                  {...control}
                  disabled={isFixed}
                  maxLength={500}
                  value={line.text}
                  onChange={({ target }) =>
                    change({ banner: draft.banner.with(index, { ...line, text: target.value }) })
                  }
                />
              )}
            </FormField>
          ))}
          <FormField label={t('profile.note')}>
            {(control) => (
              <Input.TextArea
                {...control}
                disabled={isFixed}
                autoSize
                maxLength={2000}
                value={draft.note ?? ''}
                onChange={({ target }) => change({ note: target.value === '' ? null : target.value })}
              />
            )}
          </FormField>
        </Form>
      </Section>
      <Section title={t('profile.columns')}>
        <ProfileColumns definition={draft} readOnly={isFixed} onChange={change} />
      </Section>
      {unsaved.dialog}
    </>
  )
}
