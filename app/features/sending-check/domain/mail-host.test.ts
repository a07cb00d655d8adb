import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, expect, test } from 'vitest'
import { probeTls } from './mail-host.server.ts'

let server: SMTPServer | undefined
afterEach(() => new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve())))

async function host(options: SMTPServerOptions): Promise<string> {
  server = new SMTPServer({ authOptional: true, ...options })
  server.on('error', () => {})
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return `127.0.0.1:${(server.server.address() as AddressInfo).port}`
}

test('a host that offers no encryption', async () => {
  expect(await probeTls(`smtp://${await host({ disabledCommands: ['STARTTLS', 'AUTH'] })}`)).toBe('plain')
})

test('a host that nobody vouches for', async () => {
  expect(await probeTls(`smtp://${await host({ disabledCommands: ['AUTH'] })}`)).toBe('untrusted')
})

test('no host', async () => {
  const at = await host({})
  await new Promise<void>((resolve) => server?.close(() => resolve()))
  server = undefined
  expect(await probeTls(`smtp://${at}`)).toBe('unreachable')
})
