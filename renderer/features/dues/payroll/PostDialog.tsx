import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Checkbox, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PayrollView } from '../../../../shared/contract/dues/payroll'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import panel from '../../../components/panel.module.css'
import { useUndo } from '../../../components/use-undo'
import { formatYuan } from '../../../components/yuan'
import styles from './payroll.module.css'
import { useListTexts } from './use-list-texts'

/** Says what posting enters; with warnings only after somebody has seen them. */
export function PostDialog({ list, onClose }: { readonly list: PayrollView; readonly onClose: () => void }) {
  const { t } = useTranslation(['payroll', 'common'])
  const texts = useListTexts()
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const [isSeen, setSeen] = useState(false)
  const post = useMutation(
    api.dues.payroll.post.mutationOptions({
      onSuccess: ({ batchId, people, amount }) => {
        offerUndo(t('post.done', { count: people, amount: formatYuan(amount) }), batchId)
        onClose()
        return queryClient.invalidateQueries()
      },
    }),
  )
  const { toPost, warnings, deductedOn } = list
  return (
    <Modal
      open
      title={t('post.title')}
      okText={t('post.ok')}
      okButtonProps={{ disabled: warnings.length > 0 && !isSeen }}
      cancelText={t('common:cancel')}
      confirmLoading={post.isPending}
      onOk={() => post.mutate({ id: list.id })}
      onCancel={onClose}
    >
      <div className={panel.stack}>
        <p>{t('post.text', { count: toPost.people, amount: formatYuan(toPost.amount), day: deductedOn })}</p>
        {warnings.length > 0 && (
          <>
            <Alert
              type="warning"
              showIcon
              title={t('post.check')}
              description={
                <ul className={styles.sentences}>
                  {warnings.map((warning, place) => (
                    <li key={place}>{texts.warning(warning, list)}</li>
                  ))}
                </ul>
              }
            />
            <Checkbox checked={isSeen} onChange={({ target }) => setSeen(target.checked)}>
              {t('post.confirm')}
            </Checkbox>
          </>
        )}
        {post.isError && <ErrorNotice error={post.error} />}
      </div>
    </Modal>
  )
}
