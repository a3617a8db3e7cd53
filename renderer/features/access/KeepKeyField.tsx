import { Checkbox, Form } from 'antd'
import { useTranslation } from 'react-i18next'

/** Whether the operating system keeps the key, inside a form; says so where it cannot. */
export function KeepKeyField({ available }: { readonly available: boolean }) {
  const { t } = useTranslation('access')
  return (
    <Form.Item name="keepKey" valuePropName="checked" extra={available ? t('keepKeyHint') : t('keepKeyUnavailable')}>
      <Checkbox disabled={!available}>{t('keepKey')}</Checkbox>
    </Form.Item>
  )
}
