import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { splitPresets } from '../../../../shared/codes/funds'
import { dayOf } from '../../../../shared/rules/date'
import { OWN_SHARE_FLOOR } from '../../../../shared/rules/funds/split'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormDialog } from '../../../components/FormDialog'
import { FormField } from '../../../components/FormField'
import panel from '../../../components/panel.module.css'
import { PartialDateInput } from '../../../components/PartialDateInput'
import styles from '../funds.module.css'
import { draftOfPreset, parsePercent, readSplitDraft, type SplitDraft, type SplitDraftProblem } from './split-draft'

const usual = splitPresets[0]

/** Sets who gets how much of the 2 %, from a usual rule or freely. */
export function SplitDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['funds', 'common'])
  const { message } = App.useApp()
  const queryClient = useQueryClient()
  const [today] = useState(() => dayOf(new Date()))
  const [initial] = useState((): SplitDraft =>
    usual === undefined
      ? { region: '', validFrom: today, validUntil: '', shares: [], own: 0, source: '' }
      : draftOfPreset(usual, today),
  )
  const [draft, setDraft] = useState(initial)
  const [tried, setTried] = useState(false)
  const { rule, problems } = readSplitDraft(draft)
  const add = useMutation(
    api.funds.splits.add.mutationOptions({
      onSuccess: () => {
        void message.success(t('common:saved'))
        onClose()
        return queryClient.invalidateQueries()
      },
    }),
  )
  const own = parsePercent(draft.shares[draft.own]?.percent ?? '')
  const total = draft.shares.reduce((sum, { percent }) => sum + (parsePercent(percent) ?? 0), 0) / 100

  function change(changes: Partial<SplitDraft>) {
    setDraft((before) => ({ ...before, ...changes }))
  }

  function changeShare(place: number, changes: Partial<SplitDraft['shares'][number]>) {
    change({ shares: draft.shares.map((share, index) => (index === place ? { ...share, ...changes } : share)) })
  }

  function problem(...names: SplitDraftProblem[]): string | null {
    const name = tried ? names.find((one) => problems.has(one)) : undefined
    return name === undefined ? null : t(`split.problem.${name}`)
  }

  function save() {
    setTried(true)
    if (rule !== null) add.mutate(rule)
  }

  return (
    <FormDialog
      title={t('split.add')}
      width={720}
      dirty={draft !== initial}
      busy={add.isPending}
      onSave={save}
      onClose={onClose}
    >
      <Form component={false} layout="vertical">
        <FormField label={t('split.usual')}>
          {({ id }) => (
            <div id={id} className={panel.bar}>
              {splitPresets.map((preset) => (
                <Button key={preset.key} onClick={() => change(draftOfPreset(preset, today))}>
                  {t(`split.preset.${preset.key}`)}
                </Button>
              ))}
            </div>
          )}
        </FormField>
        <FormField
          label={t('split.shares')}
          error={problem('share', 'levelMissing', 'level', 'total', 'ownLevel')}
          hint={t('split.total', { total })}
          required
        >
          {({ id }) => (
            <Radio.Group
              id={id}
              className={styles.shares ?? ''}
              value={draft.own}
              onChange={({ target }) => change({ own: Number(target.value) })}
            >
              {draft.shares.map(({ level, percent }, place) => (
                <div key={place} className={panel.bar}>
                  <Input
                    className={styles.level ?? ''}
                    aria-label={t('split.level')}
                    maxLength={30}
                    value={level}
                    onChange={({ target }) => changeShare(place, { level: target.value })}
                  />
                  <Input
                    className={styles.percent ?? ''}
                    aria-label={t('split.shareOf', { level })}
                    inputMode="decimal"
                    suffix={t('split.percentSign')}
                    value={percent}
                    onChange={({ target }) => changeShare(place, { percent: target.value })}
                  />
                  <Radio value={place}>{t('split.isOwn')}</Radio>
                  {draft.shares.length > 1 && (
                    <Button
                      type="link"
                      size="small"
                      onClick={() =>
                        change({
                          shares: draft.shares.filter((_, other) => other !== place),
                          own: draft.own > place ? draft.own - 1 : draft.own,
                        })
                      }
                    >
                      {t('common:remove')}
                    </Button>
                  )}
                </div>
              ))}
              <Button
                type="dashed"
                disabled={draft.shares.length >= 15}
                onClick={() => change({ shares: [...draft.shares, { level: '', percent: '' }] })}
              >
                {t('split.addLevel')}
              </Button>
            </Radio.Group>
          )}
        </FormField>
        {own !== null && own < OWN_SHARE_FLOOR && <p className={panel.quiet}>{t('split.belowFloor')}</p>}
        <div className={styles.pair}>
          <FormField label={t('split.validFrom')} error={problem('validFrom')} required>
            {(control) => (
              <PartialDateInput {...control} value={draft.validFrom} onChange={(validFrom) => change({ validFrom })} />
            )}
          </FormField>
          <FormField label={t('split.validUntil')} error={problem('validUntil')} hint={t('split.validUntilHint')}>
            {(control) => (
              <PartialDateInput
                {...control}
                value={draft.validUntil}
                onChange={(validUntil) => change({ validUntil })}
              />
            )}
          </FormField>
          <FormField label={t('split.region')} hint={t('split.regionHint')}>
            {(control) => (
              <Input
                {...control}
                maxLength={60}
                value={draft.region}
                onChange={({ target }) => change({ region: target.value })}
              />
            )}
          </FormField>
        </div>
        <FormField label={t('split.source')}>
          {(control) => (
            <Input
              {...control}
              maxLength={200}
              value={draft.source}
              onChange={({ target }) => change({ source: target.value })}
            />
          )}
        </FormField>
      </Form>
      {add.isError && <ErrorNotice error={add.error} />}
    </FormDialog>
  )
}
