import { useMutation } from '@tanstack/react-query'
import { Button, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { People } from '../../../../shared/contract/reports'
import { client } from '../../../client'
import panel from '../../../components/panel.module.css'
import { useErrorToast } from '../../../components/use-error-toast'
import { MemberPickerDialog } from '../../activities/MemberPickerDialog'
import type { Recipient } from './gift-draft'
import styles from './gifts.module.css'

/** Names shown at most; the number says the rest. */
const SHOWN = 60

interface GiftRecipientsProps {
  readonly recipients: readonly Recipient[]
  readonly error: string | null
  /** They were chosen before and are only named. */
  readonly isFixed: boolean
  readonly onChange: (recipients: readonly Recipient[]) => void
}

/** Who is given something. */
export function GiftRecipients({ recipients, error, isFixed, onChange }: GiftRecipientsProps) {
  const { t } = useTranslation(['gifts', 'common'])
  const [isPicking, setPicking] = useState(false)
  const take = useMutation({
    mutationFn: (people: People) => client.reports.names({ people }),
    onSuccess: ({ rows }) => {
      setPicking(false)
      const known = new Set(recipients.map(({ memberId }) => memberId))
      const added = rows.map(({ id, name, department }) => ({ memberId: id, name, department }))
      onChange([...recipients, ...added.filter(({ memberId }) => !known.has(memberId))])
    },
    onError: useErrorToast(),
  })
  return (
    <div className={`${panel.stack} ${styles.recipients}`}>
      <div className={panel.bar}>
        <strong>{t('recipients', { count: recipients.length })}</strong>
        {!isFixed && (
          <Button type={recipients.length === 0 ? 'primary' : 'default'} onClick={() => setPicking(true)}>
            {t('pick')}
          </Button>
        )}
        {error !== null && (
          <span role="alert" className={styles.wrong}>
            {error}
          </span>
        )}
      </div>
      <div className={styles.names}>
        {recipients.slice(0, SHOWN).map(({ memberId, name, department }) => (
          <Tag
            key={memberId}
            title={department ?? undefined}
            closable={!isFixed}
            onClose={() => onChange(recipients.filter((other) => other.memberId !== memberId))}
          >
            {name}
          </Tag>
        ))}
        {recipients.length > SHOWN && <span>{t('andMore', { count: recipients.length - SHOWN })}</span>}
      </div>
      {isPicking && (
        <MemberPickerDialog
          title={t('pick')}
          isBusy={take.isPending}
          onPick={(ids) => take.mutate({ by: 'ids', ids })}
          onClose={() => setPicking(false)}
        />
      )}
    </div>
  )
}
