import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import panel from '../../../components/panel.module.css'
import { useRequestParams, type RequestParams } from './request-params'
import { RequestFigures } from './RequestFigures'
import { RequestList } from './RequestList'

/** What members ask for: the list of it, or how it was dealt with in a period. */
export function RequestPanel() {
  const { t } = useTranslation('requests')
  const { chosen, choose } = useRequestParams()
  return (
    <div className={panel.fill}>
      <Segmented<RequestParams['show']>
        className={panel.groups ?? ''}
        aria-label={t('show.label')}
        value={chosen.show}
        // The period of the figures is a month, that of a list days.
        onChange={(show) => choose({ show, from: null, until: null })}
        options={(['list', 'figures'] as const).map((value) => ({ value, label: t(`show.${value}`) }))}
      />
      {chosen.show === 'list' ? <RequestList /> : <RequestFigures />}
    </div>
  )
}
