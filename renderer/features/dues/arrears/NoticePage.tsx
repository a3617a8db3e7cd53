import { useQuery, skipToken } from '@tanstack/react-query'
import { Alert, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useParams } from 'react-router'
import { arrearsPaperSchema, type ArrearsPaper } from '../../../../shared/contract/dues/arrears'
import { daySchema } from '../../../../shared/model/date'
import type { LedgerPaper } from '../../../../shared/model/paper'
import { api } from '../../../client'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormField } from '../../../components/FormField'
import { Loading } from '../../../components/Loading'
import { PageHeader } from '../../../components/PageHeader'
import { PartialDateInput } from '../../../components/PartialDateInput'
import { Section } from '../../../components/Section'
import { PaperActions } from '../../reports/PaperActions'
import { pagesOf } from '../../reports/use-names'
import { CommitteeListPage } from './CommitteeListPage'
import { LeftOutList } from './LeftOutList'
import { NoticeSheet, ReminderSheet, SLIPS_A_PAGE } from './NoticeSheets'
import { noticeSettings, storeNoticeSettings } from './notice-settings'
import { paperStateSchema } from './paper-path'

const PRINTED: Readonly<Record<ArrearsPaper, LedgerPaper>> = {
  reminder: 'arrearsReminder',
  notice: 'arrearsNotice',
  committeeList: 'arrearsCommitteeList',
}
/** Rows of the committee's list on a page. */
const ROWS_A_PAGE = 14

/** Slips, notices and the list for the committee as they are printed: for what is open now, without who has paid. */
export function NoticePage() {
  const { t } = useTranslation(['arrears', 'common'])
  const params = useParams()
  const location = useLocation()
  const kind = arrearsPaperSchema.catch('reminder').parse(params['paper'])
  const given = paperStateSchema.safeParse(location.state)
  const [settings, setSettings] = useState(noticeSettings)
  const papers = useQuery(
    api.dues.arrears.notices.queryOptions({
      input: given.success ? { kind, memberIds: given.data.memberIds } : skipToken,
    }),
  )
  const header = (
    <div className="screen-only">
      <PageHeader backTo="/dues?tab=debtors" title={t(`paper.${kind}`)} />
    </div>
  )
  if (!given.success) {
    return (
      <>
        {header}
        <EmptyState title={t('paper.none')} action={<Link to="/dues?tab=debtors">{t('paper.toList')}</Link>} />
      </>
    )
  }
  if (papers.isError) return <ErrorNotice error={papers.error} onRetry={() => void papers.refetch()} />
  if (papers.isPending) return <Loading />
  const { notices, leftOut, unionName, today, total } = papers.data
  const until = daySchema.safeParse(settings.until.trim())
  const sheet = { unionName, today, settings: { ...settings, until: until.success ? until.data : null } }

  function change(changes: Partial<typeof settings>) {
    const next = { ...settings, ...changes }
    setSettings(next)
    storeNoticeSettings(next)
  }

  return (
    <>
      {header}
      <div className="screen-only">
        <Section
          title={t('common:people', { count: notices.length })}
          action={
            notices.length > 0 && (
              <PaperActions
                paper={PRINTED[kind]}
                count={notices.length}
                name={`${t(`paper.${kind}`)}-${today}`}
                landscape={kind === 'committeeList'}
              />
            )
          }
        >
          {kind !== 'committeeList' && (
            <Form layout="vertical">
              <FormField label={t('paper.where')} hint={t('paper.whereHint')}>
                {(control) => (
                  <Input
                    {...control}
                    style={{ maxWidth: 480 }}
                    maxLength={100}
                    value={settings.where}
                    onChange={({ target }) => change({ where: target.value })}
                  />
                )}
              </FormField>
              <FormField label={t('paper.clerk')}>
                {(control) => (
                  <Input
                    {...control}
                    style={{ maxWidth: 480 }}
                    maxLength={60}
                    value={settings.clerk}
                    onChange={({ target }) => change({ clerk: target.value })}
                  />
                )}
              </FormField>
              <FormField label={t('paper.until')} hint={t('paper.untilHint')}>
                {(control) => (
                  <div style={{ maxWidth: 200 }}>
                    <PartialDateInput
                      {...control}
                      value={settings.until}
                      onChange={(text) => change({ until: text })}
                    />
                  </div>
                )}
              </FormField>
            </Form>
          )}
          {total > notices.length && (
            <Alert type="warning" showIcon title={t('paper.tooMany', { count: notices.length })} />
          )}
          {leftOut.length > 0 && (
            <>
              <p>{t('paper.leftOut', { count: leftOut.length })}</p>
              <LeftOutList leftOut={leftOut} />
            </>
          )}
        </Section>
      </div>
      {kind === 'reminder' &&
        pagesOf(notices, SLIPS_A_PAGE).map((page, place) => <ReminderSheet key={place} notices={page} {...sheet} />)}
      {kind === 'notice' && notices.map((notice) => <NoticeSheet key={notice.memberId} notice={notice} {...sheet} />)}
      {kind === 'committeeList' &&
        pagesOf(notices, ROWS_A_PAGE).map((page, place) => (
          <CommitteeListPage
            key={place}
            notices={page}
            before={place * ROWS_A_PAGE}
            all={notices}
            isLast={(place + 1) * ROWS_A_PAGE >= notices.length}
            {...sheet}
          />
        ))}
    </>
  )
}
