import { PrinterOutlined } from '@ant-design/icons'
import { Alert, Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayOf } from '../../../shared/rules/date'
import styles from './RecoveryCode.module.css'

interface RecoveryCodeProps {
  readonly code: string
  /** The person says that the code is kept safe. */
  readonly onKept: () => void
}

/** The recovery code, shown once, to be printed; nothing goes on before the person says that it is kept. */
export function RecoveryCode({ code, onKept }: RecoveryCodeProps) {
  const { t } = useTranslation(['access', 'common'])
  const [kept, setKept] = useState(false)
  return (
    <>
      <p>{t('recoveryText')}</p>
      <div className={styles.sheet}>
        <p className={styles.printOnly}>{t('recoveryPrintTitle')}</p>
        <ol className={styles.code} data-testid="recovery-code">
          {code.split('-').map((group, place) => (
            <li key={place}>{group}</li>
          ))}
        </ol>
        <p className={styles.printOnly}>{t('recoveryPrintDate', { date: dayOf(new Date()) })}</p>
      </div>
      <div className={styles.actions}>
        <Alert type="warning" showIcon title={t('recoveryOnce')} />
        <div>
          <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
            {t('common:print')}
          </Button>
        </div>
        <Checkbox checked={kept} onChange={(event) => setKept(event.target.checked)}>
          {t('recoveryKept')}
        </Checkbox>
        <div>
          <Button type="primary" disabled={!kept} onClick={onKept}>
            {t('enter')}
          </Button>
        </div>
      </div>
    </>
  )
}
