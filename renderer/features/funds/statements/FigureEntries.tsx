import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { BookLine } from '../../../../shared/contract/funds/book'
import type { Month } from '../../../../shared/model/date'
import type { FundAccount, FundDirection } from '../../../../shared/model/fund'
import { api } from '../../../client'
import { DataGrid, useRowPages } from '../../../components/data-grid'
import { EmptyState } from '../../../components/EmptyState'
import panel from '../../../components/panel.module.css'
import { lineId, useBookColumns } from '../book/use-book-columns'
import styles from '../funds.module.css'

/** Which lines of the book come to a figure. */
export interface Figure {
  readonly title: string
  readonly account: FundAccount
  readonly from: Month
  readonly until: Month
  readonly direction: FundDirection
  readonly category: string | null
  readonly subcategory: string | null
}

interface FigureEntriesProps {
  readonly figure: Figure
  readonly onClose: () => void
}

/** The lines of the book behind a figure of a statement; each opens what it is. */
export function FigureEntries({ figure: { title, ...filter }, onClose }: FigureEntriesProps) {
  const { t } = useTranslation(['statements', 'funds'])
  const navigate = useNavigate()
  const columns = useBookColumns()
  const pages = useRowPages<BookLine>((page) =>
    api.funds.statements.entries.queryOptions({ input: { ...filter, ...page } }),
  )
  return (
    <Modal open width={1080} title={title} footer={null} onCancel={onClose}>
      <p className={panel.quiet}>{t('entriesHint')}</p>
      <div className={styles.figureLines}>
        <DataGrid
          label={title}
          columns={columns.filter(({ key }) => key !== 'balance')}
          pages={pages}
          rowId={lineId}
          rowName={(line) => (line.kind === 'dues' ? t('funds:book.duesLine', { count: line.lines }) : line.summary)}
          onOpen={(line) =>
            void navigate(line.kind === 'dues' ? `/funds/dues/${line.on}` : `/funds/entries/${line.id}`)
          }
          empty={<EmptyState title={t('noEntries')} />}
        />
      </div>
    </Modal>
  )
}
