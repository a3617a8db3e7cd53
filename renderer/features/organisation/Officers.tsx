import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Officer } from '../../../shared/contract/organisation'
import { useCodeLabel } from '../../i18n/use-code-label'
import styles from './organisation.module.css'

/** Who holds which post, in one line each. */
export function Officers({ officers }: { readonly officers: readonly Officer[] }) {
  const { t } = useTranslation('organisation')
  const codeLabel = useCodeLabel()
  if (officers.length === 0) return null
  return (
    <dl className={styles.officers} aria-label={t('officersOf')}>
      {officers.map(({ id, title, memberId, memberName }) => (
        <div key={id}>
          <dt>{codeLabel(title)}</dt>
          <dd>
            <Link to={`/members/${memberId}`}>{memberName}</Link>
          </dd>
        </div>
      ))}
    </dl>
  )
}
