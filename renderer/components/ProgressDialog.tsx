import { Button, Modal, Progress as Bar } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Progress } from './use-progress'

interface ProgressDialogProps {
  /** What is being done. */
  readonly title: string
  readonly progress: Progress | null
}

/** Shows how far long work is, with a way to call it off; while it is on nothing else can be pressed. */
export function ProgressDialog({ title, progress }: ProgressDialogProps) {
  const { t } = useTranslation()
  const percent =
    progress === null || progress.total === null ? 0 : Math.floor((100 * progress.done) / Math.max(progress.total, 1))
  return (
    <Modal
      open={progress !== null}
      title={title}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <Button autoFocus onClick={progress?.cancel}>
          {t('cancel')}
        </Button>
      }
    >
      <Bar percent={percent} aria-label={title} />
      <p role="status" className="numeric">
        {progress === null || progress.total === null
          ? t('working')
          : t('progress', { done: progress.done, total: progress.total })}
      </p>
    </Modal>
  )
}
