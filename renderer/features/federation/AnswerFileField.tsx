import { FileOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { failure } from '../../../shared/contract/errors'
import type { SentFile } from '../../../shared/contract/federation/directives'
import type { DirectiveId } from '../../../shared/model/id'
import { answerFileEndings, answerFileType } from '../../../shared/rules/answer-file'
import { OUTGOING_MAX_BYTES } from '../../../shared/sync/outgoing-file'
import { api } from '../../client'
import panel from '../../components/panel.module.css'
import { useErrorToast } from '../../components/use-error-toast'
import { FileButton } from './exchange/FileButton'
import { FileStateTag } from './FileStateTag'
import { useFileSize } from './use-file-size'

const KINDS = Object.values(answerFileEndings).flat().join(',')

/** Tells of a file that cannot be handed in as soon as it is chosen. */
async function checked(file: File): Promise<File> {
  if (file.size > OUTGOING_MAX_BYTES) throw failure('ATTACHMENT_TOO_LARGE', { limit: '20 MB' })
  if (answerFileType(new Uint8Array(await file.arrayBuffer())) === null) throw failure('ANSWER_FILE_INVALID')
  return file
}

interface AnswerFileFieldProps {
  readonly directiveId: DirectiveId
  /** The file that was answered before. */
  readonly answered: SentFile | null
  /** The one that was chosen and is not sent yet. */
  readonly chosen: File | null
  readonly onChoose: (file: File | null) => void
}

/** The file that a directive asks for: the one that went up, how far, and another one in its place. */
export function AnswerFileField({ directiveId, answered, chosen, onChoose }: AnswerFileFieldProps) {
  const { t } = useTranslation(['directives', 'common'])
  const { message } = App.useApp()
  const sizeOf = useFileSize()
  const onError = useErrorToast()
  const check = useMutation({ mutationFn: checked, onSuccess: onChoose, onError })
  const save = useMutation(
    api.federation.directives.saveFile.mutationOptions({
      onSuccess: ({ isWritten }) => {
        if (isWritten) void message.success(t('fileSaved'))
      },
      onError,
    }),
  )
  return (
    <div className={panel.stack}>
      {chosen !== null ? (
        <div className={panel.bar}>
          <FileOutlined />
          <strong>{chosen.name}</strong>
          <span className={panel.quiet}>{sizeOf(chosen.size)}</span>
          <Button type="link" size="small" onClick={() => onChoose(null)}>
            {t('common:remove')}
          </Button>
        </div>
      ) : (
        answered !== null && (
          <div className={panel.bar}>
            <FileOutlined />
            <strong>{answered.name}</strong>
            <span className={panel.quiet}>{sizeOf(answered.size)}</span>
            <FileStateTag file={answered} />
            {answered.state !== 'elsewhere' && (
              <Button
                type="link"
                size="small"
                loading={save.isPending}
                onClick={() => save.mutate({ id: directiveId })}
              >
                {t('saveFile')}
              </Button>
            )}
          </div>
        )
      )}
      <div className={panel.bar}>
        <FileButton
          text={t(chosen === null && answered === null ? 'chooseFile' : 'otherFile')}
          accept={KINDS}
          isBusy={check.isPending}
          onFile={(file) => check.mutate(file)}
        />
      </div>
      <p className={panel.quiet}>{t('fileHint')}</p>
    </div>
  )
}
