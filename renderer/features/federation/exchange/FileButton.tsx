import { Button } from 'antd'
import { useRef } from 'react'

interface FileButtonProps {
  readonly text: string
  readonly isPrimary?: boolean
  readonly isBusy: boolean
  readonly onFile: (file: File) => void
}

/** A button that chooses a file of the exchange. */
export function FileButton({ text, isPrimary = false, isBusy, onFile }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button type={isPrimary ? 'primary' : 'default'} loading={isBusy} onClick={() => input.current?.click()}>
        {text}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".gonghui"
        hidden
        aria-label={text}
        onChange={({ target }) => {
          const file = target.files?.[0]
          // The same file may be chosen again.
          target.value = ''
          if (file !== undefined) onFile(file)
        }}
      />
    </>
  )
}
