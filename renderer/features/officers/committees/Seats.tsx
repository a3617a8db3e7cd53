import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Form, Modal, Select, Table, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { postEngagement, postTitle } from '../../../../shared/codes'
import type { CommitteeDetail } from '../../../../shared/contract/officers/committees'
import type { MemberId, PostId } from '../../../../shared/model/id'
import type { PostInput } from '../../../../shared/model/post'
import { dayOf } from '../../../../shared/rules/date'
import { api } from '../../../client'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormDialog } from '../../../components/FormDialog'
import { FormField } from '../../../components/FormField'
import panel from '../../../components/panel.module.css'
import { Section } from '../../../components/Section'
import { useCodeLabel } from '../../../i18n/use-code-label'
import { MemberPickerDialog } from '../../activities/MemberPickerDialog'
import { StatusTag } from '../../members/StatusTag'
import { WordInput } from '../../federation/codes/WordInput'
import { PostDialog } from '../../organisation/PostDialog'
import { usePostTexts } from '../../organisation/use-post-texts'
import { DayField } from '../fields'
import { readDay } from '../read'
import { useWritten } from '../use-written'

type Seat = CommitteeDetail['posts'][number]

/** The seats of a committee: posts that name it. */
export function Seats({ committee }: { readonly committee: CommitteeDetail }) {
  const { t } = useTranslation(['officers', 'common', 'organisation', 'fields'])
  const texts = usePostTexts()
  const codeLabel = useCodeLabel()
  const [dialog, setDialog] = useState<'pick' | 'adopt' | null>(null)
  const [chosen, setChosen] = useState<readonly MemberId[] | null>(null)
  const [edited, setEdited] = useState<Seat | null>(null)
  const free = useQuery(api.officers.committees.freePosts.queryOptions({ input: { id: committee.id } })).data ?? []
  const actions = (
    <span className={panel.bar}>
      {free.length > 0 && committee.state !== 'ended' && (
        <Button onClick={() => setDialog('adopt')}>{t('seat.adopt')}</Button>
      )}
      <Button onClick={() => setDialog('pick')}>{t('seat.add')}</Button>
    </span>
  )
  return (
    <Section title={t('seat.title', { count: committee.seats })} action={committee.posts.length > 0 && actions}>
      {committee.posts.length === 0 ? (
        <EmptyState title={t('seat.none')} text={t('seat.noneText')} action={actions} />
      ) : (
        <Table<Seat>
          size="small"
          rowKey="id"
          pagination={false}
          dataSource={committee.posts}
          columns={[
            { title: t('organisation:post.name'), render: (_, { title }) => codeLabel(title) },
            {
              title: t('fields:member.name'),
              render: (_, { memberId, memberName, status, isHeld }) => (
                <>
                  <Link to={`/members/${memberId}?tab=posts`}>{memberName}</Link>{' '}
                  {isHeld && status !== 'active' && <StatusTag status={status} />}
                </>
              ),
            },
            { title: t('organisation:post.period'), render: (_, post) => texts.period(post) },
            { title: t('organisation:post.note'), render: (_, post) => texts.details(post) },
            {
              title: t('common:acts'),
              width: 130,
              render: (_, post) => (
                <Button size="small" onClick={() => setEdited(post)}>
                  {t('seat.edit')}
                </Button>
              ),
            },
          ]}
        />
      )}
      {dialog === 'pick' && (
        <MemberPickerDialog
          title={t('seat.add')}
          isBusy={false}
          onPick={(memberIds) => {
            setDialog(null)
            setChosen(memberIds)
          }}
          onClose={() => setDialog(null)}
        />
      )}
      {chosen !== null && <SeatDialog committee={committee} memberIds={chosen} onClose={() => setChosen(null)} />}
      {dialog === 'adopt' && <AdoptDialog committee={committee} free={free} onClose={() => setDialog(null)} />}
      {edited !== null && <PostDialog post={edited} onClose={() => setEdited(null)} />}
    </Section>
  )
}

interface SeatDialogProps {
  readonly committee: CommitteeDetail
  readonly memberIds: readonly MemberId[]
  readonly onClose: () => void
}

/** As what the members chosen sit in the committee, and since when. */
function SeatDialog({ committee, memberIds, onClose }: SeatDialogProps) {
  const { t } = useTranslation(['officers', 'common', 'organisation'])
  const codeLabel = useCodeLabel()
  const { written } = useWritten()
  const [title, setTitle] = useState('委员')
  const [engagement, setEngagement] = useState<PostInput['engagement']>(null)
  const [heldFrom, setHeldFrom] = useState<string>(committee.electedOn ?? dayOf(new Date()))
  const [tried, setTried] = useState(false)
  const day = readDay(heldFrom)
  const seat = useMutation(
    api.officers.committees.seat.mutationOptions({
      onSuccess: (done) => {
        onClose()
        return written(done)
      },
    }),
  )

  function save() {
    setTried(true)
    if (day === null || title.trim() === '') return
    seat.mutate({ id: committee.id, memberIds: [...memberIds], title, engagement, heldFrom: day })
  }

  return (
    <FormDialog
      title={t('seat.chosen', { count: memberIds.length })}
      dirty
      busy={seat.isPending}
      onSave={save}
      onClose={onClose}
    >
      <Form component={false} layout="vertical">
        <FormField label={t('organisation:post.name')} required error={title.trim() === '' ? t('missing') : null}>
          {(control) => (
            <WordInput
              {...control}
              place="postTitle"
              own={postTitle.values}
              maxLength={60}
              value={title}
              onChange={setTitle}
            />
          )}
        </FormField>
        <FormField label={t('organisation:post.engagement')}>
          {({ id }) => (
            <Select<PostInput['engagement'] | ''>
              id={id}
              value={engagement ?? ''}
              onChange={(value) => setEngagement(value === '' ? null : value)}
              options={[
                { value: '' as const, label: t('organisation:post.notStated') },
                ...postEngagement.values.map((value) => ({ value, label: codeLabel(value) })),
              ]}
            />
          )}
        </FormField>
        <DayField
          label={t('organisation:post.from')}
          required
          value={heldFrom}
          isRefused={tried && day === null}
          onChange={setHeldFrom}
        />
      </Form>
      {seat.isError && <ErrorNotice error={seat.error} />}
    </FormDialog>
  )
}

interface AdoptDialogProps {
  readonly committee: CommitteeDetail
  readonly free: readonly { readonly id: PostId; readonly title: string; readonly memberName: string }[]
  readonly onClose: () => void
}

/** Chooses posts recorded before as seats of the committee. */
function AdoptDialog({ committee, free, onClose }: AdoptDialogProps) {
  const { t } = useTranslation(['officers', 'common', 'organisation', 'fields'])
  const codeLabel = useCodeLabel()
  const { written } = useWritten()
  const [ids, setIds] = useState<readonly PostId[]>(free.map(({ id }) => id))
  const adopt = useMutation(
    api.officers.committees.adopt.mutationOptions({
      onSuccess: (done) => {
        onClose()
        return written(done)
      },
    }),
  )
  return (
    <Modal
      open
      title={t('seat.adopt')}
      okText={t('common:save')}
      okButtonProps={{ disabled: ids.length === 0 }}
      cancelText={t('common:cancel')}
      confirmLoading={adopt.isPending}
      onOk={() => adopt.mutate({ id: committee.id, postIds: [...ids] })}
      onCancel={onClose}
    >
      <p className={panel.lead}>{t('seat.adoptText')}</p>
      <Table
        size="small"
        rowKey="id"
        pagination={false}
        dataSource={[...free]}
        rowSelection={{
          selectedRowKeys: [...ids],
          onChange: (_, rows) => setIds(rows.map(({ id }) => id)),
          getCheckboxProps: ({ memberName }) => ({ 'aria-label': memberName }),
          getTitleCheckboxProps: () => ({ 'aria-label': t('common:grid.selectAll') }),
        }}
        columns={[
          { title: t('organisation:post.name'), render: (_, { title }) => <Tag>{codeLabel(title)}</Tag> },
          { title: t('fields:member.name'), dataIndex: 'memberName' },
        ]}
      />
      {adopt.isError && <ErrorNotice error={adopt.error} />}
    </Modal>
  )
}
