import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Table, Tag, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ReceivedCodeList } from '../../../../shared/contract/federation/code-lists'
import { offeredNames } from '../../../../shared/rules/code-list'
import { api } from '../../../client'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import { useErrorToast } from '../../../components/use-error-toast'
import { CodeListDetail } from './CodeListDetail'
import { useCodeListTexts } from './use-code-list-texts'

/** The code lists that the union above gave, to be looked at; which recorded values they do not have. */
export function CodeLists() {
  const { t, i18n } = useTranslation('codeLists')
  const { textOfUse } = useCodeListTexts()
  const { message } = App.useApp()
  const queryClient = useQueryClient()
  const onError = useErrorToast()
  const { data, error, refetch } = useQuery(api.federation.codeLists.list.queryOptions())
  const addField = useMutation(
    api.members.customFields.add.mutationOptions({
      onSuccess: () => {
        void message.success(t('fieldMade'))
        return queryClient.invalidateQueries()
      },
      onError,
    }),
  )
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' })
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Loading />
  if (data.length === 0) return <EmptyState title={t('none')} text={t('noneText')} />

  const columns: TableColumnsType<ReceivedCodeList> = [
    {
      title: t('name'),
      render: (_, { name, withdrawnAt }) => (
        <>
          {name} {withdrawnAt !== null && <Tag color="orange">{t('withdrawn')}</Tag>}
        </>
      ),
    },
    { title: t('version'), width: 80, align: 'right', dataIndex: 'version' },
    { title: t('use'), render: (_, list) => textOfUse(list) },
    { title: t('codes'), width: 90, align: 'right', render: (_, list) => offeredNames(list).length },
    { title: t('unlisted'), width: 130, align: 'right', render: (_, { unlisted }) => unlisted.length },
    { title: t('issuedAt'), width: 130, render: (_, { issuedAt }) => day.format(new Date(issuedAt)) },
    {
      title: t('act'),
      width: 150,
      render: (_, { use, withdrawnAt, fieldMissing, ...list }) =>
        use.kind === 'customField' &&
        fieldMissing &&
        withdrawnAt === null && (
          <Button
            size="small"
            loading={addField.isPending}
            aria-label={t('makeFieldNamed', { name: use.field })}
            onClick={() =>
              addField.mutate({
                name: use.field,
                kind: 'choice',
                choices: offeredNames(list).slice(0, 50),
                isMasked: false,
              })
            }
          >
            {t('makeField')}
          </Button>
        ),
    },
  ]
  return (
    <>
      <p>{t('intro')}</p>
      <Table
        rowKey="id"
        columns={columns}
        dataSource={data}
        pagination={false}
        scroll={{ x: 820 }}
        expandable={{ expandedRowRender: (list) => <CodeListDetail list={list} /> }}
      />
    </>
  )
}
