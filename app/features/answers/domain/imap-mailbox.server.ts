import type { ImapFlow } from 'imapflow'
import { env } from '#app/shared/env.server.ts'
import { log } from '#app/shared/http/log.server.ts'
import { mailLimit } from './inbound-mail.server.ts'
import { takeMailIn } from './take-mail-in.server.ts'

const lookEvery = 30_000
const longestPause = 5 * 60_000

export type Polling = { stop(): Promise<void> }

/**
 * Looks for new mail in a mailbox (IMAP_URL, `imaps://user:password@host/INBOX`), at every notice of the server and every
 * half minute; without one nothing happens. A mail is marked as seen when it was taken in, so none is lost when we stop
 * in between, and several processes may look at the same mailbox.
 */
export async function startImapPolling({ every = lookEvery }: { every?: number } = {}): Promise<Polling> {
  const { IMAP_URL: address } = env()
  if (!address) return { stop: async () => {} }
  let stopping = false
  let wake = () => {}
  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  const work = async () => {
    let failures = 0
    while (!stopping) {
      try {
        await visit(address, { every, isStopping: () => stopping, pause })
        failures = 0
      } catch (err) {
        failures += 1
        log().warn({ err }, 'mailbox out of reach; trying again')
        if (!stopping) await pause(Math.min(every * 2 ** failures, longestPause))
      }
    }
  }
  const working = work()
  return {
    stop: async () => {
      stopping = true
      wake()
      await working
    },
  }
}

type Visit = { every: number; isStopping: () => boolean; pause: (ms: number) => Promise<void> }

/** One connection, for as long as it holds. */
async function visit(address: string, { every, isStopping, pause }: Visit): Promise<void> {
  const client = await clientFor(address)
  await client.connect()
  client.on('error', (err) => log().debug({ err }, 'mailbox connection'))
  try {
    const lock = await client.getMailboxLock(mailboxOf(address))
    try {
      while (!isStopping() && client.usable) {
        await takeNewMail(client)
        await pause(every)
        // Asks for what came in meanwhile, and finds out whether the connection still holds.
        if (!isStopping()) await client.noop()
      }
    } finally {
      lock.release()
    }
  } finally {
    await client.logout().catch(() => client.close())
  }
}

async function takeNewMail(client: ImapFlow): Promise<void> {
  const unseen = (await client.search({ seen: false }, { uid: true })) || []
  for (const uid of unseen) {
    const about = await client.fetchOne(String(uid), { size: true }, { uid: true })
    if (about && (about.size ?? 0) <= mailLimit) {
      const mail = await client.fetchOne(String(uid), { source: true }, { uid: true })
      const raw = mail ? mail.source : undefined
      if (raw) await takeMailIn({ raw, transport: 'imap' })
    }
    await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true })
  }
}

async function clientFor(address: string): Promise<ImapFlow> {
  const { ImapFlow } = await import('imapflow')
  const url = new URL(address)
  const secure = url.protocol === 'imaps:'
  return new ImapFlow({
    host: url.hostname,
    port: Number(url.port || (secure ? 993 : 143)),
    secure,
    auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    logger: false,
    // Without a certificate the password must at least stay on this machine.
    ...(!secure && /^(localhost|127\.|\[::1\])/.test(url.hostname) && { doSTARTTLS: false }),
  })
}

const mailboxOf = (address: string) => decodeURIComponent(new URL(address).pathname.slice(1)) || 'INBOX'
