import { FilePdfOutlined, PictureOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FundAttachment } from '../../../../shared/model/fund'
import type { FundEntryId } from '../../../../shared/model/id'
import { api, client } from '../../../client'
import panel from '../../../components/panel.module.css'
import { Section } from '../../../components/Section'
import { useErrorToast } from '../../../components/use-error-toast'
import styles from '../funds.module.css'
import { requireAttachment } from './attachment-file'
import { FilesButton } from './FilesButton'

interface AttachmentsProps {
  readonly entryId: FundEntryId
  readonly attachments: readonly FundAttachment[]
}

const isPicture = ({ mediaType }: FundAttachment) => mediaType.startsWith('image/')

/** The pictures and papers of a voucher: looked at, saved elsewhere, added, removed. */
export function Attachments({ entryId, attachments }: AttachmentsProps) {
  const { t, i18n } = useTranslation(['funds', 'common'])
  const { message } = App.useApp()
  const queryClient = useQueryClient()
  const onError = useErrorToast()
  const onSuccess = () => queryClient.invalidateQueries()
  const [shown, setShown] = useState<{ readonly name: string; readonly source: string } | null>(null)
  const add = useMutation({
    mutationFn: async (files: readonly File[]) => {
      for (const file of files) {
        await requireAttachment(file)
        await client.funds.book.attachments.add({ entryId, file })
      }
    },
    onSettled: onSuccess,
    onError,
  })
  const open = useMutation(
    api.funds.book.attachments.open.mutationOptions({
      onSuccess: ({ name, mediaType, content }) => setShown({ name, source: `data:${mediaType};base64,${content}` }),
      onError,
    }),
  )
  const save = useMutation(
    api.funds.book.attachments.export.mutationOptions({
      onSuccess: ({ isWritten }) => {
        if (isWritten) void message.success(t('attachment.saved'))
      },
      onError,
    }),
  )
  const remove = useMutation(api.funds.book.attachments.remove.mutationOptions({ onSuccess, onError }))
  const size = new Intl.NumberFormat(i18n.language, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 })
  return (
    <Section
      title={t('attachment.title')}
      action={<FilesButton isBusy={add.isPending} onFiles={(files) => add.mutate(files)} />}
    >
      {attachments.length === 0 ? (
        <p className={panel.quiet}>{t('attachment.none')}</p>
      ) : (
        <ul className={styles.files}>
          {attachments.map((attachment) => {
            const { id, name } = attachment
            return (
              <li key={id} className={panel.bar}>
                {isPicture(attachment) ? <PictureOutlined /> : <FilePdfOutlined />}
                <span>{name}</span>
                <span className={panel.quiet}>{size.format(Math.ceil(attachment.size / 1000))}</span>
                {isPicture(attachment) && (
                  <Button type="link" size="small" onClick={() => open.mutate({ id })}>
                    {t('attachment.open')}
                  </Button>
                )}
                <Button type="link" size="small" onClick={() => save.mutate({ id })}>
                  {t('attachment.save')}
                </Button>
                <Button type="link" size="small" danger onClick={() => remove.mutate({ id })}>
                  {t('common:remove')}
                </Button>
              </li>
            )
          })}
        </ul>
      )}
      <p className={panel.quiet}>{t('attachment.hint')}</p>
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
