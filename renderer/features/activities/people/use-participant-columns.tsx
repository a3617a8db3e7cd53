import { Button, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Participant } from '../../../../shared/contract/activities/people'
import { attendanceSchema, type Attendance } from '../../../../shared/model/activity'
import type { GridColumn } from '../../../components/data-grid'
import { useDates } from '../../../components/use-dates'
import { useWhoColumns } from '../../members/use-who-columns'

interface ColumnActs {
  readonly onMark: (row: Participant, attendance: Attendance) => void
  readonly onRate: (row: Participant) => void
}

/** The columns of the participants; whether somebody came is marked in its own column. */
export function useParticipantColumns({ onMark, onRate }: ColumnActs): readonly GridColumn<Participant>[] {
  const { t } = useTranslation(['activityPeople', 'fields'])
  const dates = useDates()
  const who = useWhoColumns<Participant>({ name: 90, department: 120 })

  function howText({ attendedBy, attendedAt }: Participant): string {
    if (attendedBy === null || attendedAt === null) return ''
    return `${t(`attendedBy.${attendedBy}`)} ${dates.moment(attendedAt)}`
  }

  return [
    who.name,
    who.department,
    {
      key: 'signedUpAt',
      title: t('signedUpAt'),
      width: 130,
      render: ({ signedUpAt, waitingPlace }) =>
        waitingPlace === null ? (
          <span className="numeric">{signedUpAt === null ? '' : dates.moment(signedUpAt)}</span>
        ) : (
          <strong>{t('waitingPlace', { place: waitingPlace })}</strong>
        ),
    },
    {
      key: 'attendance',
      title: t('attendance'),
      width: 215,
      render: (row) => (
        <Radio.Group
          aria-label={t('attendanceOf', { name: row.name })}
          size="small"
          optionType="button"
          buttonStyle="solid"
          value={row.attendance}
          onChange={({ target }) => onMark(row, attendanceSchema.parse(target.value))}
          options={attendanceSchema.options.map((value) => ({ value, label: t(`fields:attendance.${value}`) }))}
        />
      ),
    },
    {
      key: 'how',
      title: t('how'),
      width: 150,
      render: (row) => <span title={howText(row)}>{howText(row)}</span>,
    },
    {
      key: 'satisfaction',
      title: t('satisfaction.title'),
      width: 190,
      render: (row) => (
        <Button
          type="link"
          size="small"
          tabIndex={-1}
          aria-label={t('rate.of', { name: row.name })}
          title={row.remark ?? ''}
          onClick={() => onRate(row)}
        >
          {[row.satisfaction === null ? null : t('points', { points: row.satisfaction }), row.remark]
            .filter((part) => part !== null)
            .join(' ') || t('rate.open')}
        </Button>
      ),
    },
  ]
}
