import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Form, Input, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { postEngagement, postTitle } from '../../../shared/codes'
import type { MemberId, UnitId } from '../../../shared/model/id'
import type { Post, PostInput } from '../../../shared/model/post'
import { api } from '../../client'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FormField } from '../../components/FormField'
import { PartialDateInput } from '../../components/PartialDateInput'
import { useCodeLabel } from '../../i18n/use-code-label'
import { WordInput } from '../federation/codes/WordInput'
import { MemberSelect } from './MemberSelect'
import styles from './organisation.module.css'
import { newPostDraft, postDraftOf, readPostDraft, type PostProblem } from './post-draft'
import { unitPath } from './unit-path'

interface PostDialogProps {
  /** The post to correct or end; a new one otherwise. */
  readonly post?: Post
  /** Who holds it; asked for when it is not given. */
  readonly memberId?: MemberId
  /** Where a new post is held, to begin with. */
  readonly unitId?: UnitId | null
  readonly onClose: () => void
}

/** Records a post, or corrects or ends one. */
export function PostDialog({ post, memberId, unitId = null, onClose }: PostDialogProps) {
  const { t } = useTranslation(['organisation', 'common'])
  const { message } = App.useApp()
  const queryClient = useQueryClient()
  const codeLabel = useCodeLabel()
  const [holder, setHolder] = useState<MemberId | null>(memberId ?? post?.memberId ?? null)
  const [draft, setDraft] = useState(() => (post === undefined ? newPostDraft(unitId) : postDraftOf(post, codeLabel)))
  const [tried, setTried] = useState(false)
  const units = useQuery(api.organisation.tree.queryOptions()).data?.units ?? []
  const { post: input, problems } = readPostDraft(draft, codeLabel)
  const options = {
    onSuccess: () => {
      void message.success(t('post.saved'))
      onClose()
      return queryClient.invalidateQueries()
    },
  }
  const add = useMutation(api.organisation.addPost.mutationOptions(options))
  const update = useMutation(api.organisation.updatePost.mutationOptions(options))
  const error = add.error ?? update.error

  function change(changes: Partial<typeof draft>) {
    setDraft((before) => ({ ...before, ...changes }))
  }

  function save() {
    setTried(true)
    if (input === null) return
    if (post !== undefined) update.mutate({ id: post.id, post: input })
    else if (holder !== null) add.mutate({ memberId: holder, post: input })
  }

  function problem(texts: Partial<Record<PostProblem, string>>): string | null {
    const found = Object.entries(texts).find(([name]) => tried && [...problems].some((one) => one === name))
    return found?.[1] ?? null
  }

  return (
    <Modal
      open
      title={t(post === undefined ? 'post.add' : 'post.edit')}
      okText={t('common:save')}
      cancelText={t('common:cancel')}
      confirmLoading={add.isPending || update.isPending}
      onOk={save}
      onCancel={onClose}
    >
      <Form layout="vertical" onFinish={save}>
        {memberId === undefined && post === undefined && (
          <FormField
            label={t('post.member')}
            required
            error={tried && holder === null ? t('post.memberMissing') : null}
          >
            {({ id, status }) => (
              <MemberSelect
                id={id}
                status={status}
                value={holder}
                placeholder={t('post.memberPlaceholder')}
                onChange={setHolder}
              />
            )}
          </FormField>
        )}
        <FormField label={t('post.name')} required error={problem({ nameMissing: t('post.nameMissing') })}>
          {({ id, status }) => (
            <WordInput
              place="postTitle"
              own={postTitle.values}
              id={id}
              status={status}
              placeholder={t('post.namePlaceholder')}
              maxLength={60}
              value={draft.title}
              onChange={(title) => change({ title })}
            />
          )}
        </FormField>
        <FormField label={t('post.unit')}>
          {({ id }) => (
            <Select<UnitId | ''>
              id={id}
              showSearch={{ optionFilterProp: 'label' }}
              value={draft.unitId ?? ''}
              onChange={(value) => change({ unitId: value === '' ? null : value })}
              options={[
                { value: '' as const, label: t('post.branchItself') },
                ...units
                  .filter((unit) => unit.closedOn === null || unit.id === draft.unitId)
                  .map((unit) => ({ value: unit.id, label: unitPath(units, unit.id) })),
              ]}
            />
          )}
        </FormField>
        <div className={styles.pair}>
          <FormField label={t('post.from')} error={problem({ fromWrong: t('dateWrong') })}>
            {(control) => (
              <PartialDateInput {...control} value={draft.heldFrom} onChange={(heldFrom) => change({ heldFrom })} />
            )}
          </FormField>
          <FormField
            label={t('post.to')}
            hint={t('post.toHint')}
            error={problem({ toWrong: t('dateWrong'), endsBeforeStart: t('post.endsBeforeStart') })}
          >
            {(control) => (
              <PartialDateInput {...control} value={draft.heldTo} onChange={(heldTo) => change({ heldTo })} />
            )}
          </FormField>
          <FormField label={t('post.term')}>
            {(control) => (
              <Input
                {...control}
                maxLength={60}
                placeholder={t('post.termPlaceholder')}
                value={draft.term}
                onChange={({ target }) => change({ term: target.value })}
              />
            )}
          </FormField>
          <FormField label={t('post.documentNumber')}>
            {(control) => (
              <Input
                {...control}
                maxLength={60}
                value={draft.documentNumber}
                onChange={({ target }) => change({ documentNumber: target.value })}
              />
            )}
          </FormField>
        </div>
        <Form.Item label={t('post.engagement')}>
          <Radio.Group
            value={draft.engagement ?? ''}
            onChange={({ target }) => change({ engagement: engagementOf(target.value) })}
            options={[
              { value: '', label: t('post.notStated') },
              ...postEngagement.values.map((value) => ({ value, label: codeLabel(value) })),
            ]}
          />
        </Form.Item>
        <FormField label={t('post.note')}>
          {(control) => (
            <Input.TextArea
              {...control}
              maxLength={500}
              autoSize
              value={draft.note}
              onChange={({ target }) => change({ note: target.value })}
            />
          )}
        </FormField>
      </Form>
      {error !== null && <ErrorNotice error={error} />}
    </Modal>
  )
}

function engagementOf(value: unknown): PostInput['engagement'] {
  return postEngagement.values.find((engagement) => engagement === value) ?? null
}
