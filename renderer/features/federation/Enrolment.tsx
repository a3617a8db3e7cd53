import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Descriptions, Popconfirm } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { FederationState } from '../../../shared/contract/federation'
import { api } from '../../client'
import { useErrorToast } from '../../components/use-error-toast'
import styles from './federation.module.css'
import { SendingProgress } from './SendingProgress'
import { useLinkTexts } from './use-link-texts'
import { ComparedFigures } from './roll/ComparedFigures'

/** How the link stands: what is sent, what waits, and what went wrong. */
export function Enrolment({ state }: { readonly state: Extract<FederationState, { state: 'enrolled' }> }) {
  const { t, i18n } = useTranslation(['federation', 'errors', 'common'])
  const onError = useErrorToast()
  const syncNow = useMutation(api.federation.syncNow.mutationOptions({ onError }))
  const takeOver = useMutation(api.federation.takeOver.mutationOptions({ onError }))
  const pause = useMutation(api.federation.pause.mutationOptions({ onError }))
  const texts = useLinkTexts()
  const leave = useMutation(api.federation.leave.mutationOptions({ onError }))
  const { hubName, address, waiting, attention, link, progress, problem, lastContact, figures } = state
  // Enrolled by an invitation: there is no line yet.
  const isByFile = address === ''
  const navigate = useNavigate()
  const when = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <div className={styles.stack}>
      {problem !== null && (
        <Alert
          type="warning"
          showIcon
          title={t(`errors:${problem}.message`)}
          description={t(`errors:${problem}.next`)}
          action={
            problem === 'HUB_REFUSES_COPY' ? (
              <Popconfirm
                title={t('takeOverTitle')}
                description={t('takeOverText')}
                okText={t('takeOver')}
                cancelText={t('common:cancel')}
                onConfirm={() => takeOver.mutate(undefined)}
              >
                <Button loading={takeOver.isPending}>{t('takeOver')}</Button>
              </Popconfirm>
            ) : null
          }
        />
      )}
      <section className={styles.panel}>
        <h2>{texts.link(state)}</h2>
        {progress !== null && <SendingProgress link={link} progress={progress} />}
        <Descriptions
          column={1}
          items={[
            { key: 'hub', label: t('hub'), children: hubName },
            isByFile
              ? { key: 'way', label: t('way'), children: t('byFile') }
              : { key: 'address', label: t('address'), children: address },
            {
              key: 'lastContact',
              label: t('lastContact'),
              children: lastContact === null ? t('never') : when.format(new Date(lastContact)),
            },
          ]}
        />
        <Link to="/federation?tab=passing">{t('whatGoesUp')}</Link>
        {figures !== null && waiting === 0 && <ComparedFigures {...figures} />}
        {attention > 0 && <Link to="/federation?tab=attention">{t('attentionCount', { count: attention })}</Link>}
        <div className={styles.bar}>
          {isByFile ? (
            <Button type="primary" onClick={() => void navigate('/federation?tab=exchange')}>
              {t('toExchange')}
            </Button>
          ) : link === 'sending' ? (
            <Button loading={pause.isPending} onClick={() => pause.mutate(undefined)}>
              {t('pause')}
            </Button>
          ) : (
            <Button type="primary" loading={syncNow.isPending} onClick={() => syncNow.mutate(undefined)}>
              {link === 'paused' ? t('resume') : t('syncNow')}
            </Button>
          )}
          <Popconfirm
            title={t('leaveTitle')}
            description={t('leaveText')}
            okText={t('leave')}
            cancelText={t('common:cancel')}
            onConfirm={() => leave.mutate(undefined)}
          >
            <Button loading={leave.isPending}>{t('leave')}</Button>
          </Popconfirm>
        </div>
      </section>
    </div>
  )
}
