import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Popconfirm } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { RollKind, RollLine } from '../../../../shared/contract/federation/roll'
import type { MemberId } from '../../../../shared/model/id'
import { api, client } from '../../../client'
import { allRows, DataGrid, useRowPages, useSelection, type GridColumn } from '../../../components/data-grid'
import panel from '../../../components/panel.module.css'
import { useErrorToast } from '../../../components/use-error-toast'
import { useUndo } from '../../../components/use-undo'
import { useWhoColumns } from '../../members/use-who-columns'
import { ReportingTag } from '../entries/ReportingTag'
import { useRollTexts } from './use-roll-texts'

/** The members in whom the rolls differ in one way, and what can be done about it. */
export function RollList({ kind }: { readonly kind: RollKind }) {
  const { t } = useTranslation(['roll', 'common'])
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const { message } = App.useApp()
  const onError = useErrorToast()
  const texts = useRollTexts()
  const pages = useRowPages<RollLine>((page) => api.federation.roll.list.queryOptions({ input: { kind, ...page } }))
  const selection = useSelection<MemberId>(async () => {
    const rows = await allRows((page) => client.federation.roll.list({ kind, ...page }))
    return rows.map(({ memberId }) => memberId)
  }, onError)
  const resend = useMutation(
    api.federation.roll.resend.mutationOptions({
      onSuccess: async ({ members }) => {
        selection.clear()
        void message.success(t('resent', { count: members }))
        await queryClient.invalidateQueries()
      },
      onError,
    }),
  )
  const { offerUndo } = useUndo()
  const takeBack = useMutation(
    api.federation.roll.takeBack.mutationOptions({
      onSuccess: async ({ members, batchId }) => {
        selection.clear()
        if (batchId !== null) offerUndo(t('takenBack', { count: members }), batchId)
        await queryClient.invalidateQueries()
      },
      onError,
    }),
  )
  const chosen = selection.ids.size
  const memberIds = chosen === 0 ? null : [...selection.ids]
  const who = useWhoColumns<RollLine>({ name: 110, department: 150 })
  const column = (
    key: 'differences' | 'standing' | 'next',
    width: number,
    render: GridColumn<RollLine>['render'],
  ): GridColumn<RollLine> => ({ key, title: t(`column.${key}`), width, render })
  const columns: GridColumn<RollLine>[] = [
    kind === 'onlyThere' ? { ...who.name, render: ({ name }) => name } : who.name,
    who.department,
    ...(kind === 'different'
      ? [column('differences', 360, (line) => <span title={texts.differences(line)}>{texts.differences(line)}</span>)]
      : []),
    ...(kind === 'onlyThere'
      ? []
      : [column('standing', 110, ({ reporting }) => reporting !== null && <ReportingTag reporting={reporting} />)]),
    column('next', 300, (line) => <span title={texts.next(line)}>{texts.next(line)}</span>),
  ]

  return (
    <>
      <div className={panel.spread}>
        <span>{t(`about.${kind}`)}</span>
        <div className={panel.bar}>
          {kind === 'onlyThere' && (
            <Popconfirm
              title={t('takeBackTitle')}
              description={t('takeBackText')}
              okText={t('takeBack')}
              cancelText={t('common:cancel')}
              onConfirm={() => takeBack.mutate({ memberIds })}
            >
              <Button loading={takeBack.isPending}>
                {chosen === 0 ? t('takeBackAll') : t('takeBackChosen', { count: chosen })}
              </Button>
            </Popconfirm>
          )}
          <Popconfirm
            title={t(`resendTitle.${kind}`)}
            description={t(`resendText.${kind}`)}
            okText={t(`resend.${kind}`)}
            cancelText={t('common:cancel')}
            onConfirm={() => resend.mutate({ kind, memberIds })}
          >
            <Button loading={resend.isPending}>
              {chosen === 0 ? t(`resendAll.${kind}`) : t(`resendChosen.${kind}`, { count: chosen })}
            </Button>
          </Popconfirm>
        </div>
      </div>
      <div className={panel.gridArea}>
        <DataGrid<RollLine, MemberId>
          label={t(`kind.${kind}`)}
          columns={columns}
          pages={pages}
          rowId={({ memberId }) => memberId}
          rowName={({ name }) => name}
          selection={selection}
          onOpen={({ memberId }) => (kind === 'onlyThere' ? undefined : void navigate(`/members/${memberId}`))}
          empty={null}
        />
      </div>
    </>
  )
}
