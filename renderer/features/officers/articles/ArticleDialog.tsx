import { useMutation } from '@tanstack/react-query'
import { Form, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { articleChannel } from '../../../../shared/codes/officers'
import type { NamedArticle } from '../../../../shared/contract/officers/articles'
import { adoptionLevelSchema, articleInputSchema, type AdoptionLevel } from '../../../../shared/model/team'
import { dayOf } from '../../../../shared/rules/date'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormDialog } from '../../../components/FormDialog'
import { FormField } from '../../../components/FormField'
import { TermInput } from '../../../components/TermInput'
import { MemberSelect } from '../../organisation/MemberSelect'
import { DayField, TextField } from '../fields'
import styles from '../officers.module.css'
import { orNull, refusedFields, typedDay } from '../read'
import { useWritten } from '../use-written'

interface ArticleDialogProps {
  /** The article to change; a new one otherwise. */
  readonly article: NamedArticle | null
  readonly onClose: () => void
}

/** Records an article, or changes it. */
export function ArticleDialog({ article, onClose }: ArticleDialogProps) {
  const { t } = useTranslation('officers')
  const { written } = useWritten()
  const [initial] = useState(() => ({
    isMember: article === null || article.memberId !== null,
    memberId: article?.memberId ?? null,
    author: article?.author ?? '',
    title: article?.title ?? '',
    writtenOn: article?.writtenOn ?? dayOf(new Date()),
    channel: article?.channel ?? '',
    adoption: article?.adoption ?? null,
    adoptedOn: article?.adoptedOn ?? '',
    approvedBy: article?.approvedBy ?? '',
    note: article?.note ?? '',
  }))
  const [draft, setDraft] = useState<
    Omit<typeof initial, 'writtenOn' | 'adoptedOn'> & { writtenOn: string; adoptedOn: string }
  >(initial)
  const [tried, setTried] = useState(false)
  const read = articleInputSchema.safeParse({
    memberId: draft.isMember ? draft.memberId : null,
    author: draft.isMember ? null : orNull(draft.author),
    title: draft.title,
    writtenOn: typedDay(draft.writtenOn),
    channel: orNull(draft.channel),
    adoption: draft.adoption,
    adoptedOn: draft.adoption === null ? null : typedDay(draft.adoptedOn),
    approvedBy: orNull(draft.approvedBy),
    note: orNull(draft.note),
  })
  const refused = tried ? refusedFields(read.error) : new Set()
  const isNobody = draft.isMember ? draft.memberId === null : draft.author.trim() === ''
  const save = useMutation(
    api.officers.articles.save.mutationOptions({
      onSuccess: (done) => {
        onClose()
        return written(done)
      },
    }),
  )

  function change(changes: Partial<typeof draft>) {
    setDraft((before) => ({ ...before, ...changes }))
  }

  return (
    <FormDialog
      title={t(article === null ? 'article.add' : 'article.edit')}
      dirty={draft !== initial}
      busy={save.isPending}
      onSave={() => {
        setTried(true)
        if (read.success && !isNobody) save.mutate({ id: article?.id ?? null, article: read.data })
      }}
      onClose={onClose}
    >
      <Form component={false} layout="vertical">
        <TextField
          label={t('article.title')}
          required
          maxLength={200}
          value={draft.title}
          isRefused={refused.has('title')}
          onChange={(title) => change({ title })}
        />
        <Radio.Group
          value={draft.isMember}
          onChange={({ target }) => change({ isMember: target.value === true })}
          options={[
            { value: true, label: t('article.byMember') },
            { value: false, label: t('article.byOther') },
          ]}
        />
        {draft.isMember ? (
          <FormField label={t('article.author')} required error={tried && isNobody ? t('missing') : null}>
            {({ id, status }) => (
              <MemberSelect
                id={id}
                status={status}
                value={draft.memberId}
                placeholder={article?.writer ?? t('article.chooseMember')}
                onChange={(memberId) => change({ memberId })}
              />
            )}
          </FormField>
        ) : (
          <TextField
            label={t('article.author')}
            required
            maxLength={60}
            value={draft.author}
            isRefused={tried && isNobody}
            onChange={(author) => change({ author })}
          />
        )}
        <div className={styles.pair}>
          <DayField
            label={t('article.writtenOn')}
            required
            value={draft.writtenOn}
            isRefused={refused.has('writtenOn')}
            onChange={(writtenOn) => change({ writtenOn })}
          />
          <FormField label={t('article.channel')}>
            {(control) => (
              <TermInput
                {...control}
                maxLength={100}
                terms={articleChannel.values}
                value={draft.channel}
                onChange={(channel) => change({ channel })}
              />
            )}
          </FormField>
          <FormField label={t('article.adoption')}>
            {({ id }) => (
              <Select<AdoptionLevel | ''>
                id={id}
                value={draft.adoption ?? ''}
                onChange={(value) => change({ adoption: value === '' ? null : value })}
                options={[
                  { value: '' as const, label: t('article.notAdopted') },
                  ...adoptionLevelSchema.options.map((value) => ({ value, label: t(`level.${value}`) })),
                ]}
              />
            )}
          </FormField>
          {draft.adoption !== null && (
            <DayField
              label={t('article.adoptedOn')}
              value={draft.adoptedOn}
              isRefused={refused.has('adoptedOn')}
              onChange={(adoptedOn) => change({ adoptedOn })}
            />
          )}
          <TextField
            label={t('article.approvedBy')}
            maxLength={60}
            value={draft.approvedBy}
            onChange={(approvedBy) => change({ approvedBy })}
          />
        </div>
        <TextField
          label={t('note')}
          maxLength={500}
          rows={1}
          value={draft.note}
          onChange={(note) => change({ note })}
        />
      </Form>
      {save.isError && <ErrorNotice error={save.error} />}
    </FormDialog>
  )
}
