import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { eq } from 'drizzle-orm'
import { ImapFlow } from 'imapflow'
import nodemailer from 'nodemailer'
import { afterEach, describe, expect, it } from 'vitest'
import { replyAddress } from '#app/features/mail/domain/reply-address.server.ts'
import { forgetEnv } from '#app/shared/env.server.ts'
import { withRequestStore } from '#app/shared/http/request-store.server.ts'
import { inboundMail, invitation } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { invitedSpeaker } from '#tests/factories/invitations.ts'
import { action } from '../receive-mail.ts'
import { startImapPolling } from './imap-mailbox.server.ts'
import { googleReply, rawMail } from './reply-samples.ts'
import { startSmtpListener } from './smtp-listener.server.ts'

const { db } = await testDatabase()

function set(values: Record<string, string | undefined>) {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
  forgetEnv()
}

afterEach(() => set({ INBOUND_SMTP_PORT: undefined, IMAP_URL: undefined, INBOUND_SECRET: undefined }))

async function acceptance() {
  const asked = await invitedSpeaker()
  const { uid } = asked.invitation
  const to = replyAddress(uid)
  const { email } = asked.person
  const raw = rawMail({
    from: email,
    to,
    calendar: googleReply({ uid, attendee: email, organizer: to, answer: 'ACCEPTED' }),
  })
  const answer = async () =>
    (await db.select().from(invitation).where(eq(invitation.id, asked.invitation.id)))[0]?.answer
  return { raw, to, from: email, answer }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}

describe('our own SMTP listener', () => {
  it('takes mail to our reply addresses, and to nobody else', async () => {
    const port = await freePort()
    set({ INBOUND_SMTP_PORT: String(port) })
    const listener = await startSmtpListener()
    const transport = nodemailer.createTransport({ host: '127.0.0.1', port, ignoreTLS: true })
    try {
      const { raw, to, from, answer } = await acceptance()
      const send = (recipient: string, bytes = raw) =>
        transport.sendMail({ envelope: { from, to: [recipient] }, raw: bytes })
      await send(to)
      expect(await answer()).toBe('accepted')
      await expect(send('somebody@elsewhere.example')).rejects.toMatchObject({ responseCode: 550 })
      await expect(send(to.replace('@', '@sub.'))).rejects.toMatchObject({ responseCode: 550 })
      await expect(send(to, Buffer.alloc(2 * 1024 * 1024, 'a'))).rejects.toMatchObject({ responseCode: 552 })
      // It answers afterwards as before.
      const again = await acceptance()
      await transport.sendMail({ envelope: { from: again.from, to: [again.to] }, raw: again.raw })
      expect(await again.answer()).toBe('accepted')
    } finally {
      transport.close()
      await listener.stop()
    }
  })

  it('waits while another process has the port', async () => {
    const port = await freePort()
    set({ INBOUND_SMTP_PORT: String(port) })
    const first = await startSmtpListener()
    const second = await startSmtpListener()
    expect([first.port, second.port]).toEqual([port, null])
    await Promise.all([first.stop(), second.stop()])
  })

  it('is not there without a port', async () => {
    expect((await startSmtpListener()).port).toBeNull()
  })
})

describe('the address for raw mail', () => {
  let sources = 0
  const post = (raw: Uint8Array, secret?: string) => {
    const request = new Request('http://localhost:3000/inbound/mail', {
      method: 'POST',
      body: new Uint8Array(raw),
      headers: secret ? { Authorization: `Bearer ${secret}` } : {},
    })
    const store = { requestId: 't', source: `192.0.2.${++sources}`, locale: 'en' as const, nonce: '' }
    return withRequestStore(store, () => action({ request, params: {}, context: {} }))
  }

  it('takes mail from who knows the secret', async () => {
    set({ INBOUND_SECRET: 'a secret of twenty letters' })
    const { raw, answer } = await acceptance()
    await expect(post(raw)).rejects.toMatchObject({ kind: 'rights' })
    await expect(post(raw, 'a wrong one')).rejects.toMatchObject({ kind: 'rights' })
    expect(await answer()).toBe('needs-action')
    const response = await post(raw, 'a secret of twenty letters')
    expect([response.status, await response.json()]).toEqual([200, { verdict: 'recorded', reason: 'answer' }])
    expect(await answer()).toBe('accepted')
    await expect(post(Buffer.alloc(0), 'a secret of twenty letters')).rejects.toMatchObject({
      kind: 'invalid',
    })
  })

  it('does not exist where no secret is set', async () => {
    await expect(post(Buffer.from('x'), 'anything')).rejects.toMatchObject({ kind: 'missing' })
  })
})

const dovecot = ['/usr/sbin/dovecot', '/usr/local/sbin/dovecot', '/opt/homebrew/sbin/dovecot'].find(
  existsSync,
)

// Where no IMAP server is installed there is nothing to prove this against; the name says so.
describe.runIf(dovecot)('a mailbox at a real IMAP server (dovecot, where it is installed)', () => {
  it('is read at every look, once a mail', async () => {
    const server = await openDovecot(dovecot ?? '')
    try {
      const { raw, answer } = await acceptance()
      await server.put(raw)
      set({ IMAP_URL: server.url })
      const polling = await startImapPolling({ every: 100 })
      await expect.poll(answer, { timeout: 20_000 }).toBe('accepted')
      const next = await acceptance()
      await server.put(next.raw)
      await expect.poll(next.answer, { timeout: 20_000 }).toBe('accepted')
      await polling.stop()
      expect(await server.unseen()).toBe(0)
      const rows = await db.select().from(inboundMail).where(eq(inboundMail.transport, 'imap'))
      expect(rows).toHaveLength(2)
    } finally {
      await server.stop()
    }
  }, 60_000)
})

async function openDovecot(program: string) {
  const home = mkdtempSync(path.join(tmpdir(), 'dovecot-'))
  chmodSync(home, 0o777)
  const port = await freePort()
  const user = process.getuid?.() === 0 ? 'nobody' : execFileSync('id', ['-un']).toString().trim()
  const group = execFileSync('id', ['-gn', user]).toString().trim()
  const mail = path.join(home, 'mail')
  mkdirSync(mail, { mode: 0o777 })
  chmodSync(mail, 0o777)
  const settings = path.join(home, 'dovecot.conf')
  writeFileSync(settings, dovecotSettings({ home, mail, port, user, group }))
  const running = spawn(program, ['-F', '-c', settings], { stdio: 'ignore' })
  const url = `imap://organizer:secret@127.0.0.1:${port}/INBOX`
  const connect = async () => {
    const client = new ImapFlow({
      host: '127.0.0.1',
      port,
      secure: false,
      doSTARTTLS: false,
      logger: false,
      auth: { user: 'organizer', pass: 'secret' },
    })
    client.on('error', () => {})
    await client.connect()
    return client
  }
  await expect
    .poll(
      () =>
        connect().then(
          (client) => client.logout().then(() => true),
          () => false,
        ),
      { timeout: 20_000 },
    )
    .toBe(true)
  const withClient = async <T>(work: (client: ImapFlow) => Promise<T>) => {
    const client = await connect()
    try {
      return await work(client)
    } finally {
      await client.logout()
    }
  }
  return {
    url,
    put: (raw: Buffer) => withClient((client) => client.append('INBOX', raw)),
    unseen: () => withClient(async (client) => (await client.status('INBOX', { unseen: true })).unseen),
    stop: async () => {
      running.kill('SIGTERM')
      await new Promise((resolve) => running.once('exit', resolve))
    },
  }
}

type DovecotPlace = { home: string; mail: string; port: number; user: string; group: string }

function dovecotSettings({ home, mail, port, user, group }: DovecotPlace): string {
  return `
base_dir = ${home}/run
state_dir = ${home}/state
log_path = ${home}/log
protocols = imap
ssl = no
disable_plaintext_auth = no
default_internal_user = ${user}
default_internal_group = ${group}
default_login_user = ${user}
mail_location = maildir:${mail}
first_valid_uid = 0
passdb {
  driver = static
  args = password=secret
}
userdb {
  driver = static
  args = uid=${user} gid=${group} home=${mail}
}
service imap-login {
  chroot =
  inet_listener imap {
    address = 127.0.0.1
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
`
}
