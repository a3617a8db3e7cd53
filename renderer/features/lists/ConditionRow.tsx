import { DeleteOutlined } from '@ant-design/icons'
import { Button, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { codeValuesOf, memberFieldDeclarations, type MemberField } from '../../../shared/model/member'
import { MoneyInput } from '../../components/MoneyInput'
import { PartialDateInput } from '../../components/PartialDateInput'
import { useCodeLabel } from '../../i18n/use-code-label'
import { fieldGroups } from '../members/field-groups'
import { conditionOf, draftOf, kindsOf, type ConditionDraft, type ConditionKind } from './condition-draft'
import styles from './lists.module.css'

interface ConditionRowProps {
  readonly draft: ConditionDraft
  readonly onChange: (draft: ConditionDraft) => void
  readonly onRemove: () => void
}

/** One condition: a field, how it is compared, and to what. */
export function ConditionRow({ draft, onChange, onRemove }: ConditionRowProps) {
  const { t } = useTranslation(['lists', 'fields', 'members'])
  return (
    <div className={styles.condition} role="group" aria-label={t(`fields:member.${draft.field}`)}>
      <Select<MemberField>
        aria-label={t('field')}
        value={draft.field}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(field) => onChange(draftOf(field))}
        options={fieldGroups.map(({ name, fields }) => ({
          label: t(`members:group.${name}`),
          options: fields.map((field) => ({ value: field, label: t(`fields:member.${field}`) })),
        }))}
      />
      <Select<ConditionKind>
        aria-label={t('how')}
        value={draft.is}
        onChange={(is) => onChange({ ...draft, is })}
        options={kindsOf(draft.field).map((is) => ({ value: is, label: t(`is.${is}`) }))}
      />
      <Comparison draft={draft} onChange={onChange} />
      <Button type="text" aria-label={t('removeCondition')} icon={<DeleteOutlined />} onClick={onRemove} />
    </div>
  )
}

function Comparison({ draft, onChange }: Pick<ConditionRowProps, 'draft' | 'onChange'>) {
  const { t } = useTranslation('lists')
  const codeLabel = useCodeLabel()
  const status = conditionOf(draft) === null ? 'warning' : ''
  switch (draft.is) {
    case 'oneOf':
      return (
        <Select<string[]>
          mode="multiple"
          aria-label={t('values')}
          status={status}
          value={[...draft.values]}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={(values) => onChange({ ...draft, values })}
          options={codeValuesOf(draft.field).map((value) => ({ value, label: codeLabel(value) }))}
        />
      )
    case 'contains':
      return (
        <Input
          aria-label={t('text')}
          status={status}
          maxLength={60}
          value={draft.text}
          onChange={({ target }) => onChange({ ...draft, text: target.value })}
        />
      )
    case 'between': {
      const End = memberFieldDeclarations[draft.field].kind === 'money' ? MoneyInput : PartialDateInput
      return (
        <div className={styles.range}>
          <End
            aria-label={t('from')}
            status={status}
            value={draft.from}
            onChange={(from) => onChange({ ...draft, from })}
          />
          <span>{t('to')}</span>
          <End aria-label={t('to')} status={status} value={draft.to} onChange={(to) => onChange({ ...draft, to })} />
        </div>
      )
    }
    case 'empty':
    case 'filled':
      return <span />
  }
}
