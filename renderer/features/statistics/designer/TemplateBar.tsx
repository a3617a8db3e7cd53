import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReportDesign, StatisticsTemplate } from '../../../../shared/model/statistics'
import { defaultTemplates, designIssue } from '../../../../shared/rules/statistics/design'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormDialog } from '../../../components/FormDialog'
import { FormField } from '../../../components/FormField'
import panel from '../../../components/panel.module.css'
import { useErrorToast } from '../../../components/use-error-toast'

interface TemplateBarProps {
  /** As it is on the screen now. */
  readonly design: ReportDesign
  /** The one that was opened; null for a design that was not kept yet. */
  readonly template: StatisticsTemplate | null
  readonly onShow: (design: ReportDesign, name: string, template: StatisticsTemplate | null) => void
  readonly onSaved: (template: StatisticsTemplate) => void
  readonly onNew: () => void
}

/** Opens, keeps, renames, copies and removes designs of reports. */
export function TemplateBar({ design, template, onShow, onSaved, onNew }: TemplateBarProps) {
  const { t } = useTranslation(['statistics', 'common'])
  const { notification, modal } = App.useApp()
  const queryClient = useQueryClient()
  const [naming, setNaming] = useState<'keep' | 'rename' | 'copy' | null>(null)
  const templates = useQuery(api.statistics.templates.queryOptions())
  const onError = useErrorToast()
  const refresh = () => queryClient.invalidateQueries({ queryKey: api.statistics.templates.key() })
  const save = useMutation(
    api.statistics.saveTemplate.mutationOptions({
      onSuccess: (kept) => {
        notification.success({ title: t('template.saved', { name: kept.name }) })
        onSaved(kept)
        return refresh()
      },
      onError,
    }),
  )
  const remove = useMutation(
    api.statistics.removeTemplate.mutationOptions({
      onSuccess: () => {
        onNew()
        return refresh()
      },
      onError,
    }),
  )
  const own = templates.data ?? []
  const isShowable = designIssue(design) === null

  function open(value: string) {
    const kept = own.find(({ id }) => id === value)
    if (kept !== undefined) {
      onShow(kept.design, kept.name, kept)
      return
    }
    const given = defaultTemplates.find(({ name }) => name === value)
    if (given !== undefined) onShow(given.design, t(`template.name.${given.name}`), null)
  }

  return (
    <div className={`${panel.bar} screen-only`}>
      <Select
        aria-label={t('template.open')}
        placeholder={t('template.open')}
        style={{ minWidth: 260 }}
        value={template?.id ?? null}
        onChange={(value: string | null) => value !== null && open(value)}
        options={[
          ...(own.length === 0
            ? []
            : [
                {
                  label: t('template.own'),
                  options: own.map(({ id, name }) => ({ value: id, label: name })),
                },
              ]),
          {
            label: t('template.given'),
            options: defaultTemplates.map(({ name }) => ({ value: name, label: t(`template.name.${name}`) })),
          },
        ]}
      />
      <Button onClick={onNew}>{t('template.new')}</Button>
      {template !== null && (
        <Button
          disabled={!isShowable}
          loading={save.isPending}
          onClick={() => save.mutate({ id: template.id, name: template.name, design })}
        >
          {t('common:save')}
        </Button>
      )}
      <Button disabled={!isShowable} onClick={() => setNaming(template === null ? 'keep' : 'copy')}>
        {template === null ? t('template.keep') : t('template.copy')}
      </Button>
      {template !== null && (
        <>
          <Button onClick={() => setNaming('rename')}>{t('template.rename')}</Button>
          <Button
            danger
            onClick={() =>
              void modal.confirm({
                title: t('template.removeTitle', { name: template.name }),
                okText: t('common:remove'),
                cancelText: t('common:cancel'),
                okButtonProps: { danger: true },
                onOk: () => remove.mutateAsync({ id: template.id }),
              })
            }
          >
            {t('common:remove')}
          </Button>
        </>
      )}
      {naming !== null && (
        <NameDialog
          title={t(`template.${naming}`)}
          name={naming === 'rename' ? (template?.name ?? '') : ''}
          onClose={() => setNaming(null)}
          onName={async (name) => {
            const id = naming === 'rename' ? (template?.id ?? null) : null
            await save.mutateAsync({ id, name, design: naming === 'rename' ? (template?.design ?? design) : design })
            setNaming(null)
          }}
        />
      )}
    </div>
  )
}

interface NameDialogProps {
  readonly title: string
  readonly name: string
  readonly onName: (name: string) => Promise<void>
  readonly onClose: () => void
}

function NameDialog({ title, name: given, onName, onClose }: NameDialogProps) {
  const { t } = useTranslation('statistics')
  const [name, setName] = useState(given)
  const keep = useMutation({ mutationFn: onName })
  return (
    <FormDialog
      title={title}
      dirty={false}
      busy={keep.isPending}
      width={420}
      onClose={onClose}
      onSave={() => name.trim() !== '' && keep.mutate(name.trim())}
    >
      <Form component={false} layout="vertical">
        <FormField label={t('template.label')} required>
          {(control) => (
            <Input
              {...control}
              autoFocus
              maxLength={40}
              value={name}
              onChange={({ target }) => setName(target.value)}
            />
          )}
        </FormField>
      </Form>
      {keep.isError && <ErrorNotice error={keep.error} />}
    </FormDialog>
  )
}
