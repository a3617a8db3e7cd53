import { SearchOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { PayrollPerson, PayrollShown, PayrollView } from '../../../../shared/contract/dues/payroll'
import { memberIdSchema, type MemberId } from '../../../../shared/model/id'
import { fenSchema } from '../../../../shared/model/money'
import { payrollBasketSchema, type PayrollBasket, type PayrollDecision } from '../../../../shared/model/payroll'
import { api, client } from '../../../client'
import { allRows, DataGrid, useRowPages, useSelection, type GridColumn } from '../../../components/data-grid'
import { EmptyState } from '../../../components/EmptyState'
import { Money } from '../../../components/Money'
import panel from '../../../components/panel.module.css'
import { useErrorToast } from '../../../components/use-error-toast'
import { formatYuan } from '../../../components/yuan'
import { StatusTag } from '../../members/StatusTag'
import { AmountDialog } from './AmountDialog'
import { DisputeDialog } from './DisputeDialog'
import styles from './payroll.module.css'
import { useListTexts } from './use-list-texts'
import { WhoDialog } from './WhoDialog'

/** Rows of two lines: what stands on the list, and why it is doubtful. */
const ROW_HEIGHT = 52

interface PersonListProps {
  readonly list: PayrollView
  readonly show: PayrollShown
}

/** The people of a basket or behind a number, with what can be done about them. */
export function PersonList({ list, show }: PersonListProps) {
  const { t } = useTranslation('payroll')
  const navigate = useNavigate()
  const texts = useListTexts()
  const [search, setSearch] = useState('')
  const [asked, setAsked] = useState<PayrollPerson | null>(null)
  const input = { id: list.id, show, search }
  const pages = useRowPages<PayrollPerson>((page) =>
    api.dues.payroll.persons.queryOptions({ input: { ...input, ...page } }),
  )
  const everybody = () => allRows((page) => client.dues.payroll.persons({ ...input, ...page }))
  const selection = useSelection<string>(async () => (await everybody()).map(({ key }) => key), useErrorToast())
  const basket = payrollBasketSchema.safeParse(show)
  const isOpen = basket.success && list.lines !== null

  function open(person: PayrollPerson) {
    if (person.basket === 'unknown') setAsked(person)
    else if (person.memberId !== null) void navigate(`/members/${person.memberId}?tab=dues`)
  }

  const columns: GridColumn<PayrollPerson>[] = [
    {
      key: 'name',
      title: t('person.name'),
      width: 130,
      render: ({ memberId, name, staffNumber, status }) => (
        <div className={styles.lines}>
          {memberId === null ? (
            <span>{name}</span>
          ) : (
            <Link tabIndex={-1} to={`/members/${memberId}?tab=dues`}>
              {name}
            </Link>
          )}
          <span className={`${panel.quiet} numeric`}>
            {show === 'left' && status !== null ? <StatusTag status={status} /> : staffNumber}
          </span>
        </div>
      ),
    },
    {
      key: 'department',
      title: t('deductions.department'),
      width: 130,
      render: ({ department }) => <span title={department ?? ''}>{department}</span>,
    },
    ...(show === 'missing'
      ? []
      : [
          {
            key: 'lines',
            title: t('person.lines'),
            width: 260,
            render: (person: PayrollPerson) => <Lines person={person} hasSheets={list.sheets.length > 1} />,
          },
        ]),
    { key: 'open', title: t('person.open'), width: 100, align: 'end', render: (person) => <Money fen={person.open} /> },
    ...(show === 'missing'
      ? []
      : ([
          {
            key: 'deducted',
            title: t('person.deducted'),
            width: 100,
            align: 'end',
            render: ({ deducted }) => <Money fen={deducted} />,
          },
        ] satisfies GridColumn<PayrollPerson>[])),
    ...(show === 'amountChanged'
      ? ([
          {
            key: 'difference',
            title: t('person.difference'),
            width: 100,
            align: 'end',
            render: (person) => <Money fen={fenSchema.parse(person.deducted - person.open)} />,
          },
        ] satisfies GridColumn<PayrollPerson>[])
      : []),
    ...(show === 'left' || show === 'missing'
      ? ([
          {
            key: 'balance',
            title: t('person.balance'),
            width: 100,
            align: 'end',
            render: ({ balance }) => balance !== null && balance > 0 && <Money fen={balance} />,
          },
        ] satisfies GridColumn<PayrollPerson>[])
      : []),
    {
      key: 'outcome',
      title: t('person.outcome'),
      width: 170,
      render: (person) =>
        show === 'unknown' && person.posted === 0 ? (
          <div className={panel.bar}>
            <Button size="small" onClick={() => setAsked(person)}>
              {person.doubt === 'unreadable' && person.memberId !== null ? t('enterAmount') : t('who')}
            </Button>
            {person.decision === 'leaveOut' && <span className={panel.quiet}>{texts.outcome(person)}</span>}
          </div>
        ) : (
          texts.outcome(person)
        ),
    },
  ]
  return (
    <>
      <div className={panel.spread}>
        <p className={panel.quiet}>{basketText()}</p>
        <Input
          className={styles.search ?? ''}
          aria-label={t('search')}
          placeholder={t('search')}
          prefix={<SearchOutlined />}
          allowClear
          maxLength={60}
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
      </div>
      {isOpen && (pages.total ?? 0) > 0 && (
        <BasketActs
          list={list}
          basket={basket.data}
          keys={[...selection.ids]}
          total={pages.total ?? 0}
          isSearched={search !== ''}
          everybody={async () => (await everybody()).map(({ key }) => key)}
          onDone={selection.clear}
        />
      )}
      <div className={panel.gridArea}>
        <DataGrid<PayrollPerson, string>
          label={t(basket.success ? `basket.${basket.data}` : `figure.${figureOf(show)}`)}
          columns={columns}
          rowHeight={ROW_HEIGHT}
          pages={pages}
          rowId={({ key }) => key}
          rowName={({ name }) => name}
          {...(isOpen ? { selection } : {})}
          onOpen={open}
          empty={<EmptyState title={t('nobody')} />}
        />
      </div>
      {asked !== null &&
        (asked.doubt === 'unreadable' && asked.memberId !== null ? (
          <AmountDialog person={asked} onClose={() => setAsked(null)} />
        ) : (
          <WhoDialog list={list} person={asked} onClose={() => setAsked(null)} />
        ))}
    </>
  )

  function basketText(): string {
    return t(`basketText.${show}`)
  }
}

function figureOf(show: PayrollShown): 'expected' | 'deducted' | 'booked' {
  return show === 'expected' || show === 'booked' ? show : 'deducted'
}

/** Lines of a person that a row has room for. */
const LINES_SHOWN = 2

/** What the file says of a person, and why that is doubtful. */
function Lines({ person, hasSheets }: { readonly person: PayrollPerson; readonly hasSheets: boolean }) {
  const { t } = useTranslation('payroll')
  const { lines, doubt } = person
  const texts = lines.map((line) => {
    const place = line.sheet === '' ? '' : hasSheets ? t('lineOf', line) : t('line', line)
    const amount = line.amountText === null ? formatYuan(line.amount) : t('unreadable', { text: line.amountText })
    const isAmountSaid = lines.length > 1 || line.amountText !== null
    return [
      place,
      line.name === person.name ? null : line.name,
      line.staffNumber === person.staffNumber ? null : line.staffNumber,
      isAmountSaid ? amount : null,
      line.remark,
    ]
      .filter((part) => part !== null && part !== '')
      .join(' ')
  })
  const more = texts.length - LINES_SHOWN
  return (
    <div className={styles.lines} title={texts.join('\n')}>
      {texts.slice(0, more > 0 ? LINES_SHOWN - 1 : LINES_SHOWN).map((text, place) => (
        <span key={place}>{text}</span>
      ))}
      {more > 0 && <span className={panel.quiet}>{t('moreLines', { count: more + 1 })}</span>}
      {doubt !== null && texts.length < LINES_SHOWN && <span className={styles.doubt}>{t(`doubt.${doubt}`)}</span>}
    </div>
  )
}

interface BasketActsProps {
  readonly list: PayrollView
  readonly basket: PayrollBasket
  /** Those chosen; none means everybody. */
  readonly keys: readonly string[]
  readonly total: number
  readonly isSearched: boolean
  readonly everybody: () => Promise<string[]>
  readonly onDone: () => void
}

/** What can be done with everybody of a basket, or with those chosen. */
function BasketActs({ list, basket, keys, total, isSearched, everybody, onDone }: BasketActsProps) {
  const { t } = useTranslation('payroll')
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const { message } = App.useApp()
  const showError = useErrorToast()
  const [disputed, setDisputed] = useState<readonly MemberId[] | null>(null)
  const decide = useMutation(
    api.dues.payroll.decide.mutationOptions({
      onSuccess: ({ people }) => {
        void message.success(t('act.decided', { count: people }))
        onDone()
        return queryClient.invalidateQueries()
      },
      onError: showError,
    }),
  )
  const count = keys.length === 0 ? total : keys.length

  /** Null says everybody of the basket, which a search narrows down. */
  const wanted = async () => (keys.length > 0 ? [...keys] : isSearched ? await everybody() : null)

  function act(decision: PayrollDecision | null) {
    wanted().then((of) => decide.mutate({ id: list.id, basket, keys: of, decision }), showError)
  }

  function dispute() {
    Promise.resolve(keys.length > 0 ? keys : everybody()).then(
      (of) => setDisputed(of.map((key) => memberIdSchema.parse(key))),
      showError,
    )
  }

  const button = (name: 'leaveOut' | 'postAsDeducted' | 'postToDebts' | 'leaveOutAndTell' | 'aside' | 'back') => {
    const decision = name === 'back' ? null : name === 'postAsDeducted' || name === 'postToDebts' ? 'post' : 'leaveOut'
    return (
      <Button key={name} disabled={decide.isPending} onClick={() => act(decision)}>
        {t(`act.${name}`)}
      </Button>
    )
  }

  function buttons() {
    switch (basket) {
      case 'matched':
        return [button('leaveOut'), button('back')]
      case 'amountChanged':
        return [button('postAsDeducted'), button('leaveOut'), button('back')]
      case 'left':
        return [button('postToDebts'), button('leaveOutAndTell'), button('back')]
      case 'unknown':
        return [button('aside'), button('back')]
      case 'missing':
        return [
          <Button key="dispute" onClick={dispute}>
            {t('act.dispute')}
          </Button>,
          <Button key="exempt" onClick={() => void navigate('/dues?tab=exemptions')}>
            {t('act.exempt')}
          </Button>,
        ]
    }
  }

  return (
    <div className={panel.bar}>
      <strong>{t(keys.length === 0 ? 'act.all' : 'act.chosen', { count })}</strong>
      {buttons()}
      {disputed !== null && (
        <DisputeDialog
          memberIds={disputed}
          span={list}
          payrollListId={list.isPosted ? list.id : null}
          onClose={() => setDisputed(null)}
        />
      )}
    </div>
  )
}
