import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, AutoComplete, Form, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fundAccountSchema, fundDirectionSchema } from '../../../../shared/model/fund'
import { fenSchema } from '../../../../shared/model/money'
import { dayOf } from '../../../../shared/rules/date'
import { categoriesOf, chartOn } from '../../../../shared/rules/funds/chart'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormDialog } from '../../../components/FormDialog'
import { FormField } from '../../../components/FormField'
import { MoneyInput } from '../../../components/MoneyInput'
import { PartialDateInput } from '../../../components/PartialDateInput'
import { useUndo } from '../../../components/use-undo'
import { formatYuan } from '../../../components/yuan'
import { useCodeLabel } from '../../../i18n/use-code-label'
import styles from '../funds.module.css'
import {
  dayOfDraft,
  limitedSpending,
  readEntryDraft,
  withFittingCategory,
  type DraftProblem,
  type EntryDraft,
} from './entry-draft'
import { EntryFiles } from './EntryFiles'
import { LimitCheck } from '../limits/LimitCheck'
import { EntryHints } from './EntryHints'
import { EntryPapers } from './EntryPapers'
import { EntryShares } from './EntryShares'

interface EntryDialogProps {
  readonly initial: EntryDraft
  readonly onClose: () => void
}

/** Books an entry: money, category, papers, and what members receive of it. */
export function EntryDialog({ initial, onClose }: EntryDialogProps) {
  const { t } = useTranslation(['funds', 'common'])
  const codeLabel = useCodeLabel()
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const [today] = useState(() => dayOf(new Date()))
  const [draft, setDraft] = useState(initial)
  const [tried, setTried] = useState(false)
  const { entry, problems } = readEntryDraft(draft, today)
  const on = dayOfDraft(draft) ?? today
  const summary = useQuery(
    api.funds.book.summary.queryOptions({ input: { account: draft.account, year: on.slice(0, 4) } }),
  )
  const add = useMutation(
    api.funds.book.add.mutationOptions({
      onSuccess: ({ batchId, voucherNumber }, { amount }) => {
        offerUndo(t('entry.done', { number: voucherNumber, amount: formatYuan(fenSchema.parse(amount)) }), batchId)
        onClose()
        return queryClient.invalidateQueries()
      },
    }),
  )

  function change(changes: Partial<EntryDraft>) {
    setDraft((before) => withFittingCategory({ ...before, ...changes }))
  }

  function problem(...names: DraftProblem[]): string | null {
    const name = tried ? names.find((one) => problems.has(one)) : undefined
    return name === undefined ? null : t(`entry.problem.${name}`)
  }

  function save() {
    setTried(true)
    if (entry !== null) add.mutate(entry)
  }

  const { direction } = draft
  const spending = limitedSpending(draft)
  const chart = chartOn(on)
  const categories = direction === 'opening' ? [] : categoriesOf(chart, draft.account, direction)
  const items = categories.find(({ term }) => term === draft.category)?.items ?? []
  return (
    <FormDialog
      title={t('entry.title')}
      width={860}
      dirty={draft !== initial}
      busy={add.isPending}
      onSave={save}
      onClose={onClose}
    >
      <Form component={false} layout="vertical">
        <div className={styles.pair}>
          <FormField label={t('account.label')}>
            {({ id }) => (
              <Radio.Group
                id={id}
                optionType="button"
                value={draft.account}
                onChange={({ target }) => change({ account: fundAccountSchema.parse(target.value) })}
                options={fundAccountSchema.options
                  .toReversed()
                  .map((value) => ({ value, label: t(`account.${value}`) }))}
              />
            )}
          </FormField>
          <FormField label={t('entry.direction')}>
            {({ id }) => (
              <Radio.Group
                id={id}
                optionType="button"
                value={direction}
                onChange={({ target }) => change({ direction: fundDirectionSchema.parse(target.value) })}
                options={fundDirectionSchema.options
                  .toReversed()
                  .map((value) => ({ value, label: t(`direction.${value}`) }))}
              />
            )}
          </FormField>
          <FormField label={t('book.on')} error={problem('on', 'future')} required>
            {(control) => <PartialDateInput {...control} value={draft.on} onChange={(text) => change({ on: text })} />}
          </FormField>
          <FormField label={t('entry.amount')} error={problem('amount')} required>
            {(control) => <MoneyInput {...control} value={draft.amount} onChange={(amount) => change({ amount })} />}
          </FormField>
          {direction !== 'opening' && (
            <>
              <FormField
                label={t('book.category')}
                error={problem('category')}
                hint={direction === 'income' && draft.account === 'dues' ? t('entry.duesHint') : chart.title}
                required
              >
                {(control) => (
                  <Select<string>
                    {...control}
                    showSearch={{ optionFilterProp: 'label' }}
                    value={draft.category}
                    onChange={(category) => change({ category, subcategory: '' })}
                    options={categories.map(({ code, term }) => ({
                      value: term,
                      label: `${code} ${codeLabel(term)}`,
                    }))}
                  />
                )}
              </FormField>
              <FormField label={t('entry.subcategory')} hint={t('entry.subcategoryHint')}>
                {(control) => (
                  <AutoComplete
                    {...control}
                    maxLength={60}
                    value={draft.subcategory}
                    onChange={(subcategory) => change({ subcategory })}
                    options={items.map((item) => ({ value: item, label: codeLabel(item) }))}
                  />
                )}
              </FormField>
            </>
          )}
        </div>
        <FormField label={t('book.summary')} error={problem('summary')} hint={t('entry.summaryHint')} required>
          {(control) => (
            <Input
              {...control}
              maxLength={200}
              value={draft.summary}
              onChange={({ target }) => change({ summary: target.value })}
            />
          )}
        </FormField>
        {direction !== 'opening' && <EntryPapers draft={draft} onChange={change} />}
        {direction === 'spending' && (
          <EntryShares draft={draft} error={problem('shareAmount', 'shares', 'shareTwice')} onChange={change} />
        )}
        {spending !== null && (
          <LimitCheck
            spending={spending}
            reason={draft.overLimitReason}
            onReason={(overLimitReason) => change({ overLimitReason })}
          />
        )}
        {direction !== 'opening' && (
          <EntryFiles files={draft.attachments} onChange={(attachments) => change({ attachments })} />
        )}
        {direction === 'opening' && <Alert type="info" showIcon title={t('entry.openingHint')} />}
        <EntryHints draft={draft} balance={summary.data?.balance ?? null} />
      </Form>
      {add.isError && <ErrorNotice error={add.error} />}
    </FormDialog>
  )
}
