import { PrinterOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PrintedPaper } from '../../../shared/model/paper'
import { api } from '../../client'
import { useErrorToast } from '../../components/use-error-toast'
import styles from './reports.module.css'

interface PaperActionsProps {
  readonly paper: PrintedPaper
  /** How many members are on it. */
  readonly count: number
  /** What a file is called at first. */
  readonly name: string
  readonly landscape: boolean
}

/** Prints what is shown, or saves it as a PDF. */
export function PaperActions({ paper, count, name, landscape }: PaperActionsProps) {
  const { t } = useTranslation('reports')
  const { notification } = App.useApp()
  const queryClient = useQueryClient()
  const output = useMutation(
    api.reports.output.mutationOptions({
      onSuccess: (done) => {
        if (done !== null && done.fileName !== null) {
          notification.success({ title: t('savedTo', { name: done.fileName }) })
        }
        return queryClient.invalidateQueries({ queryKey: api.reports.recent.key() })
      },
      onError: useErrorToast(),
    }),
  )
  const start = (to: 'printer' | 'pdf') => output.mutate({ to, paper, count, landscape, suggestedName: name })
  return (
    <div className={styles.bar}>
      <Button disabled={output.isPending} onClick={() => start('pdf')}>
        {t('savePdf')}
      </Button>
      <Button type="primary" icon={<PrinterOutlined />} loading={output.isPending} onClick={() => start('printer')}>
        {t('print')}
      </Button>
    </div>
  )
}
