import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import pino from 'pino'
import { openEmbedded, openPostgres } from './database'
import { makeCode, randomLetters } from './enrolment'
import { lockFolder } from './folder-lock'
import { listen } from './http/server'
import { takeIntoService } from './hub'
import { releaseAll } from './release'
import { distributionStatements } from './schema/distribution'
import { HubLog } from './service/log'
import { keepRetention } from './service/retention'
import { Uplink } from './uplink'

/**
 * `npm run hub`. Settings come from the environment: DATABASE_URL (else an embedded database in GONGHUI_HUB_DATA),
 * GONGHUI_HUB_NAME, GONGHUI_HUB_HOST, GONGHUI_HUB_PORT, GONGHUI_HUB_CERT and GONGHUI_HUB_KEY (PEM files),
 * GONGHUI_HUB_ADMIN_KEY (else a new one at every start), GONGHUI_HUB_SECRET (seals secrets of accounts), GONGHUI_HUB_LOG (level), GONGHUI_HUB_METRICS_TOKEN,
 * GONGHUI_HUB_PROXIES (addresses of load balancers, by commas), GONGHUI_HUB_DRAIN (seconds between being announced as
 * stopping and stopping), GONGHUI_HUB_CONNECTIONS (to PostgreSQL). `OPERATION.md` has the detail. `--restored` says that the database comes from a backup;
 * `--distribution` only prints what distributes the tables over a Citus cluster.
 */
const flag = { type: 'boolean', default: false } as const
const { values: options } = parseArgs({ options: { restored: flag, distribution: flag } })
const { env } = process

function say(zh: string, en: string, value?: string): void {
  process.stdout.write(`${zh} ${en}${value === undefined ? '' : `: ${value}`}\n`)
}

const log = new HubLog(env['GONGHUI_HUB_LOG'] ?? 'info', pino.destination({ dest: 2, sync: true }))

async function start(): Promise<void> {
  const folder = path.resolve(env['GONGHUI_HUB_DATA'] ?? 'hub-data')
  const url = env['DATABASE_URL']
  const unlock = url === undefined ? lockFolder(folder) : null
  const database =
    url === undefined
      ? await openEmbedded(path.join(folder, 'database'))
      : await openPostgres(url, Number(env['GONGHUI_HUB_CONNECTIONS'] ?? 10))
  if (options.distribution) {
    process.stdout.write(`${(await distributionStatements(database.orm)).join('\n')}\n`)
    await database.close()
    unlock?.()
    return
  }
  const name = env['GONGHUI_HUB_NAME'] ?? '上级工会'
  const hub = await takeIntoService(database, {
    name,
    restored: options.restored,
    log,
    secret: env['GONGHUI_HUB_SECRET'] ?? null,
  })
  await releaseAll(hub)

  const { GONGHUI_HUB_CERT: cert, GONGHUI_HUB_KEY: key } = env
  const adminKey = env['GONGHUI_HUB_ADMIN_KEY'] ?? randomLetters(20).replaceAll(/(.{4})(?!$)/g, '$1-')
  const server = await listen(hub, {
    host: env['GONGHUI_HUB_HOST'] ?? '127.0.0.1',
    port: Number(env['GONGHUI_HUB_PORT'] ?? 7420),
    tls:
      cert === undefined || key === undefined
        ? null
        : { cert: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8') },
    adminKey,
    report: (error) => log.error(error),
    metricsToken: env['GONGHUI_HUB_METRICS_TOKEN'] ?? null,
    proxies: new Set((env['GONGHUI_HUB_PROXIES'] ?? '').split(',').map((address) => address.trim())),
  })
  const uplink = new Uplink(hub, (error) => log.error(error))
  uplink.start()
  say('联网服务器已启动', 'The hub is running', server.address)
  say('数据', 'Data', url === undefined ? folder : 'PostgreSQL')
  say('一次性联网码（24 小时内有效）', 'One-time code (good for 24 hours)', await makeCode(hub, null))
  say(
    '管理密钥（在浏览器中打开上面的地址时使用）',
    "Administrator's key (for the address above in a browser)",
    adminKey,
  )
  say('按 Ctrl+C 停止', 'Press Ctrl+C to stop')

  log.event('started')
  const endRetention = keepRetention(hub)

  async function stop(): Promise<void> {
    log.event('stopping')
    endRetention()
    server.announceStop()
    await setTimeout(Number(env['GONGHUI_HUB_DRAIN'] ?? 0) * 1000)
    await server.close()
    await uplink.stop()
    await database.close()
    unlock?.()
    log.event('stopped')
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop())
}

start().catch((error: unknown) => {
  log.error(error)
  say('联网服务器没有启动', 'The hub did not start', error instanceof Error ? error.message : undefined)
  process.exit(1)
})
