import { Button } from 'antd'
import { useRef } from 'react'

interface FileButtonProps {
  readonly label: string
  /** Extensions offered, e.g. `.xlsx`. */
  readonly accept: string
  readonly loading?: boolean
  readonly onFile: (file: File) => void
}

/** A button that lets a person choose a file. */
export function FileButton({ label, accept, loading = false, onFile }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button loading={loading} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        accept={accept}
        // The styles of forms show file inputs that are merely hidden.
        style={{ display: 'none' }}
        aria-label={label}
        onChange={({ target }) => {
          const file = target.files?.[0]
          // The same file may be chosen again after it was mended.
          target.value = ''
          if (file !== undefined) onFile(file)
        }}
      />
    </>
  )
}
