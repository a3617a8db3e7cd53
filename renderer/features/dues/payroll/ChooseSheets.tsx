import { Alert, Modal, Tabs } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SheetReading } from '../../../../shared/contract/roster'
import { fieldsTwice, readingOf } from '../../roster/sheet-readings'
import { SheetColumns } from '../../roster/SheetColumns'
import { useRosterTexts } from '../../roster/use-roster-texts'
import panel from '../../../components/panel.module.css'
import type { AskedSheets } from './use-read-list'

interface ChooseSheetsProps {
  readonly asked: AskedSheets
  readonly onRead: (sheets: SheetReading[]) => void
  readonly onAgain: (sheets: SheetReading[]) => void
  readonly onClose: () => void
}

/** Why a deduction list cannot be read so; null when it can. */
function problemOf(readings: readonly SheetReading[]): 'noSheet' | 'fieldTwice' | 'noAmount' | 'noPerson' | null {
  const used = readings.filter(({ use }) => use)
  const fields = used.map((reading) => Object.values(reading.fields ?? {}))
  if (used.length === 0) return 'noSheet'
  if (used.some((reading) => fieldsTwice(reading).length > 0)) return 'fieldTwice'
  if (fields.some((of) => !of.includes('duesAmount'))) return 'noAmount'
  const persons = ['name', 'staffNumber', 'idNumber'] as const
  return fields.every((of) => persons.some((field) => of.includes(field))) ? null : 'noPerson'
}

/** Asks which sheets of a file are the list and what their columns mean. */
export function ChooseSheets({ asked, onRead, onAgain, onClose }: ChooseSheetsProps) {
  const { t } = useTranslation(['payroll', 'roster', 'common'])
  const { sheetName } = useRosterTexts()
  const [readings, setReadings] = useState(() => asked.sheets.map(readingOf))
  const problem = problemOf(readings)
  const firstUsed = asked.sheets.find(({ use }) => use)?.name

  function change(changed: SheetReading) {
    setReadings((before) => before.map((reading) => (reading.name === changed.name ? changed : reading)))
  }

  return (
    <Modal
      open
      width={1100}
      title={t('choose.title')}
      okText={t('choose.ok')}
      okButtonProps={{ disabled: problem !== null }}
      cancelText={t('common:cancel')}
      mask={{ closable: false }}
      onOk={() => onRead(readings)}
      onCancel={onClose}
    >
      <div className={panel.stack}>
        <Alert type="info" showIcon title={t(`choose.${asked.reason}`)} />
        <Tabs
          {...(firstUsed === undefined ? {} : { defaultActiveKey: firstUsed })}
          items={asked.sheets.flatMap((sheet) => {
            const reading = readings.find(({ name }) => name === sheet.name)
            if (reading === undefined) return []
            return [
              {
                key: sheet.name,
                label: reading.use ? sheetName(sheet.name) : t('roster:sheetUnused', { name: sheetName(sheet.name) }),
                children: (
                  <SheetColumns
                    // Why a roster would not read it says nothing here.
                    sheet={{ ...sheet, unusedReason: null }}
                    reading={reading}
                    onChange={change}
                    onHeader={(headerRows) =>
                      onAgain(
                        readings.map((other) =>
                          other.name === sheet.name ? { ...other, headerRows, fields: null } : other,
                        ),
                      )
                    }
                  />
                ),
              },
            ]
          })}
        />
        {problem !== null && <Alert type="warning" showIcon role="status" title={t(`choose.problem.${problem}`)} />}
      </div>
    </Modal>
  )
}
