import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { sourceFrames } from './source-frames.server.ts'

const root = mkdtempSync(path.join(tmpdir(), 'ban-tron-frames-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
const folder = path.join(root, 'build', 'server', 'assets')
mkdirSync(folder, { recursive: true })
const file = path.join(folder, 'server-build-1.js')
// Column 0 comes from the first line of the source, column 10 from its third.
const map = {
  version: 3,
  sources: ['../../../app/features/events/home.tsx'],
  names: [],
  mappings: 'AAAA,UAEE',
}
writeFileSync(`${file}.map`, JSON.stringify(map))

it('names the line of the source that a frame of the built program came from', () => {
  const built = [`    at a (${pathToFileURL(file)}:1:12)`, `    at async ${pathToFileURL(file)}:1:3`]
  expect(sourceFrames(built)).toEqual([
    '    at app/features/events/home.tsx:3:3',
    '    at app/features/events/home.tsx:1:1',
  ])
})

it('leaves other frames, and those without a map, as they are', () => {
  const others = [
    '    at node:internal/process/task_queues:95:5',
    `    at b (${pathToFileURL(path.join(folder, 'other.js'))}:1:1)`,
    '    at run (/app/node_modules/postgres/src/connection.js:10:4)',
  ]
  expect(sourceFrames(others)).toEqual(others)
})
