import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, _electron, type ElectronApplication, type Page } from '@playwright/test'
import { mkdtempSync, mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..', '..', '..')
const program = path.join(root, 'out', 'test-package', 'linux-unpacked', 'gonghui')
const screens = path.join(root, 'out', 'screens')

/** The packaged program with a data folder of its own. */
export class Program {
  readonly dataFolder: string
  readonly complaints: string[] = []
  #app: ElectronApplication | null = null
  #page: Page | null = null

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
    this.#app = await _electron.launch({
      executablePath: program,
      args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--lang=zh-CN'],
      timeout: 60_000,
      env: { ...process.env, GONGHUI_DATA: this.dataFolder, LANG: 'zh_CN.UTF-8' },
    })
    this.#page = await this.#app.firstWindow({ timeout: 60_000 })
    this.#page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text())
    })
    this.#page.on('pageerror', (error) => this.complaints.push(error.message))
    return this.#page
  }

  async close(): Promise<void> {
    await this.#app?.close()
    this.#app = null
    this.#page = null
  }

  /** Kills the program and all its processes at once, as a power cut would. */
  kill(): void {
    this.app.process().kill('SIGKILL')
  }

  /** Native dialogs cannot be driven from a page: the next question is answered and the next file is chosen here. */
  async answerDialogs(answers: { confirm?: boolean; savePath?: string }): Promise<void> {
    await this.app.evaluate(({ dialog }, { confirm, savePath }) => {
      dialog.showMessageBox = () => Promise.resolve({ response: confirm === true ? 1 : 0, checkboxChecked: false })
      dialog.showSaveDialog = () =>
        Promise.resolve(
          savePath === undefined ? { canceled: true, filePath: '' } : { canceled: false, filePath: savePath },
        )
    }, answers)
  }

  /** Keeps a picture of the page for a person to look at, once nothing moves any more. */
  async picture(name: string): Promise<void> {
    mkdirSync(screens, { recursive: true })
    await this.page.screenshot({ path: path.join(screens, `${name}.png`), animations: 'disabled' })
  }

  /** Nothing serious for people who use a screen reader or the keyboard. */
  async expectAccessible(): Promise<void> {
    const { violations } = await new AxeBuilder({ page: this.page }).setLegacyMode(true).analyze()
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([])
  }
}

/** Each test gets a program with an empty data folder, and fails when the page complained about anything. */
export const test = base.extend<{ program: Program }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures wanted from here
  program: async ({}, use) => {
    const program = new Program()
    await use(program)
    await program.close()
    rmSync(program.dataFolder, { recursive: true, force: true })
    expect(program.complaints).toEqual([])
  },
})
export { expect }
