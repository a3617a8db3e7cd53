import { ArrowLeftOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useOrigin } from './use-origin'
import styles from './PageHeader.module.css'

interface PageHeaderProps {
  readonly title: ReactNode
  /** A short line under the title. */
  readonly note?: ReactNode
  /** The page this one belongs under; a page that named itself as the origin comes first. */
  readonly backTo?: string
  /** Buttons of the page, the main one last. */
  readonly actions?: ReactNode
}

/** The head of every page: its title, the way back and its actions. */
export function PageHeader({ title, note, backTo, actions }: PageHeaderProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const origin = useOrigin()
  return (
    <header className={styles.header}>
      {backTo !== undefined && (
        <Button
          type="text"
          icon={<ArrowLeftOutlined />}
          aria-label={t('back')}
          title={t('back')}
          onClick={() => void (origin === null ? navigate(backTo) : navigate(origin.path, { state: origin.state }))}
        />
      )}
      <div className={styles.titles}>
        <h1>{title}</h1>
        {note !== undefined && <p className={styles.note}>{note}</p>}
      </div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </header>
  )
}
