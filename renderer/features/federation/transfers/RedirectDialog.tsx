import { Button, Form } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KnownUnion } from '../../../../shared/model/transfer'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormDialog } from '../../../components/FormDialog'
import { UnionField, type ChosenUnion } from './UnionField'

interface RedirectDialogProps {
  readonly label: string
  /** The name by which the hub found none. */
  readonly named: string
  readonly near: readonly KnownUnion[]
  readonly error: Error | null
  readonly isBusy: boolean
  readonly onUnion: (union: ChosenUnion) => void
  readonly onClose: () => void
}

/** Names a union anew that nobody knows by its name; those that come nearest are offered. */
export function RedirectDialog({ label, named, near, error, isBusy, onUnion, onClose }: RedirectDialogProps) {
  const { t } = useTranslation('transfers')
  const [union, setUnion] = useState<ChosenUnion>({ id: null, name: named })
  return (
    <FormDialog
      title={t('redirect')}
      dirty={union.name !== named}
      busy={isBusy}
      onSave={() => {
        if (union.name.trim() !== '') onUnion({ ...union, name: union.name.trim() })
      }}
      onClose={onClose}
    >
      <Form layout="vertical" component={false}>
        <p>{t('redirectText', { name: named })}</p>
        {near.map(({ id, name }) => (
          <Button key={id} size="small" onClick={() => setUnion({ id, name })}>
            {name}
          </Button>
        ))}
        <UnionField label={label} union={union} onChange={setUnion} />
      </Form>
      {error !== null && <ErrorNotice error={error} />}
    </FormDialog>
  )
}
