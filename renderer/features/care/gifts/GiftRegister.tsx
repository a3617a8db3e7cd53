import { DownOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import type { GiftLine } from '../../../../shared/contract/care/gifts'
import type { CareGiftId } from '../../../../shared/model/id'
import { dayOf } from '../../../../shared/rules/date'
import { api, client } from '../../../client'
import { DataGrid, useRowPages, useSelection } from '../../../components/data-grid'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import panel from '../../../components/panel.module.css'
import { ProgressDialog } from '../../../components/ProgressDialog'
import { useErrorToast } from '../../../components/use-error-toast'
import { useAsOrigin } from '../../../components/use-origin'
import { useSave } from '../../../components/use-save'
import { formatYuan } from '../../../components/yuan'
import { useLanguage } from '../../../i18n/use-language'
import { newGiftDraft } from './gift-draft'
import { GiftDialog } from './GiftDialog'
import { GiftFilters } from './GiftFilters'
import { GiftSelection } from './GiftSelection'
import { useGiftColumns } from './use-gift-columns'
import { useGiftFilter } from './use-gift-filter'

const exported = ['register', 'signOff'] as const

/** The register of a year: who was given what, who signed, what is booked. */
export function GiftRegister() {
  const { t } = useTranslation(['gifts', 'funds', 'common'])
  const navigate = useNavigate()
  const origin = useAsOrigin()
  const [language] = useLanguage()
  const [params] = useSearchParams()
  const list = useGiftFilter()
  const { filter, isNarrowed, narrow } = list
  const [adding, setAdding] = useState(false)
  const { save, progress, error } = useSave()
  const pages = useRowPages<GiftLine>((page) => api.care.gifts.list.queryOptions({ input: { ...filter, ...page } }))
  const sums = useQuery(api.care.gifts.list.queryOptions({ input: { ...filter, offset: 0, limit: 1 } }))
  const selection = useSelection<CareGiftId>(() => client.care.gifts.ids(filter), useErrorToast())
  const columns = useGiftColumns()
  const total = sums.data?.total ?? 0

  const saveAs = (paper: (typeof exported)[number]) =>
    save(
      (options) => client.care.gifts.export({ ...filter, paper, language }, options),
      ({ fileName, rows }) => t('saved', { name: fileName, count: rows }),
    )

  const print = (ids: readonly CareGiftId[]) =>
    void navigate(`/care/gifts/sign-off?${params.toString()}`, { state: { ids, ...origin } })

  return (
    <>
      <div className={panel.spread}>
        <p role="status" className={panel.quiet}>
          {sums.data !== undefined &&
            total > 0 &&
            t('sum', {
              count: total,
              members: sums.data.members,
              amount: formatYuan(sums.data.amount),
              unsigned: sums.data.unsigned,
              unbooked: sums.data.unbooked,
            })}
        </p>
        <div className={panel.bar}>
          <Button disabled={total === 0} onClick={() => print([])}>
            {t('signOff.print')}
          </Button>
          <Dropdown
            trigger={['click']}
            disabled={total === 0}
            menu={{
              items: exported.map((key) => ({ key, label: t(`export.${key}`) })),
              onClick: ({ key }) => void saveAs(key === 'signOff' ? 'signOff' : 'register'),
            }}
          >
            <Button icon={<DownOutlined />} iconPlacement="end">
              {t('export.act')}
            </Button>
          </Dropdown>
          <Button type="primary" onClick={() => setAdding(true)}>
            {t('add')}
          </Button>
        </div>
      </div>
      <GiftFilters list={list} />
      {error !== null && <ErrorNotice error={error} />}
      <GiftSelection selection={selection} onPrint={() => print([...selection.ids])} />
      <div className={panel.gridArea}>
        <DataGrid<GiftLine, CareGiftId>
          label={t('register')}
          columns={columns}
          pages={pages}
          rowId={({ id }) => id}
          rowName={({ name, kind }) => `${name} ${t(`funds:limitItem.${kind}`)}`}
          selection={selection}
          onOpen={({ id }) => void navigate(`/care/gifts/${id}`, { state: origin })}
          empty={
            isNarrowed ? (
              <EmptyState title={t('nothingFound')} />
            ) : (
              <EmptyState
                title={t('none')}
                text={t('noneText')}
                action={<Button onClick={() => setAdding(true)}>{t('add')}</Button>}
              />
            )
          }
        />
      </div>
      {adding && (
        <GiftDialog
          initial={newGiftDraft('hospital', dayOf(new Date()))}
          onDone={(batch, on) => narrow({ year: on.slice(0, 4), batch })}
          onClose={() => setAdding(false)}
        />
      )}
      <ProgressDialog title={t('export.act')} progress={progress} />
    </>
  )
}
