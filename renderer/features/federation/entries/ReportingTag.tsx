import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Reporting } from '../../../../shared/model/reporting'

const colours: Readonly<Record<Reporting, string>> = {
  unsent: 'default',
  waiting: 'processing',
  refused: 'error',
  stored: 'success',
}

/** How a member stands at the union above. */
export function ReportingTag({ reporting }: { readonly reporting: Reporting }) {
  const { t } = useTranslation('reporting')
  return <Tag color={colours[reporting]}>{t(`reporting.${reporting}`)}</Tag>
}
