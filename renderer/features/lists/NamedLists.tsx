import { DeleteOutlined, DownOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, Modal, Popover } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NamedList } from '../../../shared/contract/lists'
import type { MemberFilter } from '../../../shared/contract/members'
import { api } from '../../client'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FormField } from '../../components/FormField'
import { useErrorToast } from '../../components/use-error-toast'
import styles from './lists.module.css'

interface NamedListsProps {
  readonly filter: MemberFilter
  readonly isFiltered: boolean
  readonly onShow: (filter: MemberFilter) => void
}

/** Filters that were given a name: shown with one press, made from the present filter. */
export function NamedLists({ filter, isFiltered, onShow }: NamedListsProps) {
  const { t } = useTranslation('lists')
  const [open, setOpen] = useState(false)
  const [naming, setNaming] = useState(false)
  const lists = useQuery(api.lists.all.queryOptions())
  const named = lists.data ?? []
  return (
    <>
      <Popover
        trigger="click"
        placement="bottomRight"
        open={open}
        onOpenChange={setOpen}
        content={
          <div className={styles.named}>
            {named.length === 0 && <p className={styles.note}>{t('namedNone')}</p>}
            <ul className={styles.namedList}>
              {named.map((list) => (
                <NamedItem
                  key={list.id}
                  list={list}
                  onShow={() => {
                    onShow(list.filter)
                    setOpen(false)
                  }}
                />
              ))}
            </ul>
            {isFiltered && (
              <Button
                block
                onClick={() => {
                  setOpen(false)
                  setNaming(true)
                }}
              >
                {t('save')}
              </Button>
            )}
          </div>
        }
      >
        <Button icon={<DownOutlined />} iconPlacement="end" aria-haspopup="dialog" aria-expanded={open}>
          {t('named')}
        </Button>
      </Popover>
      {naming && <NameDialog filter={filter} named={named} onClose={() => setNaming(false)} />}
    </>
  )
}

function NamedItem({ list, onShow }: { readonly list: NamedList; readonly onShow: () => void }) {
  const { t } = useTranslation('lists')
  const { notification } = App.useApp()
  const queryClient = useQueryClient()
  const remove = useMutation(
    api.lists.remove.mutationOptions({
      onSuccess: () => {
        notification.success({ title: t('removed', { name: list.name }) })
        return queryClient.invalidateQueries({ queryKey: api.lists.key() })
      },
      onError: useErrorToast(),
    }),
  )
  return (
    <li className={styles.namedItem}>
      <Button type="link" onClick={onShow}>
        {list.name}
      </Button>
      <Button
        type="text"
        aria-label={t('remove', { name: list.name })}
        title={t('remove', { name: list.name })}
        icon={<DeleteOutlined />}
        loading={remove.isPending}
        onClick={() => remove.mutate({ id: list.id })}
      />
    </li>
  )
}

interface NameDialogProps {
  readonly filter: MemberFilter
  readonly named: readonly NamedList[]
  readonly onClose: () => void
}

function NameDialog({ filter, named, onClose }: NameDialogProps) {
  const { t } = useTranslation(['lists', 'common'])
  const { notification } = App.useApp()
  const queryClient = useQueryClient()
  const [name, setName] = useState('')
  const save = useMutation(
    api.lists.save.mutationOptions({
      onSuccess: (saved) => {
        notification.success({ title: t('saved', { name: saved.name }) })
        onClose()
        return queryClient.invalidateQueries({ queryKey: api.lists.key() })
      },
    }),
  )
  const replaces = named.some((list) => list.name === name.trim())
  return (
    <Modal
      open
      title={t('saveTitle')}
      okText={t('common:save')}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: name.trim() === '' }}
      confirmLoading={save.isPending}
      onOk={() => save.mutate({ name, filter })}
      onCancel={onClose}
    >
      <Form layout="vertical" onFinish={() => save.mutate({ name, filter })}>
        <FormField label={t('name')} hint={replaces ? t('replaces') : t('saveNote')}>
          {(control) => (
            <Input
              {...control}
              autoFocus
              maxLength={40}
              value={name}
              onChange={({ target }) => setName(target.value)}
              onPressEnter={() => name.trim() !== '' && save.mutate({ name, filter })}
            />
          )}
        </FormField>
      </Form>
      {save.isError && <ErrorNotice error={save.error} />}
    </Modal>
  )
}
