import path from 'node:path'
import { expect, test } from 'vitest'
import { filesNamed } from './sources.ts'

const files = filesNamed(/\.(tsx?|mjs|js|css)$/)
const most = 30

function grouped(all: string[], keyOf: (file: string) => string | undefined): [string, string[]][] {
  const groups = new Map<string, string[]>()
  for (const file of all) {
    const key = keyOf(file)
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), file])
  }
  return [...groups]
}

test('no folder holds more files than one takes in at a glance', () => {
  const full = grouped(files, path.dirname).filter(
    ([folder, held]) => held.length > most && folder !== 'db/seeds',
  )
  expect(full.map(([folder, held]) => `${folder}: ${held.length}`)).toEqual([])
})

test('a name means one file of its feature', () => {
  const named = (file: string) => {
    const feature = /^app\/(?:features\/[^/]+|organize|public|shared|ui|server)\//.exec(file)?.[0]
    const name = path.basename(file).replace(/(\.(server|test|schema|fixture))*\.\w+$/, '')
    const kind = /\.(test|schema|fixture|css)\b/.exec(path.basename(file))?.[1] ?? ''
    return feature && `${feature}${name} ${kind}`
  }
  // What runs on the server and what it draws may share a name where they stand beside each other.
  const doubled = grouped(files, named).filter(([, held]) => new Set(held.map(path.dirname)).size > 1)
  expect(doubled.map(([, held]) => held.join(' and '))).toEqual([])
})
