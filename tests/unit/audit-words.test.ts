import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { groups } from '../../federation/console/groups'
import { commonWords } from '../../federation/console/locale/common'
import { languages } from '../../federation/console/locale/words'

/** Every event of the audit that is put down by its full name; those of `visit.log` are checked by their type. */
function eventsInSource(): string[] {
  const texts = globSync('federation/**/*.ts').map((file) => readFileSync(file, 'utf8'))
  const names = ['common', ...groups.map(({ name }) => name)].join('|')
  const found = texts.flatMap((text) => [...text.matchAll(new RegExp(`'((?:${names})\\.[A-Za-z]+)'`, 'g'))])
  return [...new Set(found.flatMap(([, event]) => event ?? []))]
}

describe('every event of the audit', () => {
  const wordsOf = new Map<string, Readonly<Record<string, Readonly<Record<string, string>>>>>([
    ['common', commonWords],
    ...groups.map(({ name, words }) => [name, words] as const),
  ])

  it.each(Object.keys(languages))('has words in %s', (language) => {
    const events = eventsInSource()
    expect(events).toContain('tree.relayRefused')
    const without = events.filter((event) => {
      const [group = '', key = ''] = event.split('.')
      return (wordsOf.get(group)?.[language]?.[key] ?? '') === ''
    })
    expect(without).toEqual([])
  })
})
