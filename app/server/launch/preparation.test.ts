import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isBuilt, isSource, stampOf, writeStamp } from './freshness.mjs'
import { isInstalled, isSameInstall } from './npm.mjs'
import { checkNode } from './preparation.mjs'

let root: string
const put = async (file: string, text: string) => {
  await mkdir(path.dirname(path.join(root, file)), { recursive: true })
  await writeFile(path.join(root, file), text)
}
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'ban-tron-sources-'))
  await put('app/root.tsx', 'one')
  await put('package.json', '{}')
})
afterAll(() => rm(root, { recursive: true }))

describe('the build', () => {
  it('is old when a source changed, whatever the times say', async () => {
    await put('build/server/index.js', '')
    expect(isBuilt(root)).toBe(false)
    writeStamp(root, stampOf(root))
    expect(isBuilt(root)).toBe(true)
    await put('app/root.tsx', 'two')
    await utimes(path.join(root, 'app/root.tsx'), new Date(0), new Date(0))
    expect(isBuilt(root)).toBe(false)
  })

  it('is not old because of a test, a migration, the launcher or what a build makes', async () => {
    writeStamp(root, stampOf(root))
    await put('app/root.test.ts', 'x')
    await put('app/paraglide/messages.js', 'x')
    await put('app/server/launch/lock.mjs', 'x')
    await put('db/migrations/0001_first.sql', 'x')
    expect(isBuilt(root)).toBe(true)
  })

  it.each([
    ['app/messages/vi/mail.json', true],
    ['app/server/main.server.ts', true],
    ['app/server/launch-page.ts', true],
    ['app/server/start.mjs', false],
  ])('%s: %s', (file, expected) => {
    expect(isSource(file)).toBe(expected)
  })
})

describe('the packages', () => {
  it('are missing before the first install', () => {
    expect(isInstalled(root)).toBe(false)
  })

  it('are there when newer than the lock file, or of the same content', async () => {
    const lock = JSON.stringify({ packages: { '': {}, 'node_modules/a': { version: '1.0.0' } } })
    await put('package-lock.json', lock)
    await put('node_modules/.package-lock.json', lock)
    await utimes(path.join(root, 'node_modules/.package-lock.json'), new Date(0), new Date(0))
    expect(isInstalled(root)).toBe(true)
    await put('package-lock.json', lock.replace('1.0.0', '1.0.1'))
    expect(isInstalled(root)).toBe(false)
  })

  it('may lack those for other machines, and no others', () => {
    const found = { a: { version: '1.0.0' } }
    expect(isSameInstall({ a: { version: '1.0.0' }, b: { version: '1.0.0', optional: true } }, found)).toBe(
      true,
    )
    expect(isSameInstall({ a: { version: '1.0.0' }, b: { version: '1.0.0' } }, found)).toBe(false)
  })
})

describe('checkNode', () => {
  it.each(['20.19.0', '20.20.2', '22.1.0', '24.0.0'])('takes %s', (version) => {
    expect(() => checkNode(version)).not.toThrow()
  })
  it.each(['18.20.4', '20.18.3'])('refuses %s in a sentence', (version) => {
    expect(() => checkNode(version)).toThrow(`Bàn Tròn needs Node.js 20.19 or later, and this is ${version}.`)
  })
})
