import { Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormField } from '../../components/FormField'
import { FormDialog } from '../../components/FormDialog'

/** Where the name of who made the statistics last is kept on this PC. */
const MADE_BY = 'statisticsMadeBy'

interface MadeByDialogProps {
  readonly onWrite: (madeBy: string) => void
  readonly onClose: () => void
}

/** Asks who made the statistics before they are written to a file. */
export function MadeByDialog({ onWrite, onClose }: MadeByDialogProps) {
  const { t } = useTranslation('statistics')
  const [name, setName] = useState(() => localStorage.getItem(MADE_BY) ?? '')
  return (
    <FormDialog
      title={t('export')}
      dirty={false}
      busy={false}
      width={420}
      onClose={onClose}
      onSave={() => {
        localStorage.setItem(MADE_BY, name.trim())
        onWrite(name.trim())
      }}
    >
      <Form component={false} layout="vertical">
        <FormField label={t('madeBy')} hint={t('madeByHint')}>
          {(control) => (
            <Input
              {...control}
              autoFocus
              maxLength={60}
              value={name}
              onChange={({ target }) => setName(target.value)}
            />
          )}
        </FormField>
      </Form>
    </FormDialog>
  )
}
