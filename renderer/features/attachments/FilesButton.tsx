import { Button } from 'antd'
import { useRef, type ChangeEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { ATTACHMENT_KINDS } from './attachment-file'

interface FilesButtonProps {
  readonly isBusy: boolean
  readonly onFiles: (files: readonly File[]) => void
}

/** Chooses pictures and papers. */
export function FilesButton({ isBusy, onFiles }: FilesButtonProps) {
  const { t } = useTranslation('attachments')
  const input = useRef<HTMLInputElement>(null)

  function choose(event: ChangeEvent<HTMLInputElement>) {
    const files = [...(event.target.files ?? [])]
    // The same file may be chosen again.
    event.target.value = ''
    if (files.length > 0) onFiles(files)
  }

  return (
    <>
      <input
        ref={input}
        type="file"
        accept={ATTACHMENT_KINDS}
        multiple
        hidden
        aria-label={t('add')}
        onChange={choose}
      />
      <Button loading={isBusy} onClick={() => input.current?.click()}>
        {t('add')}
      </Button>
    </>
  )
}
