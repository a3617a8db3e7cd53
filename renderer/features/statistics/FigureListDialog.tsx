import { Button, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { FigureList, FigureRow } from '../../../shared/contract/statistics'
import { api, client } from '../../client'
import { DataGrid, useRowPages } from '../../components/data-grid'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import panel from '../../components/panel.module.css'
import { ProgressDialog } from '../../components/ProgressDialog'
import { useSave } from '../../components/use-save'
import { useLanguage } from '../../i18n/use-language'
import styles from './statistics.module.css'
import { pathOfRow, useRowColumns } from './use-row-columns'

/** Which figure, and what it is called. */
export interface OpenedFigure extends FigureList {
  readonly title: string
}

interface FigureListDialogProps {
  readonly figure: OpenedFigure
  readonly onClose: () => void
}

/** The people or things that a figure counts; they can be saved as a workbook. */
export function FigureListDialog({ figure: { title, ...figure }, onClose }: FigureListDialogProps) {
  const { t } = useTranslation('statistics')
  const navigate = useNavigate()
  const [language] = useLanguage()
  const columns = useRowColumns(figure.key)
  const pages = useRowPages<FigureRow>((page) => api.statistics.list.queryOptions({ input: { ...figure, ...page } }))
  const { save, progress, error } = useSave()
  return (
    <Modal open width={960} title={title} footer={null} onCancel={onClose}>
      <div className={panel.spread}>
        <p className={panel.quiet}>{pages.total !== null && t('rows', { count: pages.total })}</p>
        <Button
          onClick={() =>
            void save(
              (options) => client.statistics.exportList({ ...figure, language }, options),
              ({ fileName }) => t('exported', { name: fileName }),
            )
          }
        >
          {t('exportList')}
        </Button>
      </div>
      {error !== null && <ErrorNotice error={error} />}
      <div className={styles.rows}>
        <DataGrid
          label={title}
          columns={columns}
          pages={pages}
          rowId={({ id }) => id}
          rowName={({ name, what }) => name ?? what ?? ''}
          onOpen={(row) => {
            const path = pathOfRow(figure.key, row)
            if (path !== null) void navigate(path)
          }}
          empty={<EmptyState title={t('nobody')} />}
        />
      </div>
      <ProgressDialog title={t('exporting')} progress={progress} />
    </Modal>
  )
}
