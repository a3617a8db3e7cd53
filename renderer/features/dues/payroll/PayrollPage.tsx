import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Segmented } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { payrollObstacles, type PayrollShown, type PayrollView } from '../../../../shared/contract/dues/payroll'
import { payrollListIdSchema } from '../../../../shared/model/id'
import { payrollBasketSchema } from '../../../../shared/model/payroll'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import { Money } from '../../../components/Money'
import { PageHeader } from '../../../components/PageHeader'
import panel from '../../../components/panel.module.css'
import { ProgressDialog } from '../../../components/ProgressDialog'
import { useErrorToast } from '../../../components/use-error-toast'
import { formatYuan } from '../../../components/yuan'
import { ChooseSheets } from './ChooseSheets'
import { MonthsDialog } from './MonthsDialog'
import styles from './payroll.module.css'
import { PersonList } from './PersonList'
import { PostDialog } from './PostDialog'
import { RemitDialog } from './RemitDialog'
import { RemittanceList } from './RemittanceList'
import { useListTexts } from './use-list-texts'
import { useMonthsText } from './use-months-text'
import { useReadList } from './use-read-list'

type Shown = PayrollShown | 'received'
const FIGURES = ['expected', 'deducted', 'booked', 'received'] as const

/** One deduction list: its four numbers, what differs and why, and what becomes of everybody on it. */
export function PayrollPage() {
  const { listId } = useParams()
  const id = payrollListIdSchema.parse(listId)
  const list = useQuery(api.dues.payroll.get.queryOptions({ input: { id } }))
  if (list.isError) return <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
  return list.data === undefined ? <Loading /> : <List key={id} list={list.data} />
}

function List({ list }: { readonly list: PayrollView }) {
  const { t } = useTranslation('payroll')
  const navigate = useNavigate()
  const monthsText = useMonthsText()
  const texts = useListTexts()
  const [chosen, setShow] = useState<Shown | null>(null)
  const [dialog, setDialog] = useState<'months' | 'post' | 'remit' | null>(null)
  const { figures, baskets, warnings, toPost, isPosted, lines } = list
  const isDraft = !isPosted && lines !== null
  // What waits for somebody comes first.
  const waiting = (['unknown', 'amountChanged', 'left'] as const).find((basket) => baskets[basket].people > 0)
  const show = chosen ?? (isPosted ? 'booked' : (waiting ?? 'matched'))
  const obstacles = warnings.filter(({ kind }) => payrollObstacles.includes(kind))
  const told = warnings.filter(({ kind }) => kind !== 'undecided' || !isPosted)
  return (
    <div className={panel.whole}>
      <PageHeader
        title={list.title}
        backTo="/dues?tab=payroll"
        note={t('about', { months: monthsText(list), day: list.deductedOn })}
        actions={
          <>
            {isDraft && <DiscardButton list={list} />}
            {isDraft && <Button onClick={() => setDialog('months')}>{t('months.edit')}</Button>}
            <Button onClick={() => void navigate(`/dues/payroll/${list.id}/note`)}>{t('note.act')}</Button>
            {figures.held > 0 && (
              <Button type={toPost.people > 0 ? 'default' : 'primary'} onClick={() => setDialog('remit')}>
                {t('remit.act')}
              </Button>
            )}
            {toPost.people > 0 && (
              <Button type="primary" disabled={obstacles.length > 0} onClick={() => setDialog('post')}>
                {t('post.act', { count: toPost.people, amount: formatYuan(toPost.amount) })}
              </Button>
            )}
          </>
        }
      />
      <Source list={list} isDraft={isDraft} />
      {told.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={
            <ul className={styles.sentences}>
              {told.map((warning, place) => (
                <li key={place}>{texts.warning(warning, list)}</li>
              ))}
            </ul>
          }
        />
      )}
      <div className={styles.figures} role="group" aria-label={t('figures')}>
        {FIGURES.map((figure) => (
          <button
            key={figure}
            type="button"
            className={styles.figure}
            aria-pressed={show === figure}
            onClick={() => setShow(figure)}
          >
            <span>{t(`figure.${figure}`)}</span>
            <strong>
              <Money fen={figures[figure]} />
            </strong>
            <span className={panel.quiet}>{t(`figureText.${figure}`)}</span>
          </button>
        ))}
      </div>
      <ul className={styles.sentences} role="status">
        {texts.differences(list).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <div className={styles.baskets}>
        <Segmented<Shown>
          aria-label={t('baskets')}
          value={show}
          onChange={setShow}
          options={payrollBasketSchema.options.map((basket) => ({
            value: basket,
            label: t('basketCount', { name: t(`basket.${basket}`), count: baskets[basket].people }),
          }))}
        />
      </div>
      {show === 'received' ? (
        <RemittanceList remittances={list.remittances} />
      ) : (
        <PersonList key={show} list={list} show={show} />
      )}
      {dialog === 'months' && <MonthsDialog list={list} onClose={() => setDialog(null)} />}
      {dialog === 'post' && <PostDialog list={list} onClose={() => setDialog(null)} />}
      {dialog === 'remit' && <RemitDialog list={list} onClose={() => setDialog(null)} />}
    </div>
  )
}

/** Where the list is from and how it was read, with the way to read it otherwise. */
function Source({ list, isDraft }: { readonly list: PayrollView; readonly isDraft: boolean }) {
  const { t } = useTranslation('payroll')
  const input = useRef<HTMLInputElement>(null)
  const { choose, answer, again, forget, asked, progress, error } = useReadList()
  const amounts = list.sheets.flatMap(({ name, columns }) => {
    const column = columns.find(({ field }) => field === 'duesAmount')
    return column === undefined ? [] : [t('columnsRead', { sheet: name, ...column })]
  })
  const from =
    list.fileName === null ? t('fromElsewhere') : t('fromFile', { name: list.fileName, count: list.lines ?? 0 })
  return (
    <>
      <div className={panel.bar}>
        <span className={panel.quiet}>{[from, ...amounts].join(t('comma'))}</span>
        {isDraft && (
          <>
            <Button type="link" size="small" onClick={() => input.current?.click()}>
              {t('columnsAgain')}
            </Button>
            <input
              ref={input}
              type="file"
              hidden
              aria-label={t('columnsAgain')}
              onChange={({ target }) => {
                const file = target.files?.[0]
                target.value = ''
                if (file !== undefined) choose(file)
              }}
            />
          </>
        )}
      </div>
      {error !== null && <ErrorNotice error={error} />}
      <ProgressDialog title={t('reading')} progress={progress} />
      {asked !== null && progress === null && (
        <ChooseSheets asked={asked} onRead={answer} onAgain={again} onClose={forget} />
      )}
    </>
  )
}

function DiscardButton({ list }: { readonly list: PayrollView }) {
  const { t } = useTranslation(['payroll', 'common'])
  const { modal } = App.useApp()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const discard = useMutation(
    api.dues.payroll.discard.mutationOptions({
      onSuccess: async () => {
        await navigate('/dues?tab=payroll')
        return queryClient.invalidateQueries()
      },
      onError: useErrorToast(),
    }),
  )
  return (
    <Button
      onClick={() =>
        modal.confirm({
          title: t('discard.title'),
          content: t('discard.text'),
          okText: t('discard.act'),
          okButtonProps: { danger: true },
          cancelText: t('common:cancel'),
          focusable: { autoFocusButton: 'cancel' },
          onOk: () => discard.mutateAsync({ id: list.id }).catch(() => undefined),
        })
      }
    >
      {t('discard.act')}
    </Button>
  )
}
