import type { ElectronApplication, Page } from '@playwright/test'
import electron from 'electron'
import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { launch } from '../../../build/launch'
import { programArguments } from './app'
import { z } from 'zod'

const root = path.resolve(import.meta.dirname, '..', '..', '..')

/** A real hub on a folder of its own, as `npm run hub` starts it. */
export interface Hub {
  readonly address: string
  readonly port: number
  readonly code: string
  /** Opens its web page in a browser, signs in, and hands the page over. */
  inBrowser(look: (page: Page, browser: ElectronApplication) => Promise<void>): Promise<void>
  stop(): Promise<void>
}

/** What the hub prints when it starts. */
async function printed(child: ChildProcessByStdio<null, Readable, null>): Promise<{ address: string; code: string }> {
  let address: string | undefined
  let code: string | undefined
  for await (const line of createInterface({ input: child.stdout })) {
    address ??= /(https?:\/\/\S+)/.exec(line)?.[1]
    code ??= /One-time code.*: (\S+)$/.exec(line)?.[1]
    if (address !== undefined && code !== undefined) return { address, code }
  }
  throw new Error('The hub ended before it said where it is')
}

/** Makes the first account with the administrator's key and signs in with it. */
async function enterConsole(page: Page, adminKey: string): Promise<void> {
  await page.getByRole('link', { name: '用管理密钥进入' }).click()
  await page.getByLabel('管理密钥').fill(adminKey)
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByLabel('姓名').fill('周见微')
  await page.getByLabel('登录名').fill('zhou')
  await page.getByLabel('可查看会员记录').check()
  await page.getByLabel('登录须填动态验证码').uncheck()
  await page.getByRole('button', { name: '建立账号' }).click()
  const initial = await page.getByRole('status').innerText()
  await page.getByRole('button', { name: '去登录' }).click()
  await page.getByLabel('登录名').fill('zhou')
  await page.getByLabel('密码').fill(initial)
  await page.getByRole('button', { name: '登录' }).click()
  const password = '云溪-春耕-0417-灯'
  await page.getByLabel('新密码').fill(password)
  await page.getByLabel('再输一次').fill(password)
  await page.getByRole('button', { name: '保存' }).click()
}

/** @param port 0 for any free one */
export async function startHub(folder: string, port = 0): Promise<Hub> {
  const adminKey = 'E2E-ADMIN-KEY'
  const child = spawn(process.execPath, [path.join(root, 'dist', 'hub', 'main.js')], {
    env: {
      ...process.env,
      GONGHUI_HUB_DATA: folder,
      GONGHUI_HUB_PORT: String(port),
      GONGHUI_HUB_NAME: '云溪市总工会',
      GONGHUI_HUB_ADMIN_KEY: adminKey,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const { address, code } = await printed(child)
  child.stdout.resume()
  return {
    address,
    port: Number(new URL(address).port),
    code,
    async inBrowser(look) {
      const browser = await launch({
        // In Node the package is the place of its program, whatever its types say.
        executablePath: z.string().parse(electron),
        args: [
          path.join(root, 'tests', 'e2e', 'support', 'browser'),
          ...programArguments,
          `${address}/?language=zh-CN`,
        ],
      })
      try {
        const page = await browser.firstWindow({ timeout: 60_000 })
        await enterConsole(page, adminKey)
        await look(page, browser)
      } finally {
        await browser.close()
      }
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}
