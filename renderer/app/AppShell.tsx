import { Outlet, useLocation } from 'react-router'
import { useTranslation } from 'react-i18next'
import { useEffect, useRef, type MouseEvent } from 'react'
import styles from './AppShell.module.css'
import { Header } from './Header'
import { Navigation } from './Navigation'
import { useShortcuts } from './use-shortcuts'

/** The frame around every page: menu at the side, header above, the page itself. */
export function AppShell() {
  const { t } = useTranslation()
  const main = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  useShortcuts()

  // A new page starts at its top, and the keyboard goes on from there.
  useEffect(() => main.current?.scrollTo(0, 0), [pathname])

  function skip(event: MouseEvent) {
    event.preventDefault()
    main.current?.focus()
  }

  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#content" onClick={skip}>
        {t('skipToContent')}
      </a>
      <Header />
      <Navigation />
      <main id="content" ref={main} tabIndex={-1} className={styles.main}>
        <Outlet />
      </main>
    </div>
  )
}
