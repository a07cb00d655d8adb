import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { forgetEnv } from '#app/shared/env.server.ts'
import { failureOf } from './failures.ts'
import { openTransport } from './transport.server.ts'

const disk = vi.hoisted(() => ({ failure: '' }))
vi.mock('node:fs/promises', async (real) => {
  const actual = await real<typeof import('node:fs/promises')>()
  const full = (...all: Parameters<typeof actual.writeFile>) =>
    disk.failure
      ? Promise.reject(Object.assign(new Error(`${disk.failure}: write`), { code: disk.failure }))
      : actual.writeFile(...all)
  return { ...actual, writeFile: full }
})

let folder: string
beforeEach(async () => {
  disk.failure = ''
  forgetEnv()
  folder = await mkdtemp(path.join(tmpdir(), 'transport-'))
  vi.stubEnv('SMTP_URL', '')
  vi.stubEnv('DATA_DIR', folder)
})
afterEach(async () => {
  vi.unstubAllEnvs()
  forgetEnv()
  await rm(folder, { recursive: true })
})

const send = () => {
  const transport = openTransport({ root: folder })
  const message = { messageId: '<one@example.org>', from: 'a@example.org', to: 'b@example.org', text: 'x' }
  return transport.send(message).finally(() => transport.close())
}

test.each(['ENOSPC', 'EDQUOT', 'EROFS', 'EIO'])(
  'a disk that answers %s is the failure of no mail',
  async (code) => {
    disk.failure = code
    const failure = await send().then(
      () => null,
      (error: unknown) => failureOf(error),
    )
    expect(failure).toEqual({ kind: 'host', words: `${code}: write` })
  },
)

test('neither is a folder that cannot be made', async () => {
  await writeFile(path.join(folder, 'mail'), 'in the way')
  await expect(send()).rejects.toSatisfy((error) => failureOf(error).kind === 'host')
})

test('a disk with room takes the mail', async () => {
  await expect(send()).resolves.toBeUndefined()
})
