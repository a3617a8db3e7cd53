import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { FormField } from '../../../components/FormField'

interface IssuerFieldProps {
  readonly value: string
  readonly onChange: (issuer: string) => void
}

/** Whose name stands on a receipt as the one who issued it. */
export function IssuerField({ value, onChange }: IssuerFieldProps) {
  const { t } = useTranslation('receipts')
  return (
    <FormField label={t('issuer')} hint={t('issuerHint')}>
      {(control) => (
        <Input {...control} maxLength={30} value={value} onChange={({ target }) => onChange(target.value)} />
      )}
    </FormField>
  )
}
