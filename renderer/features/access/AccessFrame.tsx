import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LanguageSwitch } from '../../components/LanguageSwitch'
import styles from './AccessFrame.module.css'

/** The frame of the pages that lead into the record. */
export function AccessFrame({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const { t } = useTranslation('access')
  return (
    <main className={styles.page}>
      <header className={styles.head}>
        <p className={styles.name}>{t('title')}</p>
        <p className={styles.tagline}>{t('tagline')}</p>
        <div className={styles.language}>
          <LanguageSwitch />
        </div>
      </header>
      <section className={styles.panel} aria-labelledby="access-title">
        <h1 id="access-title">{title}</h1>
        {children}
      </section>
    </main>
  )
}
