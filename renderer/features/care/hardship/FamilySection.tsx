import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HardshipDetail } from '../../../../shared/contract/care/hardship'
import { hardshipPersonInputSchema, type HardshipPerson } from '../../../../shared/model/hardship'
import { api } from '../../../client'
import { EmptyState } from '../../../components/EmptyState'
import { Money } from '../../../components/Money'
import { Section } from '../../../components/Section'
import { useErrorToast } from '../../../components/use-error-toast'
import { useUndo } from '../../../components/use-undo'
import { useCodeLabel } from '../../../i18n/use-code-label'
import { FieldsDialog } from './FieldsDialog'
import { draftOf, personFields } from './hardship-fields'

/** The family beside the member. */
export function FamilySection({ detail: { file, persons } }: { readonly detail: HardshipDetail }) {
  const { t } = useTranslation(['hardship', 'common'])
  const codeLabel = useCodeLabel()
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const [edited, setEdited] = useState<HardshipPerson | 'new' | null>(null)
  const done = (batchId: Parameters<typeof offerUndo>[1]) => {
    offerUndo(t('saved'), batchId)
    setEdited(null)
    return queryClient.invalidateQueries()
  }
  const save = useMutation(api.care.hardship.savePerson.mutationOptions({ onSuccess: ({ batchId }) => done(batchId) }))
  const remove = useMutation(
    api.care.hardship.removePerson.mutationOptions({
      onSuccess: ({ batchId }) => done(batchId),
      onError: useErrorToast(),
    }),
  )
  const label = (value: string | null) => (value === null ? null : codeLabel(value))
  const columns: TableColumnsType<HardshipPerson> = [
    { title: t('personField.name'), dataIndex: 'name', width: 100 },
    { title: t('personField.relation'), width: 80, render: (_, { relation }) => codeLabel(relation) },
    { title: t('personField.birthDate'), dataIndex: 'birthDate', width: 110 },
    { title: t('personField.standing'), width: 110, render: (_, { standing }) => label(standing) },
    { title: t('personField.place'), dataIndex: 'place' },
    { title: t('personField.health'), width: 110, render: (_, { health }) => label(health) },
    {
      title: t('personField.monthlyIncome'),
      width: 120,
      align: 'right',
      render: (_, { monthlyIncome }) => monthlyIncome !== null && <Money fen={monthlyIncome} />,
    },
    {
      title: t('common:acts'),
      width: 140,
      render: (_, person) => (
        <>
          <Button type="link" size="small" onClick={() => setEdited(person)}>
            {t('common:edit')}
          </Button>
          <Button type="link" size="small" danger onClick={() => remove.mutate({ id: person.id })}>
            {t('common:remove')}
          </Button>
        </>
      ),
    },
  ]
  return (
    <Section title={t('family')} action={<Button onClick={() => setEdited('new')}>{t('addPerson')}</Button>}>
      {persons.length === 0 ? (
        <EmptyState title={t('noFamily')} />
      ) : (
        <Table size="small" rowKey="id" columns={columns} dataSource={persons} pagination={false} scroll={{ x: 900 }} />
      )}
      {edited !== null && (
        <FieldsDialog
          title={t(edited === 'new' ? 'addPerson' : 'editPerson')}
          specs={personFields}
          label={(name) => t(`personField.${name}`)}
          initial={draftOf(personFields, edited === 'new' ? {} : edited)}
          shape={hardshipPersonInputSchema}
          busy={save.isPending}
          error={save.error}
          onSave={(person) => save.mutate({ fileId: file.id, id: edited === 'new' ? null : edited.id, person })}
          onClose={() => setEdited(null)}
        />
      )}
    </Section>
  )
}
