import { skipToken, useQuery } from '@tanstack/react-query'
import { Progress } from 'antd'
import { useTranslation } from 'react-i18next'
import { PASSPHRASE_MIN_SCORE, passphraseScore } from '../../../shared/rules/passphrase'

/** The words for the scores 0 to 4. */
const levels = ['veryWeak', 'weak', 'fair', 'strong', 'veryStrong'] as const

interface PassphraseStrengthProps {
  readonly passphrase: string
  readonly known: readonly string[]
}

/** How hard a passphrase is to guess, in words and as a bar. */
export function PassphraseStrength({ passphrase, known }: PassphraseStrengthProps) {
  const { t } = useTranslation(['access', 'common'])
  const { data: score } = useQuery({
    queryKey: ['passphraseScore', passphrase, known],
    queryFn: passphrase === '' ? skipToken : () => passphraseScore(passphrase, known),
    // A passphrase does not stay in memory longer than it is looked at.
    gcTime: 0,
    placeholderData: (previous) => previous,
  })
  if (passphrase === '' || score === undefined) return null
  return (
    <div style={{ display: 'flex', alignItems: 'center', gap: 12 }} role="status">
      <Progress
        aria-hidden="true"
        style={{ width: 'auto' }}
        percent={(score + 1) * 20}
        steps={5}
        showInfo={false}
        strokeColor={score < PASSPHRASE_MIN_SCORE ? 'var(--ant-color-error)' : 'var(--ant-color-success)'}
      />
      <span>{t('common:labelled', { label: t('strength'), text: t(`strengthLevel.${levels[score]}`) })}</span>
    </div>
  )
}
