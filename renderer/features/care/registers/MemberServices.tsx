import { useQuery } from '@tanstack/react-query'
import { Table, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { MemberId } from '../../../../shared/model/id'
import { api } from '../../../client'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import { Section } from '../../../components/Section'

interface Service {
  readonly id: string
  readonly on: string
  readonly register: 'legal' | 'covers' | 'claims' | 'checkups'
  readonly what: string
  readonly state: string
}

/** Legal aid, mutual aid and check-ups of a member, latest first; nothing of what is sensitive. */
export function MemberServices({ memberId }: { readonly memberId: MemberId }) {
  const { t } = useTranslation('registers')
  const input = { memberId }
  const legal = useQuery(api.care.registers.legal.ofMember.queryOptions({ input }))
  const mutualAid = useQuery(api.care.registers.mutualAid.ofMember.queryOptions({ input }))
  const checkups = useQuery(api.care.registers.checkups.ofMember.queryOptions({ input }))
  const error = legal.error ?? mutualAid.error ?? checkups.error
  if (error !== null) return <ErrorNotice error={error} />
  if (legal.data === undefined || mutualAid.data === undefined || checkups.data === undefined) return <Loading />
  const services: Service[] = [
    ...legal.data.map(({ id, openedOn, kind, closedOn }): Service => ({
      ...{ id, on: openedOn, register: 'legal', what: t(`legalKind.${kind}`) },
      state: t(closedOn === null ? 'legalView.open' : 'legalView.closed'),
    })),
    ...mutualAid.data.covers.map(({ id, validFrom, validUntil, plan }): Service => ({
      ...{ id, on: validFrom, register: 'covers', what: plan },
      state: t('cover.endsOn', { day: validUntil }),
    })),
    ...mutualAid.data.claims.map(({ id, claimedOn, plan, state }): Service => ({
      ...{ id, on: claimedOn, register: 'claims', what: plan, state: t(`claimView.${state}`) },
    })),
    ...checkups.data.map(({ id, on, package: chosen, attendance }): Service => ({
      ...{ id, on, register: 'checkups', what: chosen ?? '', state: t(`checkupView.${attendance}`) },
    })),
  ].toSorted((one, other) => other.on.localeCompare(one.on))
  const columns: TableColumnsType<Service> = [
    { title: t('service.on'), dataIndex: 'on', width: 120, className: 'numeric' },
    {
      title: t('service.register'),
      width: 150,
      render: (_, { register }) => (
        <Link to={`/care?tab=registers&register=${register}&view=all`}>{t(`register.${register}`)}</Link>
      ),
    },
    { title: t('service.what'), dataIndex: 'what' },
    { title: t('service.state'), dataIndex: 'state', width: 180 },
  ]
  return (
    <Section title={t('tab')}>
      {services.length === 0 ? (
        <EmptyState title={t('service.none')} />
      ) : (
        <Table
          size="small"
          rowKey="id"
          columns={columns}
          dataSource={services}
          pagination={false}
          scroll={{ x: 640 }}
        />
      )}
    </Section>
  )
}
