import { keepPreviousData, skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Checkbox, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { duesBasisSchema, payItemSchema, type DuesBasis } from '../../../../shared/model/dues-rule'
import type { MemberId } from '../../../../shared/model/id'
import { dayOf, monthOf } from '../../../../shared/rules/date'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormDialog } from '../../../components/FormDialog'
import { FormField } from '../../../components/FormField'
import { MoneyInput } from '../../../components/MoneyInput'
import panel from '../../../components/panel.module.css'
import { useUndo } from '../../../components/use-undo'
import duesStyles from '../dues.module.css'
import { basisDraftOf, changesAnything, newBasisDraft, readBasisDraft, type BasisDraft } from './basis-draft'
import styles from './bases.module.css'

interface SetBasisDialogProps {
  readonly memberIds: readonly MemberId[]
  /** What holds for the one member, to begin with; undefined for several. */
  readonly basis?: DuesBasis | null
  readonly onSaved?: () => void
  readonly onClose: () => void
}

/** Sets class and pay of one member, or some of it for many at once; mounted while it is open. */
export function SetBasisDialog({ memberIds, basis, onSaved, onClose }: SetBasisDialogProps) {
  const { t } = useTranslation(['bases', 'fields', 'common'])
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const isOne = basis !== undefined
  const [initial] = useState(() => {
    const month = monthOf(dayOf(new Date()))
    return isOne ? basisDraftOf(basis, month) : newBasisDraft(month)
  })
  const [draft, setDraft] = useState(initial)
  const [replace, setReplace] = useState(false)
  const [tried, setTried] = useState(false)
  const { basis: read, problems } = readBasisDraft(draft, isOne)
  const isStated = read !== null && changesAnything(read.change)
  const preview = useQuery(
    api.dues.bases.previewSet.queryOptions({
      input: isStated ? { memberIds: [...memberIds], validFrom: read.validFrom, change: read.change } : skipToken,
      placeholderData: keepPreviousData,
    }),
  )
  const save = useMutation(
    api.dues.bases.set.mutationOptions({
      onSuccess: ({ batchId, members }) => {
        offerUndo(t('saved', { count: members }), batchId)
        onSaved?.()
        onClose()
        return queryClient.invalidateQueries()
      },
    }),
  )

  function change(changes: Partial<BasisDraft>) {
    setDraft((before) => ({ ...before, ...changes }))
  }

  const counts = isStated ? preview.data : undefined
  return (
    <FormDialog
      title={isOne ? t('setTitle') : t('setTitleFor', { count: memberIds.length })}
      dirty={draft !== initial}
      busy={save.isPending}
      onSave={() => {
        setTried(true)
        if (isStated) save.mutate({ memberIds: [...memberIds], ...read, replace })
      }}
      onClose={onClose}
    >
      <Form component={false} layout="vertical">
        {!isOne && <p className={styles.lead}>{t('manyHint')}</p>}
        <div className={duesStyles.pair}>
          <FormField
            label={t('validFrom')}
            hint={t('validFromHint')}
            error={tried && problems.has('validFrom') ? t('problem.month') : null}
            required
          >
            {(control) => (
              <Input
                {...control}
                className="numeric"
                value={draft.validFrom}
                onChange={({ target }) => change({ validFrom: target.value })}
              />
            )}
          </FormField>
          <FormField label={t('class')}>
            {(control) => (
              <Select
                id={control.id}
                value={draft.memberClass}
                onChange={(memberClass) => change({ memberClass })}
                options={[
                  ...(isOne ? [] : [{ value: '' as const, label: t('unchanged') }]),
                  ...duesBasisSchema.shape.memberClass.options.map((value) => ({
                    value,
                    label: t(`fields:memberClass.${value}`),
                  })),
                ]}
              />
            )}
          </FormField>
          {payItemSchema.options.map((item) => (
            <FormField
              key={item}
              label={t(`fields:payItem.${item}`)}
              error={tried && problems.has(item) ? t('problem.amount') : null}
            >
              {(control) => (
                <MoneyInput
                  {...control}
                  placeholder={isOne ? '' : t('unchanged')}
                  value={draft.pay[item]}
                  onChange={(text) => change({ pay: { ...draft.pay, [item]: text } })}
                />
              )}
            </FormField>
          ))}
          <FormField label={t('grade')} hint={t('gradeHint')}>
            {(control) => (
              <Input
                {...control}
                maxLength={30}
                placeholder={isOne ? '' : t('unchanged')}
                value={draft.grade}
                onChange={({ target }) => change({ grade: target.value })}
              />
            )}
          </FormField>
          <FormField label={t('note')} hint={t('noteHint')}>
            {(control) => (
              <Input
                {...control}
                maxLength={200}
                value={draft.note}
                onChange={({ target }) => change({ note: target.value })}
              />
            )}
          </FormField>
        </div>
      </Form>
      <div role="status" className={panel.stack}>
        {tried && read !== null && !isStated && <p>{t('nothingStated')}</p>}
        {counts !== undefined && (
          <p>
            {counts.members === 0 ? t('nothingChanges') : t('changing', { count: counts.members })}
            {counts.members > 0 && counts.same > 0 && t('sameAlready', { count: counts.same })}
          </p>
        )}
        {counts !== undefined && counts.replaced > 0 && (
          <Checkbox checked={replace} onChange={({ target }) => setReplace(target.checked)}>
            {t('replace', { count: counts.replaced })}
          </Checkbox>
        )}
      </div>
      {preview.isError && <ErrorNotice error={preview.error} onRetry={() => void preview.refetch()} />}
      {save.isError && <ErrorNotice error={save.error} />}
    </FormDialog>
  )
}
