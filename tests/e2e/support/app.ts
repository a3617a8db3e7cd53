import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, type ElectronApplication, type JSHandle, type Page } from '@playwright/test'
import { once } from 'node:events'
import { mkdtempSync, mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { launch } from '../../../build/launch'

const root = path.resolve(import.meta.dirname, '..', '..', '..')
const unpacked: Partial<Record<NodeJS.Platform, string>> = {
  darwin: `${process.arch === 'arm64' ? 'mac-arm64' : 'mac'}/Gonghui.app/Contents/MacOS/Gonghui`,
  win32: 'win-unpacked/gonghui.exe',
}
/** The packaged program, and what it needs to start on this machine. */
export const program = path.join(root, 'out', 'test-package', unpacked[process.platform] ?? 'linux-unpacked/gonghui')
export const programArguments = process.getuid?.() === 0 ? ['--no-sandbox'] : []
const screens = path.join(root, 'out', 'screens')

/** Where a picture for a person to look at is kept. */
export function screenPath(name: string): string {
  mkdirSync(screens, { recursive: true })
  return path.join(screens, `${name}.png`)
}

/** The packaged program with a data folder of its own. */
export class Program {
  readonly dataFolder: string
  readonly complaints: string[] = []
  #app: ElectronApplication | null = null
  #page: Page | null = null
  #asked: JSHandle<string[]> | null = null

  constructor(dataFolder = mkdtempSync(path.join(tmpdir(), 'gonghui-e2e-'))) {
    this.dataFolder = dataFolder
  }

  get app(): ElectronApplication {
    if (this.#app === null) throw new Error('The program is not open')
    return this.#app
  }

  get page(): Page {
    if (this.#page === null) throw new Error('The program is not open')
    return this.#page
  }

  async open(): Promise<Page> {
    this.#app = await launch({
      executablePath: program,
      args: [...programArguments, '--lang=zh-CN'],
      env: { ...process.env, GONGHUI_DATA: this.dataFolder, LANG: 'zh_CN.UTF-8' },
    })
    this.#page = await this.#app.firstWindow({ timeout: 60_000 })
    this.#page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text())
    })
    this.#page.on('pageerror', (error) => this.complaints.push(error.message))
    await this.answerDialogs({})
    // The window shows itself once it has something to show.
    await this.#page.waitForFunction(() => window.innerWidth > 0 && document.querySelector('main') !== null)
    return this.#page
  }

  async close(): Promise<void> {
    if (this.#app === null) return
    const main = this.#app.process()
    const gone = main.exitCode === null && main.signalCode === null ? once(main, 'exit') : Promise.resolve()
    await this.#app.close()
    // Until then the next start would find the program open already.
    await gone
    this.#forget()
  }

  /** Kills the program and all its processes at once, as a power cut would. */
  async kill(): Promise<void> {
    const main = this.app.process()
    if (main.pid === undefined) throw new Error('The program has no process')
    const gone = once(main, 'exit')
    // Playwright starts the program at the head of a process group of its own.
    process.kill(-main.pid, 'SIGKILL')
    await gone
    this.#forget()
  }

  /**
   * Native dialogs cannot be driven from a page: from now on questions are answered and files chosen as told here, and
   * whatever is not told is cancelled.
   */
  async answerDialogs(answers: { confirm?: boolean; savePath?: string }): Promise<void> {
    this.#asked = await this.app.evaluateHandle(({ dialog }, { confirm, savePath }) => {
      const asked: string[] = []
      dialog.showMessageBox = (...args: unknown[]) => {
        const options = args.at(-1)
        if (typeof options === 'object' && options !== null && 'message' in options) asked.push(String(options.message))
        return Promise.resolve({ response: confirm === true ? 1 : 0, checkboxChecked: false })
      }
      dialog.showSaveDialog = () =>
        Promise.resolve(
          savePath === undefined ? { canceled: true, filePath: '' } : { canceled: false, filePath: savePath },
        )
      return asked
    }, answers)
  }

  /** What native dialogs asked since their answers were last told. */
  async questions(): Promise<string[]> {
    return (await this.#asked?.jsonValue()) ?? []
  }

  /** Presses a key on the window, not in the page: those of the main process come before the page's. */
  async pressNatively(keyCode: string, modifiers: 'control'[] = []): Promise<void> {
    await this.app.evaluate(
      ({ BrowserWindow }, press) => {
        const [window] = BrowserWindow.getAllWindows()
        for (const type of ['keyDown', 'keyUp'] as const) window?.webContents.sendInputEvent({ type, ...press })
      },
      { keyCode, modifiers },
    )
  }

  /** Waits until nothing moves any more but what turns for ever. */
  async settle(): Promise<void> {
    await this.page.waitForFunction(() =>
      document.getAnimations().every(({ effect }) => effect?.getComputedTiming().iterations === Infinity),
    )
  }

  /** Keeps a picture of the page for a person to look at, once nothing moves any more. */
  async picture(name: string): Promise<void> {
    await this.settle()
    await this.page.screenshot({ path: screenPath(name), animations: 'disabled' })
  }

  /** Nothing serious for people who use a screen reader or the keyboard. */
  async expectAccessible(): Promise<void> {
    const { violations } = await new AxeBuilder({ page: this.page }).setLegacyMode(true).analyze()
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    expect.soft(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([])
  }

  #forget(): void {
    this.#app = null
    this.#page = null
    this.#asked = null
  }
}

/** Each test gets a program with an empty data folder, and fails when the page complained about anything. */
export const test = base.extend<{ program: Program }>({
  program: async ({}, use) => {
    const program = new Program()
    await use(program)
    await program.close()
    rmSync(program.dataFolder, { recursive: true, force: true })
    expect(program.complaints).toEqual([])
  },
})
export { expect }
