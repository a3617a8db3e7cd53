import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { MemberId } from '../../../shared/model/id'
import { api } from '../../client'
import panel from '../../components/panel.module.css'
import { Section } from '../../components/Section'
import { AttendedList } from './training/AttendedList'

/** What a member does for the union beside posts: delegate, roles of the team, training and volunteering attended. */
export function MemberService({ memberId }: { readonly memberId: MemberId }) {
  const { t } = useTranslation('officers')
  const input = { memberId }
  const delegate = useQuery(api.officers.delegates.ofMember.queryOptions({ input })).data ?? []
  const roles = useQuery(api.officers.team.ofMember.queryOptions({ input })).data ?? []
  const attended = (of: 'training' | 'volunteering') =>
    api.officers.training.attended.queryOptions({ input: { memberId, of, year: null } })
  const training = useQuery(attended('training')).data ?? []
  const volunteering = useQuery(attended('volunteering')).data ?? []
  const period = (from: string | null, until: string | null) => {
    if (until === null) return from === null ? '' : t('team.since', { from })
    return t('team.between', { from: from ?? '', until })
  }
  return (
    <>
      {(roles.length > 0 || delegate.length > 0) && (
        <Section title={t('member.service')}>
          <ul>
            {delegate.map(({ id, committeeId, term, electedOn, endedOn }) => (
              <li key={id} className={panel.bar}>
                <Link to={`/officers?tab=delegates&committee=${committeeId}`}>{t('member.delegate', { term })}</Link>
                <span className="numeric">{period(electedOn, endedOn)}</span>
              </li>
            ))}
            {roles.map(({ id, kind, from, until, skill }) => (
              <li key={id} className={panel.bar}>
                <Link to="/officers?tab=team">{t(`role.${kind}`)}</Link>
                <span className="numeric">{period(from, until)}</span>
                <span className={panel.quiet}>{skill}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {training.length > 0 && (
        <Section title={t('attended.training')}>
          <AttendedList attended={training} />
        </Section>
      )}
      {volunteering.length > 0 && (
        <Section title={t('attended.volunteering')}>
          <AttendedList attended={volunteering} />
        </Section>
      )}
    </>
  )
}
