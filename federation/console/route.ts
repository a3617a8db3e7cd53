import type { OutgoingHttpHeaders } from 'node:http'
import type { Hub } from '../hub'
import type { ReceivedFiles } from '../http/received-files'
import type { Html } from './html'
import type { List, LongList } from './list'
import type { CommonKey } from './locale/common'
import type { Language, Say, Words } from './locale/words'
import type { Account, Right } from '../accounts/rights'
import type { Seen } from '../accounts/seen'

/*
 * The registry of the console's pages. To add pages: write `federation/console/<part>.ts` that exports
 * `pageGroup({ name, words, routes })`, its words in `locale/<part>.ts` (three languages), and name it in `groups.ts`.
 */

/** Whom a page speaks to, and in which words: the group's own and those common to all. */
export interface Reader<Key extends string = never> {
  readonly say: Say<Key | CommonKey>
  readonly language: Language
  readonly account: Account
}

/** One request to a page, by somebody who has the right that the page needs. */
export interface Visit<Key extends string = never> extends Reader<Key> {
  readonly hub: Hub
  /** What the account sees of the hub. */
  readonly seen: Seen
  readonly url: URL
  /** The session it belongs to, by the hash of its token. */
  readonly session: string
  may(right: Right): boolean
  /** The fields of the form that was sent. */
  form(): Promise<URLSearchParams>
  /** The same of a form with files (`enctype="multipart/form-data"`); null when it is larger than `maxBytes`. */
  upload(maxBytes: number): Promise<FormData | null>
  /** Files of a form, received one by one to the disk; null for no such form. */
  files(maxBytes: number): Promise<ReceivedFiles | null>
  /** A list as a table, with 导出 Excel and pages; what it exports is put down in the audit. */
  list<Row>(list: List<Row>): Html
  /** The same of a list that may be long: only what is shown is read, and it can be searched. */
  longList<Row>(list: LongList<Row>): Promise<Html>
  /** The whole page around its content. */
  show(content: Html, status?: number): Promise<Answer>
  goTo(location: string): Answer
  notFound(): Promise<Answer>
  /** A file to keep. */
  download(name: string, type: string, content: Exclude<Body, string>): Answer
  /**
   * Puts down in the audit what was done: a key of the group's words that says it, about which organisation, and
   * a detail. Never personal data.
   */
  log(event: Key, organisation?: string | null, detail?: string): Promise<void>
  /** What an event of the audit is called, whichever group put it down. */
  eventText(event: string): string
  /** The events of the audit whose text has words in it. */
  eventsWith(words: string): readonly string[]
}

/** What is answered; a file that is too large for the memory piece by piece. */
export type Body = string | Uint8Array | AsyncIterable<Uint8Array>

export interface Answer {
  readonly status: number
  readonly headers: OutgoingHttpHeaders
  readonly body: Body
}

/** The parts of the navigation, in their order. */
export const sections = ['overview', 'business', 'administration'] as const
export type Section = (typeof sections)[number]

export interface Route<Key extends string> {
  readonly method: 'GET' | 'POST'
  readonly path: string
  /** The right that a visitor needs; null where being signed in is enough. */
  readonly needs: Right | null
  /** Members' records are shown: only for accounts that may see them, and each visit is put down in the audit. */
  readonly showsMembers?: boolean
  /** Its place in the navigation, and the word for it. */
  readonly link?: { readonly section: Section; readonly text: Key }
  handle(visit: Visit<Key>): Promise<Answer> | Answer
}

/** Pages that belong together, with the words they use. */
export interface PageGroup {
  readonly name: string
  readonly words: Words<string>
  readonly routes: readonly Route<string>[]
}

/** Declares a group of pages; its handlers may use the group's own words only. */
export function pageGroup<Key extends string>(group: {
  readonly name: string
  readonly words: Words<Key>
  readonly routes: readonly Route<NoInfer<Key>>[]
}): PageGroup {
  return group
}
