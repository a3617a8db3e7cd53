import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { NotTaken } from '../../../../shared/contract/dues/arrears'
import type { MemberId } from '../../../../shared/model/id'
import styles from './arrears.module.css'

interface LeftOutListProps {
  readonly leftOut: readonly { readonly memberId: MemberId; readonly name: string; readonly why: NotTaken }[]
}

/** Who was left out of a step or a paper, by name and with the reason. */
export function LeftOutList({ leftOut }: LeftOutListProps) {
  const { t } = useTranslation('arrears')
  return (
    <ul className={styles.leftOut}>
      {leftOut.map(({ memberId, name, why }) => (
        <li key={memberId}>
          <Link to={`/members/${memberId}?tab=dues`}>{t('leftOut', { name, why: t(`why.${why}`) })}</Link>
        </li>
      ))}
    </ul>
  )
}
