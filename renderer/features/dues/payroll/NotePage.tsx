import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import type { PayrollPerson } from '../../../../shared/contract/dues/payroll'
import { payrollListIdSchema } from '../../../../shared/model/id'
import { fenSchema } from '../../../../shared/model/money'
import { api, client } from '../../../client'
import { allRows } from '../../../components/data-grid'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import { Money } from '../../../components/Money'
import { PageHeader } from '../../../components/PageHeader'
import { ProgressDialog } from '../../../components/ProgressDialog'
import { useSave } from '../../../components/use-save'
import { useLanguage } from '../../../i18n/use-language'
import { PageSetup } from '../../reports/PageSetup'
import paper from '../../reports/paper.module.css'
import { PaperActions } from '../../reports/PaperActions'
import { pagesOf } from '../../reports/use-names'
import styles from './payroll.module.css'
import { Signatures } from './Signatures'
import { useMonthsText } from './use-months-text'

/** Rows of a printed page. */
const ROWS_A_PAGE = 32

const TOLD = ['left', 'missing', 'amountChanged', 'unknown'] as const

/** What the finance office is told of a list: who has left, who is missing, what differs and who is not known. */
export function NotePage() {
  const { listId } = useParams()
  const id = payrollListIdSchema.parse(listId)
  const { t } = useTranslation('payroll')
  const monthsText = useMonthsText()
  const [language] = useLanguage()
  const list = useQuery(api.dues.payroll.get.queryOptions({ input: { id } }))
  const people = useQuery({
    queryKey: [...api.dues.payroll.persons.key(), 'note', id],
    queryFn: async () => {
      const of = (show: (typeof TOLD)[number]) =>
        allRows((page) => client.dues.payroll.persons({ id, show, search: '', ...page }))
      return (await Promise.all(TOLD.map(of))).flat()
    },
  })
  const { save, progress, error } = useSave()
  const saveNote = () =>
    save(
      (options) => client.dues.payroll.saveNote({ id, language }, options),
      ({ fileName }) => t('deductions.saved', { name: fileName }),
    )
  const rows = people.data ?? []
  const pages = pagesOf(rows, ROWS_A_PAGE)
  const months = list.data === undefined ? '' : monthsText(list.data)
  const failed = list.error ?? people.error
  return (
    <>
      <div className="screen-only">
        <PageHeader
          title={t('note.title')}
          note={t('note.intro')}
          backTo={`/dues/payroll/${id}`}
          actions={
            rows.length > 0 && (
              <>
                <Button onClick={() => void saveNote()}>{t('deductions.save')}</Button>
                <PaperActions
                  paper="deductionNote"
                  count={rows.length}
                  name={`${t('note.title')} ${months}`}
                  landscape={false}
                />
              </>
            )
          }
        />
        {error !== null && <ErrorNotice error={error} />}
        {failed !== null && <ErrorNotice error={failed} />}
        {people.isPending && <Loading />}
        {people.data?.length === 0 && <EmptyState title={t('note.none')} />}
        <ProgressDialog title={t('note.saving')} progress={progress} />
      </div>
      {pages.map((page, index) => (
        <article key={index} className={`${paper.page} ${styles.sheet}`} aria-label={t('note.title')}>
          <PageSetup landscape={false} margin="0" />
          <h2 className={paper.title}>{t('note.title')}</h2>
          <p>
            {list.data?.title}　{months}
          </p>
          <NoteTable rows={page} />
          {index === pages.length - 1 && <Signatures />}
          <p className={paper.foot}>{`${index + 1} / ${pages.length}`}</p>
        </article>
      ))}
    </>
  )
}

function NoteTable({ rows }: { readonly rows: readonly PayrollPerson[] }) {
  const { t } = useTranslation('payroll')
  return (
    <table>
      <thead>
        <tr>
          <th>{t('note.what')}</th>
          <th>{t('deductions.staffNumber')}</th>
          <th>{t('deductions.name')}</th>
          <th>{t('deductions.department')}</th>
          <th>{t('deductions.amount')}</th>
          <th>{t('note.deducted')}</th>
          <th>{t('note.difference')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((person) => (
          <tr key={person.key}>
            <td>{t(`basket.${person.basket}`)}</td>
            <td>{person.staffNumber}</td>
            <td>{person.name}</td>
            <td>{person.department}</td>
            <td className={styles.amount}>
              <Money fen={person.open} />
            </td>
            <td className={styles.amount}>
              <Money fen={person.deducted} />
            </td>
            <td className={styles.amount}>
              <Money fen={fenSchema.parse(person.deducted - person.open)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
