import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { validUntilSchema } from '../../../../shared/model/date'
import { dayOf } from '../../../../shared/rules/date'
import { validityNotice } from '../../../../shared/rules/member-detail'

/** Says that a document has run out or soon will; nothing while it is valid. */
export function ValidityTag({ validTo }: { readonly validTo: string }) {
  const { t } = useTranslation('members')
  const read = validUntilSchema.safeParse(validTo)
  const notice = read.success ? validityNotice(read.data, dayOf(new Date())) : null
  if (notice === null) return null
  return (
    <Tag color={notice === 'expired' ? 'error' : 'warning'} style={{ marginInlineStart: 8 }}>
      {t(`details.${notice}`)}
    </Tag>
  )
}
