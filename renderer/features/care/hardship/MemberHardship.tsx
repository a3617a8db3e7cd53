import { useQuery } from '@tanstack/react-query'
import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { MemberId } from '../../../../shared/model/id'
import { api } from '../../../client'
import { Section } from '../../../components/Section'

/** The hardship files of a member, as far as anybody may see them; nothing where there are none. */
export function MemberHardship({ memberId }: { readonly memberId: MemberId }) {
  const { t } = useTranslation('hardship')
  const files = useQuery(api.care.hardship.ofMember.queryOptions({ input: { memberId } }))
  if (files.data === undefined || files.data.length === 0) return null
  return (
    <Section title={t('tab')}>
      <ul>
        {files.data.map(({ id, openedOn, closedOn, isReviewDue, class: found, isDecided }) => (
          <li key={id}>
            <Link to={`/care/hardship/${id}`}>{t('fileOf', { openedOn })}</Link>{' '}
            {found === null ? t(isDecided ? 'class.none' : 'class.undecided') : t(`class.${found}`)}{' '}
            {closedOn !== null && t('closedSince', { closedOn })} {isReviewDue && <Tag color="warning">{t('due')}</Tag>}
          </li>
        ))}
      </ul>
    </Section>
  )
}
