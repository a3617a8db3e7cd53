import {
  ApartmentOutlined,
  AuditOutlined,
  BarChartOutlined,
  CloudSyncOutlined,
  FileExcelOutlined,
  FlagOutlined,
  HeartOutlined,
  HomeOutlined,
  LineChartOutlined,
  PayCircleOutlined,
  PrinterOutlined,
  SettingOutlined,
  SolutionOutlined,
  TeamOutlined,
  WalletOutlined,
} from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { NavLink } from 'react-router'
import styles from './Navigation.module.css'

const pages = [
  { name: 'home', path: '/', icon: <HomeOutlined /> },
  { name: 'members', path: '/members', icon: <TeamOutlined /> },
  { name: 'organisation', path: '/organisation', icon: <ApartmentOutlined /> },
  { name: 'officers', path: '/officers', icon: <SolutionOutlined /> },
  { name: 'roster', path: '/roster', icon: <FileExcelOutlined /> },
  { name: 'reports', path: '/reports', icon: <PrinterOutlined /> },
  { name: 'dues', path: '/dues', icon: <PayCircleOutlined /> },
  { name: 'funds', path: '/funds', icon: <WalletOutlined /> },
  { name: 'activities', path: '/activities', icon: <FlagOutlined /> },
  { name: 'care', path: '/care', icon: <HeartOutlined /> },
  { name: 'statistics', path: '/statistics', icon: <BarChartOutlined /> },
  { name: 'insights', path: '/insights', icon: <LineChartOutlined /> },
  { name: 'federation', path: '/federation', icon: <CloudSyncOutlined /> },
  { name: 'log', path: '/log', icon: <AuditOutlined /> },
  { name: 'settings', path: '/settings', icon: <SettingOutlined /> },
] as const

/** The main menu at the side; in a narrow window only its icons stay, with their names as tooltips. */
export function Navigation() {
  const { t } = useTranslation()
  return (
    <nav className={styles.navigation} aria-label={t('nav.label')}>
      <ul>
        {pages.map(({ name, path, icon }) => (
          <li key={name}>
            <NavLink
              to={path}
              end={path === '/'}
              title={t(`nav.${name}`)}
              className={({ isActive }) => (isActive ? `${styles.link} ${styles.active}` : styles.link)}
            >
              <span aria-hidden="true" className={styles.icon}>
                {icon}
              </span>
              <span className={styles.name}>{t(`nav.${name}`)}</span>
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
