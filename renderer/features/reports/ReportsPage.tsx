import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { Button } from 'antd'
import { paperSchema } from '../../../shared/model/paper'
import { PageHeader } from '../../components/PageHeader'
import { Section } from '../../components/Section'
import { PRESENT_MEMBERS } from './people-state'
import { ProfileList } from './ProfileList'
import { RecentReports } from './RecentReports'
import styles from './reports.module.css'

/** What can be handed in and printed, and what was last. */
export function ReportsPage() {
  const { t } = useTranslation('reports')
  const navigate = useNavigate()
  return (
    <>
      <PageHeader title={t('title')} note={t('intro')} />
      <ProfileList />
      <Section title={t('papers')}>
        <p className={styles.quiet}>{t('papersNote')}</p>
        <ul className={styles.cards}>
          {paperSchema.options.map((paper) => (
            <li key={paper} className={styles.card}>
              <strong>{t(`paper.${paper}`)}</strong>
              <p className={styles.quiet}>{t(`paperNote.${paper}`)}</p>
              <Button
                aria-label={`${t('print')} ${t(`paper.${paper}`)}`}
                onClick={() => void navigate(`/reports/papers/${paper}${PRESENT_MEMBERS}`)}
              >
                {t('print')}
              </Button>
            </li>
          ))}
        </ul>
      </Section>
      <RecentReports />
    </>
  )
}
