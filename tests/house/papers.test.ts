import { existsSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { drawArchitecture, shownArchitecture } from '../architecture.ts'
import { textOf } from '../sources.ts'

const root = path.resolve(import.meta.dirname, '..', '..')
const contributing = textOf('CONTRIBUTING.md')
const filesIn = (text: string) =>
  [...text.matchAll(/`((?:app|db|tests|emails)\/[\w./-]+\.\w+)`/g)].map(([, file]) => file ?? '')
const flows = contributing
  .slice(contributing.indexOf('### '), contributing.indexOf('\n## Rules'))
  .split(/^### /m)
  .slice(1)

test.each(['README.md', 'CONTRIBUTING.md'])('every file that %s names is there', (paper) => {
  const files = filesIn(textOf(paper))
  expect(files).not.toEqual([])
  expect(files.filter((file) => !existsSync(path.join(root, file)))).toEqual([])
})

test('five flows go from the address to the row in twelve files at most', () => {
  expect(flows.map((flow) => flow.split('\n', 1)[0])).toEqual([
    'Registering',
    'Publishing the agenda',
    'An answer from a calendar',
    'From a note to the recap',
    'Signing in',
  ])
  for (const flow of flows) expect(new Set(filesIn(flow)).size).toBeLessThanOrEqual(12)
})

test('the picture in the README is what the imports are (node --import tsx tests/architecture.ts)', () => {
  expect(shownArchitecture()).toBe(drawArchitecture())
})

test('.env.example has every variable of the README', () => {
  const named = [...textOf('README.md').matchAll(/^\| ((?:`[A-Z_]+`(?:, )?)+) \|/gm)].flatMap(([, names]) =>
    [...(names ?? '').matchAll(/[A-Z_]+/g)].map(([name]) => name),
  )
  const example = textOf('.env.example')
  expect(named.length).toBeGreaterThan(10)
  expect(named.filter((name) => !example.includes(`#${name}=`))).toEqual([])
})
