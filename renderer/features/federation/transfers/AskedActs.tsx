import { Button, Popconfirm } from 'antd'
import { useTranslation } from 'react-i18next'

interface AskedActsProps {
  /** Offered where the hub found no union of that name. */
  readonly onRedirect: (() => void) | null
  /** Offered until it is settled; `title` asks whether it is meant. */
  readonly withdraw: { readonly title: string; readonly act: () => void } | null
}

/** What can still be done with something that another union was asked for. */
export function AskedActs({ onRedirect, withdraw }: AskedActsProps) {
  const { t } = useTranslation(['transfers', 'common'])
  return (
    <>
      {onRedirect !== null && (
        <Button type="link" size="small" onClick={onRedirect}>
          {t('redirect')}
        </Button>
      )}
      {withdraw !== null && (
        <Popconfirm
          title={withdraw.title}
          okText={t('withdraw')}
          cancelText={t('common:cancel')}
          onConfirm={withdraw.act}
        >
          <Button type="link" size="small">
            {t('withdraw')}
          </Button>
        </Popconfirm>
      )}
    </>
  )
}
