import { PaperClipOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { ATTACHMENT_MAX } from '../../../../shared/contract/attachments'
import panel from '../../../components/panel.module.css'
import { Section } from '../../../components/Section'
import { useErrorToast } from '../../../components/use-error-toast'
import styles from '../funds.module.css'
import { requireAttachment } from '../../attachments/attachment-file'
import { FilesButton } from '../../attachments/FilesButton'

interface EntryFilesProps {
  readonly files: readonly File[]
  readonly onChange: (files: readonly File[]) => void
}

/** Pictures and papers that are booked together with an entry. */
export function EntryFiles({ files, onChange }: EntryFilesProps) {
  const { t } = useTranslation(['attachments', 'common'])
  const check = useMutation({
    mutationFn: async (chosen: readonly File[]) => {
      await Promise.all(chosen.map(requireAttachment))
      return chosen
    },
    onSuccess: (added) => onChange([...files, ...added].slice(0, ATTACHMENT_MAX.count)),
    onError: useErrorToast(),
  })
  return (
    <Section title={t('title')}>
      <div className={panel.bar}>
        <FilesButton isBusy={check.isPending} onFiles={(chosen) => check.mutate(chosen)} />
        <span className={panel.quiet}>{t('hint')}</span>
      </div>
      {files.length > 0 && (
        <ul className={styles.files}>
          {files.map(({ name }, index) => (
            <li key={`${index} ${name}`}>
              <PaperClipOutlined /> {name}
              <Button type="link" size="small" onClick={() => onChange(files.filter((_, other) => other !== index))}>
                {t('common:remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
