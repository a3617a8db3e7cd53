import { Button } from 'antd'
import { useRef } from 'react'

interface FileButtonProps {
  readonly text: string
  readonly isPrimary?: boolean
  readonly isBusy: boolean
  /** The endings that the native dialog offers. */
  readonly accept?: string
  readonly onFile: (file: File) => void
}

/** A button that chooses a file by the native dialog; one of the exchange unless told. */
export function FileButton({ text, isPrimary = false, isBusy, accept = '.gonghui', onFile }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button type={isPrimary ? 'primary' : 'default'} loading={isBusy} onClick={() => input.current?.click()}>
        {text}
      </Button>
      {/* Within a form the library shows hidden inputs. */}
      <span hidden>
        <input
          ref={input}
          type="file"
          accept={accept}
          aria-label={text}
          onChange={({ target }) => {
            const file = target.files?.[0]
            // The same file may be chosen again.
            target.value = ''
            if (file !== undefined) onFile(file)
          }}
        />
      </span>
    </>
  )
}
