import { Button, Result } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { BatchId, RosterImportId } from '../../../shared/model/id'
import { useUndo } from '../../components/use-undo'
import { SaveErrorsButton } from './SaveErrorsButton'

/** What committing an import answered. */
export interface CommitResult {
  readonly batchId: BatchId
  readonly added: number
  readonly changed: number
  readonly same: number
  readonly leftOut: number
}

interface DoneStepProps {
  readonly importId: RosterImportId
  readonly result: CommitResult
  /** Back to the rows left out. */
  readonly onPreview: () => void
}

/** What the import did, and what to do next. */
export function DoneStep({ importId, result, onPreview }: DoneStepProps) {
  const { t } = useTranslation('roster')
  const navigate = useNavigate()
  const { askUndo, isUndoing, isUndone } = useUndo()
  const { batchId, added, changed, same, leftOut } = result
  return (
    <Result
      status="success"
      title={t('done')}
      subTitle={
        <>
          <p>{t('doneCounts', { added, changed, same })}</p>
          {leftOut > 0 && <p>{t('doneLeftOut', { count: leftOut })}</p>}
        </>
      }
      extra={[
        ...(leftOut > 0
          ? [
              <Button key="left" onClick={onPreview}>
                {t('seeLeftOut')}
              </Button>,
              <SaveErrorsButton key="save" importId={importId} />,
            ]
          : []),
        <Button
          key="undo"
          loading={isUndoing}
          disabled={isUndone}
          onClick={() => askUndo({ id: batchId, title: t('undoImport') })}
        >
          {t('undoImport')}
        </Button>,
        <Button key="record" onClick={() => void navigate(`/roster/imports/${importId}`)}>
          {t('seeRecord')}
        </Button>,
        <Button key="members" type="primary" onClick={() => void navigate('/members')}>
          {t('seeMembers')}
        </Button>,
      ]}
    />
  )
}
