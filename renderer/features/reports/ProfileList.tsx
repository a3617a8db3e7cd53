import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { ProfileDefinition, ReceiverProfile } from '../../../shared/model/receiver-profile'
import { api } from '../../client'
import { ErrorNotice } from '../../components/ErrorNotice'
import { Loading } from '../../components/Loading'
import { Section } from '../../components/Section'
import { useErrorToast } from '../../components/use-error-toast'
import { FileButton } from './FileButton'
import { sendPath } from './people-state'
import styles from './reports.module.css'

/** The receivers' sheets: those that come with the program, and the branch's own. */
export function ProfileList() {
  const { t } = useTranslation(['reports', 'common'])
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const [unknown, setUnknown] = useState(false)
  const profiles = useQuery(api.reports.profiles.queryOptions())
  const onError = useErrorToast()
  const save = useMutation(
    api.reports.saveProfile.mutationOptions({
      onSuccess: async ({ id }) => {
        await queryClient.invalidateQueries({ queryKey: api.reports.profiles.key() })
        await navigate(`/reports/profiles/${id}`)
      },
      onError,
    }),
  )
  const propose = useMutation(
    api.reports.proposeProfiles.mutationOptions({
      onSuccess: async (definitions) => {
        setUnknown(definitions.length === 0)
        for (const definition of definitions) await save.mutateAsync({ id: null, definition }).catch(() => undefined)
      },
      onError,
    }),
  )
  const copy = (definition: ProfileDefinition) =>
    save.mutate({
      id: null,
      definition: { ...definition, name: t('profile.copyOf', { name: definition.name }).slice(0, 100) },
    })

  return (
    <Section
      title={t('sheets')}
      action={
        <FileButton
          label={t('fromWorkbook')}
          accept=".xlsx,.xls,.et"
          loading={propose.isPending}
          onFile={(file) => propose.mutate({ file })}
        />
      }
    >
      <p className={styles.quiet}>{t('sheetsNote')}</p>
      <p className={styles.quiet}>{t('fromWorkbookNote')}</p>
      {unknown && <Alert type="warning" showIcon title={t('noHeadings')} description={t('noHeadingsNext')} />}
      {profiles.isPending && <Loading />}
      {profiles.isError && <ErrorNotice error={profiles.error} onRetry={() => void profiles.refetch()} />}
      <ul className={styles.profiles}>
        {(profiles.data ?? []).map((profile) => (
          <ProfileItem key={profile.id} profile={profile} onCopy={() => copy(profile.definition)} />
        ))}
      </ul>
    </Section>
  )
}

function ProfileItem({ profile, onCopy }: { readonly profile: ReceiverProfile; readonly onCopy: () => void }) {
  const { t } = useTranslation(['reports', 'common'])
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const { modal } = App.useApp()
  const onError = useErrorToast()
  const remove = useMutation(
    api.reports.removeProfile.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: api.reports.profiles.key() }),
      onError,
    }),
  )
  const { id, builtIn, issued, definition } = profile
  const isWithdrawn = issued !== null && issued.withdrawnAt !== null
  const isFixed = builtIn || issued !== null
  const { name, kind, region, version, source } = definition

  function askToRemove() {
    void modal.confirm({
      title: t('removeTitle', { name }),
      content: t('removeText'),
      okText: t('common:remove'),
      cancelText: t('common:cancel'),
      okButtonProps: { danger: true },
      onOk: () => remove.mutateAsync({ id }).catch(() => undefined),
    })
  }

  return (
    <li>
      <div className={styles.grow}>
        <strong>
          {name} {builtIn && <Tag>{t('builtIn')}</Tag>}
          {issued !== null && <Tag color="blue">{t('issued', { version: issued.version })}</Tag>}
          {isWithdrawn && <Tag color="orange">{t('issuedWithdrawn')}</Tag>}
        </strong>
        <span className={styles.quiet}>
          {[t(kind), region, version, source].filter((part) => part !== '').join(' · ')}
        </span>
      </div>
      <Button type="primary" aria-label={`${t('send')} ${name}`} onClick={() => void navigate(sendPath(id, kind))}>
        {t('send')}
      </Button>
      <Button
        aria-label={`${t(isFixed ? 'view' : 'change')} ${name}`}
        onClick={() => void navigate(`/reports/profiles/${id}`)}
      >
        {t(isFixed ? 'view' : 'change')}
      </Button>
      <Button aria-label={`${t('copy')} ${name}`} onClick={onCopy}>
        {t('copy')}
      </Button>
      {(!isFixed || isWithdrawn) && (
        <Button danger aria-label={`${t('common:remove')} ${name}`} onClick={askToRemove}>
          {t('common:remove')}
        </Button>
      )}
    </li>
  )
}
