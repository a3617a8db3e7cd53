import { SearchOutlined } from '@ant-design/icons'
import { Button, Input, Segmented } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import panel from '../../../components/panel.module.css'
import { SEARCH_BOX_ID } from '../../../components/search-box'

interface RegisterBarProps<View extends string> {
  readonly views: readonly { readonly value: View; readonly label: string }[]
  readonly view: View
  readonly onView: (view: View) => void
  readonly search: string
  readonly onSearch: (search: string) => void
  readonly onExport: () => void
  /** Further filters. */
  readonly filters?: ReactNode
  /** The button that adds something. */
  readonly add: ReactNode
}

/** What stands above every register: which lines are shown, the search, export and adding. */
export function RegisterBar<View extends string>(props: RegisterBarProps<View>) {
  const { t } = useTranslation('registers')
  return (
    <>
      <div className={panel.spread}>
        <Segmented<View>
          className={panel.groups ?? ''}
          aria-label={t('views')}
          value={props.view}
          onChange={props.onView}
          options={[...props.views]}
        />
        <div className={panel.bar}>
          <Button onClick={props.onExport}>{t('export')}</Button>
          {props.add}
        </div>
      </div>
      <div className={panel.bar}>
        {props.filters}
        <Input
          id={SEARCH_BOX_ID}
          className={panel.search ?? ''}
          aria-label={t('search')}
          placeholder={t('searchPlaceholder')}
          prefix={<SearchOutlined />}
          allowClear
          maxLength={60}
          value={props.search}
          onChange={({ target }) => props.onSearch(target.value)}
        />
      </div>
    </>
  )
}
