import fc from 'fast-check'
import { readReport } from '../../../../federation/exchange/read-report'
import { writeAnswer } from '../../../../federation/exchange/write-answer'
import { command, noteAcknowledged, picked, siteOf, tries } from './model'

const writeReport = (index: number) =>
  command(`writeReport ${index}`, async (_model, world) => {
    const site = siteOf(world, index)
    site.reports.push(await site.here(() => site.stick.write()))
  })

/** Somebody hands one of the reports in, any of them: the last, an old one, one that was read before. */
const handIn = (index: number, pick: number) =>
  command(`handIn ${index} ${pick}`, async (_model, world) => {
    const site = siteOf(world, index)
    const report = picked(site.reports, pick)
    if (report === undefined) return
    const { hub, seen } = world.hub.at
    const result = await readReport(seen, report)
    const answer = result.kind === 'refused' ? null : await writeAnswer(hub, result.report)
    if (answer !== null) site.answers.push(answer)
  })

/** Somebody reads one of the answers, any of them. */
const takeBack = (index: number, pick: number) =>
  command(`takeBack ${index} ${pick}`, async (model, world) => {
    const site = siteOf(world, index)
    const answer = picked(site.answers, pick)
    if (answer === undefined) return
    await tries(() => site.here(() => site.stick.read(answer)))
    noteAcknowledged(model, site)
  })

/** Mostly the last one. */
const pick = fc.oneof(fc.nat(), fc.constant(-1))

/** Exchange by USB stick beside the line: files are lost, late, doubled and out of order. */
export function fileCommands(site: fc.Arbitrary<number>) {
  return [
    site.map(writeReport),
    fc.tuple(site, pick).map(([index, which]) => handIn(index, which)),
    fc.tuple(site, pick).map(([index, which]) => takeBack(index, which)),
  ]
}
