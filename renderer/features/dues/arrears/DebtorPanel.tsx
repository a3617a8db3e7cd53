import { useQuery } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import panel from '../../../components/panel.module.css'
import { formatYuan } from '../../../components/yuan'
import { ArrearsFigures } from './ArrearsFigures'
import { ArrearsGroups } from './ArrearsGroups'
import { ArrearsMonths } from './ArrearsMonths'
import { ArrearsPicture } from './ArrearsPicture'
import styles from './arrears.module.css'
import { ArrearsRuleDialog } from './ArrearsRuleDialog'
import { DebtorList } from './DebtorList'
import { useArrearsTexts } from './use-arrears-texts'
import { EVERYBODY, useDebtorFilter, type ArrearsParams } from './use-debtor-filter'

/** Arrears: who owes, how much and since when, by group and month; steps of the course are taken from here. */
export function DebtorPanel() {
  const { t } = useTranslation('arrears')
  const texts = useArrearsTexts()
  const { chosen, choose } = useDebtorFilter()
  const [isSettingRule, setSettingRule] = useState(false)
  const overview = useQuery(api.dues.arrears.overview.queryOptions())
  const rough = useQuery({ ...api.dues.arrears.balances.queryOptions(), enabled: overview.isPending })
  const openList = (changes: Partial<ArrearsParams>) => choose({ ...EVERYBODY, ...changes, view: 'list' })
  return (
    <div className={panel.fill}>
      {overview.isError && <ErrorNotice error={overview.error} onRetry={() => void overview.refetch()} />}
      {overview.data === undefined ? (
        rough.data !== undefined && (
          <p role="status">{t('rough', { count: rough.data.members, amount: formatYuan(rough.data.amount) })}</p>
        )
      ) : (
        <>
          <ArrearsFigures
            overview={overview.data}
            standing={chosen.standing}
            onStanding={(standing) => openList({ standing })}
          >
            <div className={styles.rule}>
              <p title={t('bandHint')}>{texts.rule(overview.data.terms)}</p>
              {overview.data.isStricter && <p>{t('charter.stricter')}</p>}
              <Button size="small" onClick={() => setSettingRule(true)}>
                {t('act.rule')}
              </Button>
            </div>
          </ArrearsFigures>
          <div className={panel.bar}>
            <Segmented<ArrearsParams['view']>
              aria-label={t('view.label')}
              value={chosen.view}
              onChange={(view) => choose({ view })}
              options={(['list', 'groups', 'months'] as const).map((value) => ({ value, label: t(`view.${value}`) }))}
            />
            {overview.data.due.map(({ due, members }) => (
              <Button
                key={due}
                type={chosen.due === due ? 'primary' : 'default'}
                aria-pressed={chosen.due === due}
                onClick={() => openList({ due: chosen.due === due ? null : due })}
              >
                {t('dueCount', { due: t(`due.${due}`), count: members })}
              </Button>
            ))}
            {overview.data.due.length === 0 && <span className={panel.quiet}>{t('noDue')}</span>}
          </div>
        </>
      )}
      {chosen.view === 'list' && <DebtorList chosen={chosen} choose={choose} overview={overview.data} />}
      {chosen.view === 'groups' && overview.data !== undefined && (
        <>
          <ArrearsPicture overview={overview.data} onOpen={openList} />
          <ArrearsGroups overview={overview.data} onOpen={openList} />
        </>
      )}
      {chosen.view === 'months' && overview.data !== undefined && (
        <ArrearsMonths overview={overview.data} onOpen={openList} />
      )}
      {isSettingRule && <ArrearsRuleDialog onClose={() => setSettingRule(false)} />}
    </div>
  )
}
