import { enrolAbove, Uplink } from '../../../../federation/uplink'
import { makeCode } from '../../../../federation/enrolment'
import { openLine, type Fault, type FaultyLine } from '../faulty-line'
import { backUpHub } from './hub-backup'
import { openFloor, type Floor, type FloorName } from './floor'
import { openSite, type Site } from './site'

/** A hub below another one, with the line between them; lives of branches are lived in it one after the other. */
export interface House extends AsyncDisposable {
  readonly floors: Readonly<Record<FloorName, Floor>>
  readonly line: FaultyLine
}

export async function openHouse(): Promise<House> {
  const [hub, parent] = await Promise.all([openFloor('hub', '云溪区总工会'), openFloor('parent', '江城市总工会')])
  const line = await openLine(parent.at.server.address)
  await enrolAbove(hub.at.hub, line.address, await makeCode(parent.at.hub, null, { kind: 'hub' }))
  for (const { at } of [hub, parent]) await backUpHub(at.hub, 'fresh')
  return {
    floors: { hub, parent },
    line,
    async [Symbol.asyncDispose]() {
      await line[Symbol.asyncDispose]()
      await hub[Symbol.asyncDispose]()
      await parent[Symbol.asyncDispose]()
    },
  }
}

/** What the commands of one life act on. */
export interface World extends AsyncDisposable {
  readonly hub: Floor
  readonly parent: Floor
  readonly sites: readonly Site[]
  /** One exchange of the hub with the one above; each request meets one fault after the other. */
  passUp(faults: readonly Fault[]): ReturnType<Uplink['run']>
}

/** A fresh hub and parent with so many branches. */
export async function openWorld({ floors: { hub, parent }, line }: House, count: number): Promise<World> {
  line.fault = () => null
  for (const floor of [hub, parent]) await floor.renew()
  const sites: Site[] = []
  for (let index = 0; index < count; index += 1) sites.push(await openSite(hub.at, `第${index + 1}机械厂工会`))
  const world: World = {
    hub,
    parent,
    sites,
    async passUp(faults) {
      const coming = [...faults]
      line.fault = () => coming.shift() ?? null
      const uplink = new Uplink(hub.at.hub, (error) => hub.at.errors.push(error))
      const problem = await uplink.run()
      await uplink.stop()
      return problem
    },
    async [Symbol.asyncDispose]() {
      for (const site of sites) await site[Symbol.asyncDispose]()
    },
  }
  // From here on the parent knows the branches.
  await world.passUp([])
  return world
}
