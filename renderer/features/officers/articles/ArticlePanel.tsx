import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { Button, Input, Select, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { NamedArticle } from '../../../../shared/contract/officers/articles'
import { adoptionLevelSchema, type AdoptionLevel } from '../../../../shared/model/team'
import { dayOf } from '../../../../shared/rules/date'
import { api } from '../../../client'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import panel from '../../../components/panel.module.css'
import { useCodeLabel } from '../../../i18n/use-code-label'
import { Attachments } from '../../attachments/Attachments'
import { useWritten } from '../use-written'
import { YearChoice } from '../YearChoice'
import { ArticleDialog } from './ArticleDialog'

/** Articles 投稿 of a year, counted by level of adoption and never by person. */
export function ArticlePanel() {
  const { t } = useTranslation(['officers', 'common', 'fields'])
  const navigate = useNavigate()
  const codeLabel = useCodeLabel()
  const { written, onError } = useWritten()
  const [year, setYear] = useState(() => dayOf(new Date()).slice(0, 4))
  const [adoption, setAdoption] = useState<AdoptionLevel | null>(null)
  const [search, setSearch] = useState('')
  const [dialog, setDialog] = useState<NamedArticle | 'new' | null>(null)
  const articles = useQuery(
    api.officers.articles.list.queryOptions({
      input: { year, adoption, search },
      placeholderData: keepPreviousData,
    }),
  )
  const remove = useMutation(
    api.officers.articles.remove.mutationOptions({
      onSuccess: (done) => written(done, t('article.removed')),
      onError,
    }),
  )
  if (articles.isError) return <ErrorNotice error={articles.error} onRetry={() => void articles.refetch()} />
  const countOf = (level: AdoptionLevel) => articles.data?.adopted.find((one) => one.level === level)?.count ?? 0
  const add = (
    <Button type="primary" onClick={() => setDialog('new')}>
      {t('article.add')}
    </Button>
  )
  return (
    <div className={panel.stack}>
      <div className={panel.spread}>
        <span className={panel.bar}>
          <YearChoice year={year} onChange={setYear} />
          <Select<AdoptionLevel | ''>
            aria-label={t('article.adoption')}
            style={{ minWidth: 190 }}
            value={adoption ?? ''}
            onChange={(value) => setAdoption(value === '' ? null : value)}
            options={[
              { value: '' as const, label: t('article.every', { count: articles.data?.written ?? 0 }) },
              ...adoptionLevelSchema.options.map((value) => ({
                value,
                label: t('article.counted', { level: t(`level.${value}`), count: countOf(value) }),
              })),
            ]}
          />
          <Input
            aria-label={t('common:search')}
            placeholder={t('article.search')}
            allowClear
            maxLength={60}
            style={{ width: 220 }}
            value={search}
            onChange={({ target }) => setSearch(target.value)}
          />
        </span>
        <span className={panel.bar}>
          <Button onClick={() => void navigate(`/officers/rosters?of=articles&year=${year}`)}>
            {t('roster.open')}
          </Button>
          {add}
        </span>
      </div>
      <p className={panel.quiet}>{t('article.note')}</p>
      <Table<NamedArticle>
        size="small"
        rowKey="id"
        pagination={(articles.data?.rows.length ?? 0) > 100 ? { pageSize: 100, showSizeChanger: false } : false}
        loading={articles.isPending}
        dataSource={articles.data?.rows ?? []}
        locale={{ emptyText: <EmptyState title={t('article.none')} text={t('article.noneText')} action={add} /> }}
        expandable={{
          expandedRowRender: ({ id }) => (
            <Attachments owner={{ kind: 'article', id }} labels={[t('article.text'), t('article.clipping')]} />
          ),
          expandIcon: ({ expanded, onExpand, record }) => (
            <Button size="small" aria-expanded={expanded} onClick={(event) => onExpand(record, event)}>
              {t('contract.papers')}
            </Button>
          ),
          columnWidth: 90,
        }}
        columns={[
          { title: t('article.writtenOn'), width: 120, dataIndex: 'writtenOn' },
          { title: t('article.title'), dataIndex: 'title' },
          {
            title: t('article.author'),
            width: 130,
            render: (_, { memberId, writer }) =>
              memberId === null ? writer : <Link to={`/members/${memberId}`}>{writer}</Link>,
          },
          {
            title: t('article.channel'),
            width: 150,
            render: (_, { channel }) => (channel === null ? null : codeLabel(channel)),
          },
          {
            title: t('article.adoption'),
            width: 110,
            render: (_, { adoption: level }) => (level === null ? t('article.notAdopted') : t(`level.${level}`)),
          },
          { title: t('article.approvedBy'), width: 110, dataIndex: 'approvedBy' },
          {
            title: t('common:acts'),
            width: 160,
            render: (_, article) => (
              <span className={panel.bar}>
                <Button size="small" onClick={() => setDialog(article)}>
                  {t('common:edit')}
                </Button>
                <Button size="small" danger onClick={() => remove.mutate({ id: article.id })}>
                  {t('common:remove')}
                </Button>
              </span>
            ),
          },
        ]}
      />
      {dialog !== null && <ArticleDialog article={dialog === 'new' ? null : dialog} onClose={() => setDialog(null)} />}
    </div>
  )
}
