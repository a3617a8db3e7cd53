import { Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Participant } from '../../../../shared/contract/activities/people'
import { attendanceSchema, type Attendance } from '../../../../shared/model/activity'
import type { GridColumn } from '../../../components/data-grid'
import { useWhoColumns } from '../../members/use-who-columns'

/** The columns of the participants; whether somebody came is marked in its own column. */
export function useParticipantColumns(
  onMark: (row: Participant, attendance: Attendance) => void,
): readonly GridColumn<Participant>[] {
  const { t } = useTranslation(['activities', 'fields'])
  const who = useWhoColumns<Participant>({ name: 110, department: 150 })
  return [
    who.name,
    who.department,
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
