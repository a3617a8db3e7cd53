import { Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Participant } from '../../../shared/contract/activities'
import { attendanceSchema, type Attendance } from '../../../shared/model/activity'
import type { GridColumn } from '../../components/data-grid'

/** The columns of the participants; whether somebody came is marked in its own column. */
export function useParticipantColumns(
  onMark: (row: Participant, attendance: Attendance) => void,
): readonly GridColumn<Participant>[] {
  const { t } = useTranslation(['activities', 'fields'])
  return [
    {
      key: 'name',
      title: t('fields:member.name'),
      width: 110,
      render: ({ memberId, name }) => (
        <Link tabIndex={-1} to={`/members/${memberId}`}>
          {name}
        </Link>
      ),
    },
    { key: 'department', title: t('fields:member.department'), width: 150, render: ({ department }) => department },
    {
      key: 'attendance',
      title: t('attendance'),
      width: 240,
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
  ]
}
