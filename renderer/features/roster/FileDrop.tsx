import { FileExcelOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useRef, useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './roster.module.css'

const kinds = '.xlsx,.xls,.et,.csv,.txt,.htm,.html,.xml,.ods'

interface FileDropProps {
  readonly onFile: (file: File) => void
  /** What is to be dropped here; a roster where nothing is said. */
  readonly text?: string
}

/** A place to drop a file on, and the button that chooses one. */
export function FileDrop({ onFile, text }: FileDropProps) {
  const { t } = useTranslation('roster')
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)

  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    const [file] = event.dataTransfer.files
    if (file !== undefined) onFile(file)
  }

  return (
    <div
      className={over ? `${styles.drop} ${styles.over}` : styles.drop}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <FileExcelOutlined className={styles.dropIcon} aria-hidden="true" />
      <p>{text ?? t('drop')}</p>
      <Button type="primary" size="large" onClick={() => input.current?.click()}>
        {t('choose')}
      </Button>
      <p className={styles.quiet}>{t('kinds')}</p>
      <input
        ref={input}
        type="file"
        accept={kinds}
        hidden
        aria-label={t('choose')}
        onChange={({ target }) => {
          const file = target.files?.[0]
          // The same file may be chosen again after it was mended.
          target.value = ''
          if (file !== undefined) onFile(file)
        }}
      />
    </div>
  )
}
