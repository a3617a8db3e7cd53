import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Alert, Input, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import type { LimitCheckInput, MemberLimit } from '../../../../shared/contract/funds/limits'
import { fenSchema } from '../../../../shared/model/money'
import { api } from '../../../client'
import { FormField } from '../../../components/FormField'
import { Money } from '../../../components/Money'
import panel from '../../../components/panel.module.css'
import { formatYuan } from '../../../components/yuan'
import styles from '../funds.module.css'
import { useLimitTexts } from './use-limit-texts'

interface LimitCheckProps {
  /** What is about to be spent on members. */
  readonly spending: LimitCheckInput
  readonly reason: string
  readonly onReason: (reason: string) => void
}

/** How the limits of the receiving members stand with a spending, and why it is given where one is passed. */
export function LimitCheck({ spending, reason, onReason }: LimitCheckProps) {
  const { t } = useTranslation(['limits', 'funds', 'fields'])
  const texts = useLimitTexts()
  const check = useQuery({
    ...api.funds.limits.check.queryOptions({ input: spending }),
    placeholderData: keepPreviousData,
  })
  if (check.data === undefined) return null
  const { states, over, forbidden, owing } = check.data
  const item = spending.shares.find((share) => share.item !== null)?.item
  if (item === undefined || item === null) return null
  const form = spending.form
  return (
    <div className={styles.hints}>
      {forbidden.length > 0 && form !== null && (
        <Alert
          type="warning"
          showIcon
          title={t('forbidden', { item: t(`funds:limitItem.${item}`), form: t(`funds:form.${form}`) })}
        />
      )}
      {states.length === 0 ? (
        <p className={panel.quiet}>{t('noLimit', { item: t(`funds:limitItem.${item}`) })}</p>
      ) : (
        <>
          <Alert
            type={over > 0 ? 'warning' : 'success'}
            showIcon
            title={over > 0 ? t('over', { count: over }) : t('within')}
          />
          {spending.shares.length === 1 ? (
            <LimitSentences states={states} />
          ) : (
            <Table<MemberLimit>
              size="small"
              virtual
              pagination={false}
              scroll={{ y: 160, x: 760 }}
              rowKey={({ memberId, limit }) => `${memberId} ${limit.id}`}
              dataSource={states}
              columns={[
                { title: t('fields:member.name'), width: 120, dataIndex: 'name' },
                { title: t('limit'), width: 220, render: (_, { limit }) => texts.amount(limit) },
                { title: t('before'), width: 130, align: 'end', render: (_, { before }) => <Money fen={before} /> },
                { title: t('after'), width: 130, align: 'end', render: (_, { after }) => <Money fen={after} /> },
                {
                  title: t('passed'),
                  width: 130,
                  align: 'end',
                  render: (_, state) =>
                    state.over > 0 && <strong className={styles.wrong}>{formatYuan(state.over)}</strong>,
                },
              ]}
            />
          )}
        </>
      )}
      {owing > 0 && <Alert type="info" showIcon title={t('owing', { count: owing })} />}
      {(over > 0 || forbidden.length > 0) && (
        <FormField
          label={t('reason')}
          hint={t('reasonHint')}
          error={reason.trim() === '' ? t('reasonMissing') : null}
          required
        >
          {(control) => (
            <Input {...control} maxLength={200} value={reason} onChange={({ target }) => onReason(target.value)} />
          )}
        </FormField>
      )}
    </div>
  )
}

/** How one member stands, in a sentence a limit. */
function LimitSentences({ states }: { readonly states: readonly MemberLimit[] }) {
  const { t } = useTranslation('limits')
  const texts = useLimitTexts()
  return states.map(({ limit, allowed, before, after, over }) => (
    <p key={limit.id} role="status">
      {t(over > 0 ? 'sentence.over' : 'sentence.left', {
        limit: texts.amount(limit),
        before: formatYuan(before),
        after: formatYuan(after),
        left: formatYuan(fenSchema.parse(Math.max(0, allowed - after))),
        over: formatYuan(over),
      })}
    </p>
  ))
}
