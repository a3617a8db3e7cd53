import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocation, useSearchParams } from 'react-router'
import { z } from 'zod'
import type { GiftLine } from '../../../../shared/contract/care/gifts'
import { careGiftIdSchema } from '../../../../shared/model/id'
import { dayOf } from '../../../../shared/rules/date'
import { sumOf } from '../../../../shared/rules/dues/ledger'
import { api, client } from '../../../client'
import { allRows } from '../../../components/data-grid'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import { PageHeader } from '../../../components/PageHeader'
import { yuanFigures } from '../../../components/yuan'
import { useDates } from '../../../components/use-dates'
import { PageSetup } from '../../reports/PageSetup'
import paper from '../../reports/paper.module.css'
import { PaperActions } from '../../reports/PaperActions'
import { useUnionName } from '../../reports/use-union-name'
import statement from '../../dues/payments/statement.module.css'
import { filterOf } from './use-gift-filter'

/** As many as a paper is printed for; more are saved as a workbook. */
const PRINTED_MAX = 2000

const stateSchema = z.object({ ids: z.array(careGiftIdSchema) })

/** By department and name. */
function inOrder(rows: readonly GiftLine[]): GiftLine[] {
  const compare = (one: string | null, other: string | null) => (one ?? '').localeCompare(other ?? '', 'zh-CN')
  return rows.toSorted((one, other) => compare(one.department, other.department) || compare(one.name, other.name))
}

/** The list on which those who receive gifts sign 签领表: of the lines of the register, or of those chosen there. */
export function SignOffPaper() {
  const { t } = useTranslation('gifts')
  const [params] = useSearchParams()
  const location = useLocation()
  const chosen = stateSchema.safeParse(location.state)
  const filter = { ...filterOf(params), search: '' }
  const rows = useQuery({
    queryKey: [...api.care.gifts.list.key(), 'all', filter],
    queryFn: () => allRows((page) => client.care.gifts.list({ ...filter, ...page })),
  })
  const ids = new Set(chosen.success ? chosen.data.ids : [])
  const found = inOrder((rows.data ?? []).filter(({ id }) => ids.size === 0 || ids.has(id)))
  const isPrintable = found.length > 0 && found.length <= PRINTED_MAX
  const [first] = found
  const isOfOne =
    first !== undefined && found.every(({ occasion, kind }) => occasion === first.occasion && kind === first.kind)
  const title = t('signOff.title', { occasion: isOfOne ? (first.occasion ?? '') : '' })
  return (
    <>
      <div className="screen-only">
        <PageHeader
          backTo="/care?tab=gifts"
          title={title}
          actions={
            isPrintable && <PaperActions paper="giftSignOff" count={found.length} name={title} landscape={false} />
          }
        />
        {rows.isError && <ErrorNotice error={rows.error} onRetry={() => void rows.refetch()} />}
        {rows.isPending && <Loading />}
        {rows.data !== undefined && found.length === 0 && <EmptyState title={t('nothingFound')} />}
        {found.length > PRINTED_MAX && <EmptyState title={t('signOff.tooMany', { count: PRINTED_MAX })} />}
      </div>
      {isPrintable && <SignOffSheet title={title} rows={found} />}
    </>
  )
}

function SignOffSheet({ title, rows }: { readonly title: string; readonly rows: readonly GiftLine[] }) {
  const { t } = useTranslation(['gifts', 'fields', 'funds'])
  const dates = useDates()
  const unionName = useUnionName()
  return (
    <article className={`${paper.page} ${paper.running} ${statement.paper}`} aria-label={title}>
      <PageSetup landscape={false} margin="12mm" />
      <h2 className={paper.title}>{title}</h2>
      <p className={paper.head}>
        <span>{unionName}</span>
        <span>{t('signOff.printedOn', { day: dates.longDay(dayOf(new Date())) })}</span>
      </p>
      <table>
        <thead>
          <tr>
            <th style={{ width: '10mm' }}>{t('signOff.number')}</th>
            <th style={{ width: '22mm' }}>{t('fields:member.name')}</th>
            <th>{t('fields:member.department')}</th>
            <th>{t('signOff.item')}</th>
            <th style={{ width: '24mm' }}>{t('amount')}</th>
            <th style={{ width: '32mm' }}>{t('signOff.signature')}</th>
            <th style={{ width: '24mm' }}>{t('on')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((gift, index) => (
            <tr key={gift.id} style={{ height: '9mm' }}>
              <td className={statement.amount}>{index + 1}</td>
              <td>{gift.name}</td>
              <td>{gift.department}</td>
              <td>{gift.goods ?? `${t(`funds:limitItem.${gift.kind}`)} ${t(`funds:form.${gift.form}`)}`}</td>
              <td className={statement.amount}>{yuanFigures(gift.amount)}</td>
              <td>{gift.receivedBy}</td>
              <td>{gift.signedOn}</td>
            </tr>
          ))}
          <tr className={statement.total}>
            <td colSpan={4}>{t('signOff.total', { count: rows.length })}</td>
            <td className={statement.amount}>{yuanFigures(sumOf(rows))}</td>
            <td colSpan={2} />
          </tr>
        </tbody>
      </table>
      <p className={paper.signed}>{t('signOff.sign')}</p>
    </article>
  )
}
