import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { dayOf } from '../../../../shared/rules/date'
import { UnreadableFile, type FileFault } from '../reader/unreadable'
import { inspectRoster, type Inspection } from './inspect'

type Fault = FileFault | 'FILE_NOT_FOUND' | 'USAGE' | 'INTERNAL'

const SENTENCES: Readonly<Record<Fault, string>> = {
  USAGE: 'Say which file to look at: npm run -s roster -- inspect FILE [--json]',
  FILE_NOT_FOUND: 'There is no such file, or it may not be read. Check its path.',
  FILE_EMPTY: 'The file is empty. Choose another one.',
  FILE_NOT_A_ROSTER: 'No list of persons was found in the file. Choose an Excel, WPS or CSV file with a roster.',
  FILE_BROKEN: 'The file is damaged. Open it in Excel or WPS, save it again and try that one.',
  FILE_ENCRYPTED: 'The file is protected by a password. Save it without one and try again.',
  FILE_TOO_LARGE: 'The file unfolds to more than 300 MB. Split it into several files.',
  FILE_NO_ROWS: 'The file has no rows with members. Choose another one.',
  FILE_TOO_MANY_COLUMNS: 'The file has more than 200 columns. Take out those that are no part of the roster.',
  FILE_TOO_SLOW: 'Reading the file takes too long. Split it into several files.',
  INTERNAL: 'The file could not be looked at. Please report this with the kind of the file.',
}

/** `inspect FILE [--json]`: what the wizard would propose for a file, on standard output. */
async function main(args: readonly string[]): Promise<void> {
  const asJson = args.includes('--json')
  const [command, file, ...more] = args.filter((argument) => argument !== '--json')
  try {
    if (command !== 'inspect' || file === undefined || more.length > 0) throw new CommandFault('USAGE')
    const bytes = await bytesOf(file)
    const found = await inspectRoster(path.basename(file), bytes, dayOf(new Date()))
    print(asJson ? JSON.stringify(found, null, 1) : tableOf(found))
  } catch (error) {
    const code = faultOf(error)
    print(asJson ? JSON.stringify({ code, sentence: SENTENCES[code] }) : SENTENCES[code])
    process.exitCode = 1
  }
}

/** A path as it was typed: npm runs its commands in the project's folder and tells where it was called from. */
async function bytesOf(file: string): Promise<Buffer> {
  for (const folder of [process.env.INIT_CWD, process.cwd()]) {
    const bytes = folder === undefined ? null : await readFile(path.resolve(folder, file)).catch(() => null)
    if (bytes !== null) return bytes
  }
  throw new CommandFault('FILE_NOT_FOUND')
}

class CommandFault extends Error {
  constructor(readonly fault: Fault) {
    super(fault)
  }
}

function faultOf(error: unknown): Fault {
  return error instanceof CommandFault || error instanceof UnreadableFile ? error.fault : 'INTERNAL'
}

function tableOf({ file, kind, sheets, issues, summary }: Inspection): string {
  const lines = [`${file}: ${kind}, ${String(summary.rows)} rows, ${String(summary.importable)} importable`]
  for (const { name, use, why, headerRows, columns } of sheets) {
    lines.push(`\n${name}: ${use ? `header in row ${headerRows.join(', ')}` : `not read (${why ?? ''})`}`)
    for (const { col, heading, field } of columns) {
      lines.push(`  ${col.padEnd(3)} ${heading.replace(/\s+/g, ' ')} → ${field ?? '–'}`)
    }
  }
  if (issues.length > 0) lines.push('')
  for (const [code, count] of Object.entries(summary.byCode)) lines.push(`${String(count).padStart(6)}  ${code}`)
  return lines.join('\n')
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}

await main(process.argv.slice(2))
