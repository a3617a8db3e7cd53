import { PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { RegisterRow, RegisterSums } from '../../../../shared/contract/dues/register'
import type { Month } from '../../../../shared/model/date'
import type { MemberId } from '../../../../shared/model/id'
import { monthsOfYear } from '../../../../shared/rules/dues/register'
import { api, client } from '../../../client'
import { DataGrid, useRowPages, type GridColumn } from '../../../components/data-grid'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Money } from '../../../components/Money'
import panel from '../../../components/panel.module.css'
import { ProgressDialog } from '../../../components/ProgressDialog'
import { useDates } from '../../../components/use-dates'
import { useSave } from '../../../components/use-save'
import { formatYuan } from '../../../components/yuan'
import { useLanguage } from '../../../i18n/use-language'
import { useWhoColumns } from '../../members/use-who-columns'
import { YearSwitcher } from '../YearSwitcher'
import { RegisterCell } from './RegisterCell'

const sums = ['charged', 'waived', 'paid', 'open'] as const

/** The register of a year: everybody charged in it, month by month. */
export function RegisterPanel({ month }: { readonly month: Month }) {
  const { t } = useTranslation(['payments', 'fields'])
  const navigate = useNavigate()
  const dates = useDates()
  const [language] = useLanguage()
  const { save, progress, error } = useSave()
  const [year, setYear] = useState(Number(month.slice(0, 4)))
  const shown = String(year)
  const pages = useRowPages<RegisterRow>((page) =>
    api.dues.register.list.queryOptions({ input: { year: shown, ...page } }),
  )
  const whole = useQuery(api.dues.register.sums.queryOptions({ input: { year: shown } }))

  const saveRegister = () =>
    save(
      (options) => client.dues.register.save({ year: shown, language }, options),
      ({ fileName, rows }) => t('register.saved', { name: fileName, count: rows }),
    )

  const who = useWhoColumns<RegisterRow>({ name: 90, department: 130 }, 'dues')
  const columns: GridColumn<RegisterRow>[] = [
    who.name,
    who.department,
    { key: 'unionGroup', title: t('fields:member.unionGroup'), width: 130, render: ({ unionGroup }) => unionGroup },
    ...sums.map((name): GridColumn<RegisterRow> => ({
      key: name,
      title: t(`register.${name}`),
      width: 98,
      align: 'end',
      render: ({ year: ofYear }) => ofYear[name] > 0 && <Money fen={ofYear[name]} />,
    })),
    ...monthsOfYear(shown).map((one, index): GridColumn<RegisterRow> => ({
      key: one,
      title: dates.shortMonth(one),
      width: 84,
      align: 'end',
      render: ({ months }) => <RegisterCell cell={months[index]} />,
    })),
  ]
  const isEmpty = pages.total === 0
  return (
    <div className={panel.fill}>
      <div className={panel.spread}>
        <YearSwitcher year={year} onChange={setYear} />
        {!isEmpty && (
          <div className={panel.bar}>
            <Button icon={<PrinterOutlined />} onClick={() => void navigate(`/dues/register/${shown}`)}>
              {t('register.print')}
            </Button>
            <Button type="primary" onClick={() => void saveRegister()}>
              {t('register.save')}
            </Button>
          </div>
        )}
      </div>
      {!isEmpty && whole.data !== undefined && <p role="status">{t('register.sums', inYuan(whole.data.year))}</p>}
      {whole.isError && <ErrorNotice error={whole.error} onRetry={() => void whole.refetch()} />}
      {error !== null && <ErrorNotice error={error} />}
      <div className={panel.gridArea}>
        <DataGrid<RegisterRow, MemberId>
          label={t('register.label')}
          columns={columns}
          pages={pages}
          rowId={({ memberId }) => memberId}
          rowName={({ name }) => name}
          onOpen={({ memberId }) => void navigate(`/members/${memberId}?tab=dues`)}
          empty={<EmptyState title={t('register.none')} text={t('register.noneText')} />}
        />
      </div>
      <ProgressDialog title={t('register.saving')} progress={progress} />
    </div>
  )
}

function inYuan({ charged, waived, paid, open }: RegisterSums) {
  return { charged: formatYuan(charged), waived: formatYuan(waived), paid: formatYuan(paid), open: formatYuan(open) }
}
