import { FilePdfOutlined, PictureOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Attachment, AttachmentOwner } from '../../../shared/model/attachment'
import { api, client } from '../../client'
import panel from '../../components/panel.module.css'
import { Section } from '../../components/Section'
import { useErrorToast } from '../../components/use-error-toast'
import { requireAttachment } from './attachment-file'
import styles from './attachments.module.css'
import { FilesButton } from './FilesButton'

interface AttachmentsProps {
  readonly owner: AttachmentOwner
  /** What the pictures and papers may show, to be chosen before they are added; none for those that need no word. */
  readonly labels?: readonly string[]
}

const isPicture = ({ mediaType }: Attachment) => mediaType.startsWith('image/')

/** The pictures and papers of something: looked at, saved elsewhere, added, removed. */
export function Attachments({ owner, labels = [] }: AttachmentsProps) {
  const { t, i18n } = useTranslation(['attachments', 'common'])
  const { message } = App.useApp()
  const queryClient = useQueryClient()
  const onError = useErrorToast()
  const onSuccess = () => queryClient.invalidateQueries()
  const [label, setLabel] = useState(labels[0] ?? null)
  const [shown, setShown] = useState<{ readonly name: string; readonly source: string } | null>(null)
  const list = useQuery(api.attachments.list.queryOptions({ input: { owner } }))
  const add = useMutation({
    mutationFn: async (files: readonly File[]) => {
      for (const file of files) {
        await requireAttachment(file)
        await client.attachments.add({ owner, label, file })
      }
    },
    onSettled: onSuccess,
    onError,
  })
  const open = useMutation(
    api.attachments.open.mutationOptions({
      onSuccess: ({ name, mediaType, content }) => setShown({ name, source: `data:${mediaType};base64,${content}` }),
      onError,
    }),
  )
  const save = useMutation(
    api.attachments.export.mutationOptions({
      onSuccess: ({ isWritten }) => {
        if (isWritten) void message.success(t('saved'))
      },
      onError,
    }),
  )
  const remove = useMutation(api.attachments.remove.mutationOptions({ onSuccess, onError }))
  const size = new Intl.NumberFormat(i18n.language, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 })
  const attachments = list.data ?? []
  return (
    <Section
      title={t('title')}
      action={
        <div className={panel.bar}>
          {labels.length > 0 && (
            <Select
              className={styles.label ?? ''}
              aria-label={t('label')}
              value={label}
              onChange={setLabel}
              options={labels.map((value) => ({ value, label: value }))}
            />
          )}
          <FilesButton isBusy={add.isPending} onFiles={(files) => add.mutate(files)} />
        </div>
      }
    >
      {attachments.length === 0 ? (
        <p className={panel.quiet}>{t('none')}</p>
      ) : (
        <ul className={styles.files}>
          {attachments.map((attachment) => {
            const { id, name } = attachment
            return (
              <li key={id} className={panel.bar}>
                {isPicture(attachment) ? <PictureOutlined /> : <FilePdfOutlined />}
                {attachment.label !== null && <strong>{attachment.label}</strong>}
                <span>{name}</span>
                <span className={panel.quiet}>{size.format(Math.ceil(attachment.size / 1000))}</span>
                {isPicture(attachment) && (
                  <Button type="link" size="small" onClick={() => open.mutate({ id })}>
                    {t('open')}
                  </Button>
                )}
                <Button type="link" size="small" onClick={() => save.mutate({ id })}>
                  {t('save')}
                </Button>
                <Button type="link" size="small" danger onClick={() => remove.mutate({ id })}>
                  {t('common:remove')}
                </Button>
              </li>
            )
          })}
        </ul>
      )}
      <p className={panel.quiet}>{t('hint')}</p>
      <Modal
        open={shown !== null}
        title={shown?.name}
        footer={null}
        width="min(1100px, 92vw)"
        onCancel={() => setShown(null)}
      >
        {shown !== null && <img className={styles.picture} src={shown.source} alt={shown.name} />}
      </Modal>
    </Section>
  )
}
