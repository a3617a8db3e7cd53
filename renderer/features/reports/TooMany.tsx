import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'

interface TooManyProps {
  readonly shown: number
  readonly total: number
}

/** Says that not everybody is on the papers. */
export function TooMany({ shown, total }: TooManyProps) {
  const { t } = useTranslation('reports')
  return total > shown ? <Alert type="warning" showIcon title={t('tooMany', { count: shown })} /> : null
}
