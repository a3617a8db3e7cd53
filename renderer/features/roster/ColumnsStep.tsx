import { Alert, Button, Tabs } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SheetReading } from '../../../shared/contract/roster'
import type { RosterImport } from '../../../shared/model/roster'
import { readingOf, readingProblem } from './sheet-readings'
import { SheetColumns } from './SheetColumns'
import { useRosterTexts } from './use-roster-texts'
import styles from './roster.module.css'

interface ColumnsStepProps {
  readonly found: RosterImport
  readonly onNext: (sheets: SheetReading[]) => void
  /** Reads the file again to tell the columns of a sheet by other header rows. */
  readonly onReread: (sheets: SheetReading[]) => void
}

/** Which sheets are read, where their header is, and what each column means. */
export function ColumnsStep({ found, onNext, onReread }: ColumnsStepProps) {
  const { t } = useTranslation('roster')
  const { sheetName } = useRosterTexts()
  const [readings, setReadings] = useState(() => found.sheets.map(readingOf))
  const problem = readingProblem(readings)
  const firstUsed = found.sheets.find(({ use }) => use)?.name

  function change(changed: SheetReading) {
    setReadings((before) => before.map((reading) => (reading.name === changed.name ? changed : reading)))
  }

  /** The columns of the sheet are told anew, those of the others stay as they are chosen. */
  function reread(name: string, headerRows: number[]) {
    onReread(readings.map((reading) => (reading.name === name ? { ...reading, headerRows, fields: null } : reading)))
  }

  return (
    <>
      <Tabs
        {...(firstUsed === undefined ? {} : { defaultActiveKey: firstUsed })}
        items={found.sheets.flatMap((sheet) => {
          const reading = readings.find(({ name }) => name === sheet.name)
          if (reading === undefined) return []
          return [
            {
              key: sheet.name,
              label: reading.use ? sheetName(sheet.name) : t('sheetUnused', { name: sheetName(sheet.name) }),
              children: (
                <SheetColumns
                  sheet={sheet}
                  reading={reading}
                  onChange={change}
                  onHeader={(headerRows) => reread(sheet.name, headerRows)}
                />
              ),
            },
          ]
        })}
      />
      <footer className={styles.footer}>
        {problem !== null && <Alert type="warning" showIcon title={t(`problem.${problem}`)} />}
        <Button type="primary" disabled={problem !== null} onClick={() => onNext(readings)}>
          {t('next')}
        </Button>
      </footer>
    </>
  )
}
