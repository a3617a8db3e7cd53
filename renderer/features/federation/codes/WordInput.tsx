import { useQuery } from '@tanstack/react-query'
import { Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CodePlace } from '../../../../shared/model/code-list'
import { api } from '../../../client'
import { TermInput, type TermInputProps } from '../../../components/TermInput'

interface WordInputProps extends Omit<TermInputProps, 'terms'> {
  readonly place: CodePlace
  /** What this program offers where the union above gave no list. */
  readonly own: readonly string[]
}

/** A text for which a code list of the union above gives the words; another one may stay and is marked. */
export function WordInput({ place, own, ...rest }: WordInputProps) {
  const { t } = useTranslation('codeLists')
  const { data } = useQuery(api.federation.codeLists.offered.queryOptions())
  const given = data?.[place]
  const { value = '' } = rest
  const isUnlisted = given !== undefined && value.trim() !== '' && !given.includes(value.trim())
  return (
    <>
      <TermInput {...rest} terms={given ?? own} />
      <div aria-live="polite">
        {isUnlisted && <Typography.Text type="warning">{t('unlistedWord')}</Typography.Text>}
      </div>
    </>
  )
}
