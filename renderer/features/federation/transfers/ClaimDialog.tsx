import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { normaliseIdNumber, parseIdNumber } from '../../../../shared/rules/id-number'
import { isMobileOrLandline, normalisePhone } from '../../../../shared/rules/phone'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormDialog } from '../../../components/FormDialog'
import { FormField } from '../../../components/FormField'
import { useUndo } from '../../../components/use-undo'
import { UnionField, type ChosenUnion } from './UnionField'

const nothing = { name: '', idNumber: '', phone: '', note: '' }

const orNull = (text: string) => (text.trim() === '' ? null : text.trim())

/** Citizen numbers carry a check character; other documents are taken as they are written. */
const isNumberWrong = (text: string) => /^[\dX]{15,18}$/.test(text) && !parseIdNumber(text).ok

/** Asks another union for a member who came here. */
export function ClaimDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['transfers', 'fields'])
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const [union, setUnion] = useState<ChosenUnion>({ id: null, name: '' })
  const [person, setPerson] = useState(nothing)
  const [isTried, setTried] = useState(false)
  const claim = useMutation(
    api.federation.transfers.claim.mutationOptions({
      onSuccess: ({ batchId }) => {
        offerUndo(t('claim.asked', { name: person.name.trim() }), batchId)
        onClose()
        return queryClient.invalidateQueries()
      },
    }),
  )
  const idNumber = orNull(normaliseIdNumber(person.idNumber))
  const phone = orNull(normalisePhone(person.phone))
  const faults = {
    union: union.name.trim() === '' ? t('claim.unionMissing') : null,
    name: person.name.trim() === '' ? t('claim.nameMissing') : null,
    idNumber:
      idNumber === null && phone === null
        ? t('claim.numberMissing')
        : idNumber !== null && isNumberWrong(idNumber)
          ? t('claim.numberWrong')
          : null,
    phone: phone !== null && !isMobileOrLandline(phone) ? t('claim.phoneWrong') : null,
  }
  const isRight = Object.values(faults).every((fault) => fault === null)
  const shown = (fault: string | null) => (isTried ? fault : null)
  const field = (name: keyof typeof nothing) => ({
    value: person[name],
    onChange: ({ target }: { readonly target: { readonly value: string } }) =>
      setPerson({ ...person, [name]: target.value }),
  })
  return (
    <FormDialog
      title={t('claim.title')}
      dirty={union.name !== '' || Object.values(person).some((text) => text !== '')}
      busy={claim.isPending}
      onSave={() => {
        setTried(true)
        if (!isRight) return
        claim.mutate({
          name: person.name.trim(),
          idNumber,
          phone,
          fromOrganisation: union.id,
          fromUnion: union.name.trim(),
          note: orNull(person.note),
        })
      }}
      onClose={onClose}
    >
      <Form layout="vertical" component={false}>
        <p>{t('claim.text')}</p>
        <FormField label={t('column.name')} required error={shown(faults.name)}>
          {(control) => <Input {...control} maxLength={60} autoFocus {...field('name')} />}
        </FormField>
        <FormField label={t('column.idNumber')} error={shown(faults.idNumber)} hint={t('claim.numberHint')}>
          {(control) => <Input {...control} maxLength={30} autoComplete="off" {...field('idNumber')} />}
        </FormField>
        <FormField label={t('fields:member.phone')} error={shown(faults.phone)}>
          {(control) => <Input {...control} maxLength={30} autoComplete="off" {...field('phone')} />}
        </FormField>
        <UnionField label={t('column.fromUnion')} union={union} error={shown(faults.union)} onChange={setUnion} />
        <FormField label={t('note')}>
          {(control) => <Input {...control} maxLength={500} {...field('note')} />}
        </FormField>
      </Form>
      {claim.error !== null && <ErrorNotice error={claim.error} />}
    </FormDialog>
  )
}
