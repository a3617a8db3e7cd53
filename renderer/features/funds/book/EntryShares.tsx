import { useMutation } from '@tanstack/react-query'
import { Button, Select, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { People } from '../../../../shared/contract/reports'
import { limitItemSchema, type LimitItem } from '../../../../shared/model/limit-item'
import { client } from '../../../client'
import { FormField } from '../../../components/FormField'
import { MoneyInput } from '../../../components/MoneyInput'
import panel from '../../../components/panel.module.css'
import { Section } from '../../../components/Section'
import { useErrorToast } from '../../../components/use-error-toast'
import { formatYuan, parseYuan } from '../../../components/yuan'
import { MemberPickerDialog } from '../../activities/MemberPickerDialog'
import styles from '../funds.module.css'
import { sharesTotal, splitDraft, type EntryDraft, type ShareDraft } from './entry-draft'

interface EntrySharesProps {
  readonly draft: EntryDraft
  readonly error: string | null
  readonly onChange: (changes: Partial<EntryDraft>) => void
}

/** Which members receive how much of a spending, and for what. */
export function EntryShares({ draft, error, onChange }: EntrySharesProps) {
  const { t } = useTranslation(['funds', 'fields', 'common'])
  const [isPicking, setPicking] = useState(false)
  const { shares, activityId } = draft
  const take = useMutation({
    mutationFn: (people: People) => client.reports.names({ people }),
    onSuccess: ({ rows }) => {
      setPicking(false)
      const known = new Set(shares.map(({ memberId }) => memberId))
      const added = rows
        .filter(({ id }) => !known.has(id))
        .map(({ id, name, department }) => ({ memberId: id, name, department, amount: '' }))
      onChange({ shares: splitDraft({ ...draft, shares: [...shares, ...added] }) })
    },
    onError: useErrorToast(),
  })
  const total = sharesTotal(shares)
  const amount = parseYuan(draft.amount)

  function changeAmount(of: ShareDraft, text: string) {
    onChange({ shares: shares.map((share) => (share.memberId === of.memberId ? { ...share, amount: text } : share)) })
  }

  return (
    <Section title={t('share.title')}>
      <div className={panel.bar}>
        <Button onClick={() => setPicking(true)}>{t('share.pick')}</Button>
        {activityId !== null && (
          <Button
            loading={take.isPending}
            onClick={() => take.mutate({ by: 'activity', activityId, attendance: null })}
          >
            {t('share.fromActivity')}
          </Button>
        )}
        {shares.length > 0 && (
          <>
            <Button disabled={amount === null} onClick={() => onChange({ shares: splitDraft(draft) })}>
              {t('share.evenly')}
            </Button>
            <Button type="link" onClick={() => onChange({ shares: [], item: null, overLimitReason: '' })}>
              {t('share.clear')}
            </Button>
          </>
        )}
      </div>
      {shares.length === 0 ? (
        <p className={panel.quiet}>{t('share.none')}</p>
      ) : (
        <>
          <FormField label={t('share.item')} hint={t('share.itemHint')}>
            {({ id }) => (
              <Select<LimitItem>
                id={id}
                allowClear
                showSearch={{ optionFilterProp: 'label' }}
                value={draft.item}
                onChange={(item: LimitItem | undefined) => onChange({ item: item ?? null })}
                options={limitItemSchema.options.map((value) => ({ value, label: t(`limitItem.${value}`) }))}
              />
            )}
          </FormField>
          <Table<ShareDraft>
            size="small"
            virtual
            pagination={false}
            scroll={{ y: 220, x: 700 }}
            rowKey="memberId"
            dataSource={shares}
            columns={[
              { title: t('fields:member.name'), width: 160, dataIndex: 'name' },
              { title: t('fields:member.department'), width: 240, dataIndex: 'department' },
              {
                title: t('entry.amount'),
                width: 180,
                render: (_, share) => (
                  <MoneyInput
                    aria-label={t('share.amountOf', { name: share.name })}
                    value={share.amount}
                    onChange={(text) => changeAmount(share, text)}
                  />
                ),
              },
              {
                width: 90,
                render: (_, { memberId }) => (
                  <Button
                    type="link"
                    size="small"
                    onClick={() => onChange({ shares: shares.filter((share) => share.memberId !== memberId) })}
                  >
                    {t('common:remove')}
                  </Button>
                ),
              },
            ]}
          />
          <p role="status" className={error === null ? panel.quiet : styles.wrong}>
            {error ??
              (total === null
                ? t('share.open', { count: shares.length })
                : t('share.sum', { count: shares.length, amount: formatYuan(total) }))}
          </p>
        </>
      )}
      {isPicking && (
        <MemberPickerDialog
          title={t('share.pick')}
          isBusy={take.isPending}
          onPick={(ids) => take.mutate({ by: 'ids', ids })}
          onClose={() => setPicking(false)}
        />
      )}
    </Section>
  )
}
