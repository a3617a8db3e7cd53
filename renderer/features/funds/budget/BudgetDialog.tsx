import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form, Input, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BudgetRow } from '../../../../shared/contract/funds/budget'
import type { FundAccount } from '../../../../shared/model/fund'
import { sumOf } from '../../../../shared/rules/dues/ledger'
import { budgetKey } from '../../../../shared/rules/funds/budget'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormDialog } from '../../../components/FormDialog'
import { FormField } from '../../../components/FormField'
import { Money } from '../../../components/Money'
import { MoneyInput } from '../../../components/MoneyInput'
import panel from '../../../components/panel.module.css'
import { useUndo } from '../../../components/use-undo'
import { formatYuan, parseYuan } from '../../../components/yuan'
import { useCodeLabel } from '../../../i18n/use-code-label'
import styles from '../funds.module.css'
import { budgetDraft, readBudgetDraft, type BudgetDraftLine } from './budget-draft'

interface BudgetDialogProps {
  readonly account: FundAccount
  readonly year: string
  readonly rows: readonly BudgetRow[]
  readonly onClose: () => void
}

/** The sheet in which a year is planned, with what was booked last year beside. */
export function BudgetDialog({ account, year, rows, onClose }: BudgetDialogProps) {
  const { t } = useTranslation('funds')
  const codeLabel = useCodeLabel()
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const [initial] = useState(() => budgetDraft(rows, account, year))
  const [lines, setLines] = useState(initial)
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const read = readBudgetDraft(lines, note)
  const isChanging = initial.some(({ amount }) => amount !== null)
  const set = useMutation(
    api.funds.budget.set.mutationOptions({
      onSuccess: ({ batchId }) => {
        offerUndo(t('budget.saved', { year }), batchId)
        onClose()
        return queryClient.invalidateQueries()
      },
    }),
  )

  function type(line: BudgetDraftLine, text: string) {
    setLines((before) => before.map((one) => (budgetKey(one) === budgetKey(line) ? { ...one, text } : one)))
  }

  function save() {
    setTried(true)
    if (read.problems.has('nothing')) onClose()
    else if (read.lines !== null) set.mutate({ account, year, lines: read.lines, note: note.trim() || null })
  }

  /** A category whose items are planned counts by its own amount where it has one. */
  function total(direction: BudgetRow['direction']) {
    const amounts = lines.flatMap((line) => {
      const amount = parseYuan(line.text)
      if (line.direction !== direction || amount === null) return []
      const isWithin =
        line.subcategory !== null &&
        lines.some(
          (one) => one.category === line.category && one.subcategory === null && (parseYuan(one.text) ?? 0) > 0,
        )
      return isWithin ? [] : [{ amount }]
    })
    return formatYuan(sumOf(amounts))
  }

  return (
    <FormDialog
      title={t('budget.planOf', { account: t(`account.${account}`), year })}
      width={820}
      dirty={lines !== initial}
      busy={set.isPending}
      onSave={save}
      onClose={onClose}
    >
      <Form component={false} layout="vertical">
        <p className={panel.lead}>{t('budget.planText')}</p>
        <Table<BudgetDraftLine>
          size="small"
          pagination={false}
          scroll={{ y: 420 }}
          rowKey={budgetKey}
          dataSource={lines}
          columns={[
            {
              title: t('book.category'),
              render: (_, { direction, category, subcategory }) =>
                subcategory === null ? (
                  <>
                    <span className={panel.quiet}>{t(`direction.${direction}`)}　</span>
                    {codeLabel(category)}
                  </>
                ) : (
                  <span className={styles.item}>{codeLabel(subcategory)}</span>
                ),
            },
            {
              title: t('budget.lastYear'),
              width: 150,
              align: 'end',
              render: (_, { lastYear }) => <Money fen={lastYear} />,
            },
            {
              title: t('budget.planned'),
              width: 190,
              render: (_, line) => (
                <MoneyInput
                  aria-label={t('budget.plannedOf', { name: codeLabel(line.subcategory ?? line.category) })}
                  status={tried && line.text.trim() !== '' && parseYuan(line.text) === null ? 'error' : ''}
                  value={line.text}
                  onChange={(text) => type(line, text)}
                />
              ),
            },
          ]}
        />
        <p role="status" className={panel.quiet}>
          {t('budget.sums', { income: total('income'), spending: total('spending') })}
        </p>
        {tried && read.problems.has('amount') && (
          <p role="alert" className={styles.wrong}>
            {t('budget.problem.amount')}
          </p>
        )}
        {isChanging && (
          <FormField
            label={t('budget.note')}
            hint={t('budget.noteHint')}
            error={tried && read.problems.has('note') ? t('budget.problem.note') : null}
          >
            {(control) => (
              <Input {...control} maxLength={200} value={note} onChange={({ target }) => setNote(target.value)} />
            )}
          </FormField>
        )}
      </Form>
      {set.isError && <ErrorNotice error={set.error} />}
    </FormDialog>
  )
}
