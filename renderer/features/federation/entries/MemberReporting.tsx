import { useQuery } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MemberId } from '../../../../shared/model/id'
import { api } from '../../../client'
import { PagedTable } from '../../../components/PagedTable'
import { usePage } from '../../../components/use-page'
import panel from '../../../components/panel.module.css'
import { useDates } from '../../../components/use-dates'
import { EntryState } from './EntryState'
import { ReportingTag } from './ReportingTag'
import { useEntryTexts } from './use-entry-texts'
import { followed } from '../followed'

/** How a member stands at the union above; opens what was recorded of them, entry by entry. Nothing without a link. */
export function MemberReporting({ memberId }: { readonly memberId: MemberId }) {
  const { t } = useTranslation('reporting')
  const [isOpen, setOpen] = useState(false)
  const { data } = useQuery(api.federation.entries.standing.queryOptions({ input: { memberId } }))
  if (data === undefined || data === null) return null
  return (
    <>
      <Button size="small" type="text" title={t('open')} onClick={() => setOpen(true)}>
        <ReportingTag reporting={data} />
      </Button>
      <Drawer open={isOpen} size={720} title={t('title')} onClose={() => setOpen(false)} destroyOnHidden>
        <Entries memberId={memberId} />
      </Drawer>
    </>
  )
}

function Entries({ memberId }: { readonly memberId: MemberId }) {
  const { t } = useTranslation('reporting')
  const dates = useDates()
  const texts = useEntryTexts()
  const page = usePage()
  const list = useQuery(
    api.federation.entries.ofMember.queryOptions({ input: { memberId, ...page.input }, ...followed }),
  )
  return (
    <div className={panel.stack}>
      <p className={panel.quiet}>{t('titleText')}</p>
      <PagedTable
        list={list}
        page={page}
        empty={null}
        columns={[
          { title: t('column.at'), width: 136, render: (_, { at }) => dates.moment(at) },
          { title: t('column.act'), render: (_, entry) => texts.act(entry) },
          { title: t('column.fields'), render: (_, entry) => texts.fields(entry) },
          { title: t('column.state'), render: (_, { state }) => <EntryState state={state} /> },
          {
            title: t('column.reason'),
            render: (_, entry) => (
              <>
                {texts.reason(entry)} <span className={panel.quiet}>{texts.next(entry)}</span>
              </>
            ),
          },
        ]}
      />
    </div>
  )
}
