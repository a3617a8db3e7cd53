import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Checkbox, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  customFieldInputSchema,
  customFieldKindSchema,
  type CustomField,
  type CustomFieldInput,
} from '../../../../shared/model/custom-field'
import { client } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormDialog } from '../../../components/FormDialog'
import { FormField } from '../../../components/FormField'

const empty: CustomFieldInput = { name: '', kind: 'text', choices: [], isMasked: false }

/** One choice a line, or several apart by commas. */
const choicesIn = (text: string) =>
  text
    .split(/[\n,，、;；]/)
    .map((choice) => choice.trim())
    .filter((choice) => choice !== '')

interface CustomFieldDialogProps {
  /** The field that is changed; null for a new one. */
  readonly field: CustomField | null
  readonly onClose: () => void
}

/** Makes a custom field, or changes its name, choices and masking. */
export function CustomFieldDialog({ field, onClose }: CustomFieldDialogProps) {
  const { t } = useTranslation(['members', 'common'])
  const { message } = App.useApp()
  const queryClient = useQueryClient()
  const [original] = useState<CustomFieldInput>(field ?? empty)
  const [draft, setDraft] = useState(original)
  const [choices, setChoices] = useState(original.choices.join('\n'))
  const [tried, setTried] = useState(false)
  const list = field?.codeList ?? null
  const listed = list === null ? choicesIn(choices) : []
  const isNameWrong = draft.name.trim() === ''
  const areChoicesWrong = draft.kind === 'choice' && list === null && listed.length === 0
  const save = useMutation({
    mutationFn: async (input: CustomFieldInput) => {
      if (field === null) await client.members.customFields.add(input)
      else await client.members.customFields.update({ ...input, id: field.id })
    },
    onSuccess: () => {
      void message.success(t('common:saved'))
      onClose()
      return queryClient.invalidateQueries()
    },
  })

  function trySave() {
    setTried(true)
    if (!isNameWrong && !areChoicesWrong) save.mutate(customFieldInputSchema.parse({ ...draft, choices: listed }))
  }

  return (
    <FormDialog
      title={t(field === null ? 'customField.add' : 'customField.edit')}
      width={520}
      dirty={draft !== original || choices !== original.choices.join('\n')}
      busy={save.isPending}
      onSave={trySave}
      onClose={onClose}
    >
      <Form component={false} layout="vertical">
        <FormField
          label={t('customField.name')}
          required
          error={tried && isNameWrong ? t('customField.nameMissing') : null}
          hint={t('customField.nameHint')}
        >
          {(control) => (
            <Input
              {...control}
              autoFocus
              maxLength={30}
              value={draft.name}
              onChange={(event) => setDraft({ ...draft, name: event.target.value })}
            />
          )}
        </FormField>
        <FormField label={t('customField.kind')} hint={field === null ? undefined : t('customField.kindStays')}>
          {(control) => (
            <Select
              {...control}
              disabled={field !== null}
              value={draft.kind}
              options={customFieldKindSchema.options.map((kind) => ({
                value: kind,
                label: t(`customField.kinds.${kind}`),
              }))}
              onChange={(kind) => setDraft({ ...draft, kind })}
            />
          )}
        </FormField>
        {draft.kind === 'choice' && (
          <FormField
            label={t('customField.choices')}
            error={tried && areChoicesWrong ? t('customField.choicesMissing') : null}
            hint={list === null ? t('customField.choicesHint') : t('customField.choicesOf', { list })}
          >
            {(control) => (
              <Input.TextArea
                {...control}
                disabled={list !== null}
                autoSize={{ minRows: 3, maxRows: 10 }}
                value={choices}
                onChange={(event) => setChoices(event.target.value)}
              />
            )}
          </FormField>
        )}
      </Form>
      <Checkbox checked={draft.isMasked} onChange={(event) => setDraft({ ...draft, isMasked: event.target.checked })}>
        {t('customField.maskedLabel')}
      </Checkbox>
      {save.isError && <ErrorNotice error={save.error} />}
    </FormDialog>
  )
}
