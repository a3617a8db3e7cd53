import { Table, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ReceivedCodeList } from '../../../../shared/contract/federation/code-lists'

/** The codes of a list, and the recorded values that it does not have. */
export function CodeListDetail({ list: { codes, unlisted } }: { readonly list: ReceivedCodeList }) {
  const { t } = useTranslation('codeLists')
  return (
    <>
      {unlisted.length > 0 && (
        <p>
          {t('unlistedText')}{' '}
          {unlisted.map(({ value, count }) => (
            <Tag key={value} color="orange">
              {t('valueCount', { value, count })}
            </Tag>
          ))}
        </p>
      )}
      <Table
        size="small"
        rowKey="code"
        dataSource={codes}
        pagination={{ pageSize: 20, hideOnSinglePage: true }}
        columns={[
          { title: t('code'), width: 140, dataIndex: 'code' },
          { title: t('codeName'), dataIndex: 'name' },
          {
            title: t('state'),
            width: 120,
            render: (_, { isRetired }) => (isRetired ? <Tag>{t('retired')}</Tag> : t('inUse')),
          },
        ]}
      />
    </>
  )
}
