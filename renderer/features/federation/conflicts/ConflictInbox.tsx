import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Pagination, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { CaseChoice, ConflictChoice } from '../../../../shared/contract/federation/conflicts'
import { memberIdSchema, type ChangeId } from '../../../../shared/model/id'
import { api } from '../../../client'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import panel from '../../../components/panel.module.css'
import { useErrorToast } from '../../../components/use-error-toast'
import { useUndo } from '../../../components/use-undo'
import { followed } from '../followed'
import { ConflictCard } from './ConflictCard'

const PAGE_SIZE = 20

/** Where this branch and the union above say different things: a person chooses, or leaves it for later. */
export function ConflictInbox() {
  const { t } = useTranslation('conflicts')
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const [params] = useSearchParams()
  const [state, setState] = useState<'open' | 'settled'>('open')
  const [page, setPage] = useState(1)
  const [chosen, setChosen] = useState<ReadonlySet<ChangeId>>(new Set())
  const member = memberIdSchema.safeParse(params.get('member'))
  const input = {
    state,
    memberId: member.success ? member.data : null,
    offset: (page - 1) * PAGE_SIZE,
    limit: PAGE_SIZE,
  }
  const { data, error, refetch } = useQuery(api.federation.conflicts.list.queryOptions({ input, ...followed }))
  const settle = useMutation(
    api.federation.conflicts.settle.mutationOptions({
      onSuccess: async ({ batchId, settled }) => {
        setChosen(new Set())
        setPage(1)
        await queryClient.invalidateQueries()
        offerUndo(t('settled', { count: settled }), batchId)
      },
      onError: useErrorToast(),
    }),
  )
  const settleOne = (choice: CaseChoice) => settle.mutate({ cases: [choice] })
  const settleChosen = (choice: ConflictChoice) =>
    settle.mutate({ cases: [...chosen].map((id) => ({ id, choice, fields: {} })) })

  function choose(id: ChangeId, isChosen: boolean) {
    setChosen(new Set(isChosen ? [...chosen, id] : [...chosen].filter((other) => other !== id)))
  }

  const rows = data?.rows ?? []
  const isAll = rows.length > 0 && rows.every(({ id }) => chosen.has(id))
  return (
    <section className={panel.stack}>
      <p className={panel.quiet}>{t('intro')}</p>
      <div className={panel.bar}>
        <Segmented
          aria-label={t('which')}
          value={state}
          onChange={(next) => {
            setState(next)
            setPage(1)
            setChosen(new Set())
          }}
          options={[
            { value: 'open' as const, label: t('open') },
            { value: 'settled' as const, label: t('done') },
          ]}
        />
      </div>
      {error !== null ? (
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <Loading />
      ) : data.total === 0 ? (
        <EmptyState title={t(`none.${state}`)} text={t(`noneText.${state}`)} />
      ) : (
        <>
          {state === 'open' && rows.length > 1 && (
            <div className={panel.selection}>
              <Checkbox
                checked={isAll}
                indeterminate={!isAll && chosen.size > 0}
                onChange={({ target }) => setChosen(new Set(target.checked ? rows.map(({ id }) => id) : []))}
              >
                {chosen.size === 0 ? t('chooseAll') : t('chosen', { count: chosen.size })}
              </Checkbox>
              {chosen.size > 0 && (
                <>
                  <Button loading={settle.isPending} onClick={() => settleChosen('mine')}>
                    {t('allMine')}
                  </Button>
                  <Button loading={settle.isPending} onClick={() => settleChosen('theirs')}>
                    {t('allTheirs')}
                  </Button>
                </>
              )}
            </div>
          )}
          {rows.map((found) => (
            <ConflictCard
              key={found.id}
              found={found}
              isChosen={chosen.has(found.id)}
              isBusy={settle.isPending}
              onChoose={(isChosen) => choose(found.id, isChosen)}
              onSettle={settleOne}
            />
          ))}
          <Pagination
            hideOnSinglePage
            current={page}
            pageSize={PAGE_SIZE}
            total={data.total}
            showSizeChanger={false}
            onChange={(next) => {
              setPage(next)
              setChosen(new Set())
            }}
          />
        </>
      )}
    </section>
  )
}
