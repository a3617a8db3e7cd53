import { UserOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'
import { useRef, type ChangeEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { failure } from '../../../../shared/contract/errors'
import type { MaskedMember } from '../../../../shared/model/member'
import { api, client } from '../../../client'
import { useErrorToast } from '../../../components/use-error-toast'
import styles from './MemberPhoto.module.css'
import { scalePhoto } from './scale-photo'

/** The photo of a member, to be chosen, replaced or removed. */
export function MemberPhoto({ member: { id: memberId, name } }: { readonly member: MaskedMember }) {
  const { t } = useTranslation(['members', 'common'])
  const queryClient = useQueryClient()
  const showError = useErrorToast()
  const input = useRef<HTMLInputElement>(null)
  const photo = useQuery(api.members.photo.get.queryOptions({ input: { memberId } }))
  const refresh = () => queryClient.invalidateQueries({ queryKey: api.members.photo.key() })
  const set = useMutation({
    mutationFn: async (file: File) => {
      const content = await scalePhoto(file)
      if (content === null) throw failure('PHOTO_INVALID')
      await client.members.photo.set({ memberId, content })
    },
    onSuccess: refresh,
    onError: showError,
  })
  const remove = useMutation(api.members.photo.remove.mutationOptions({ onSuccess: refresh, onError: showError }))
  const content = photo.data?.content ?? null

  function choose(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0]
    // The same file may be chosen again.
    event.target.value = ''
    if (file !== undefined) set.mutate(file)
  }

  return (
    <div className={styles['photo']}>
      {content === null ? (
        <div className={styles['frame']} aria-hidden="true">
          <UserOutlined />
        </div>
      ) : (
        <img className={styles['frame']} src={`data:image/jpeg;base64,${content}`} alt={t('photo.of', { name })} />
      )}
      <input
        ref={input}
        type="file"
        accept="image/jpeg,image/png"
        hidden
        aria-label={t('photo.choose')}
        onChange={choose}
      />
      <div className={styles['acts']}>
        <Button size="small" type="link" loading={set.isPending} onClick={() => input.current?.click()}>
          {content === null ? t('photo.choose') : t('photo.replace')}
        </Button>
        {content !== null && (
          <Popconfirm
            title={t('photo.removeQuestion')}
            okText={t('common:remove')}
            cancelText={t('common:cancel')}
            onConfirm={() => remove.mutate({ memberId })}
          >
            <Button size="small" type="link" danger>
              {t('common:remove')}
            </Button>
          </Popconfirm>
        )}
      </div>
    </div>
  )
}
