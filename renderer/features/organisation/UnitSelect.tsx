import { Select } from 'antd'
import type { UnitTree } from '../../../shared/contract/organisation'
import type { UnitId } from '../../../shared/model/id'
import { unitPath } from './unit-path'

interface UnitSelectProps {
  readonly id: string
  readonly units: UnitTree['units']
  readonly value: UnitId | null
  readonly placeholder: string
  readonly onChange: (id: UnitId) => void
  readonly autoFocus?: boolean
}

/** Chooses one of the units that are in use, by a part of its name. */
export function UnitSelect({ id, units, value, placeholder, onChange, autoFocus = false }: UnitSelectProps) {
  return (
    <Select<UnitId>
      id={id}
      autoFocus={autoFocus}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={placeholder}
      {...(value === null ? {} : { value })}
      onChange={onChange}
      options={units
        .filter(({ closedOn }) => closedOn === null)
        .map((unit) => ({ value: unit.id, label: unitPath(units, unit.id) }))}
    />
  )
}
