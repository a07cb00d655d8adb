import { once } from 'node:events'
import type { SMTPServer, SMTPServerDataStream, SMTPServerSession } from 'smtp-server'
import { replyMailbox } from '#app/features/mail/domain/reply-address.server.ts'
import { env } from '#app/shared/env.server.ts'
import { log } from '#app/shared/http/log.server.ts'
import { mailLimit } from './inbound-mail.server.ts'
import { takeMailIn } from './take-mail-in.server.ts'

const tryAgainAfter = 30_000

export type Listener = { port: number | null; stop(): Promise<void> }

/**
 * Listens for mail to our reply addresses (INBOUND_SMTP_PORT), behind an MX record or a forwarding rule; without a port
 * nothing happens. Where another process has the port already this one waits for it.
 */
export async function startSmtpListener(): Promise<Listener> {
  const { INBOUND_SMTP_PORT: port } = env()
  if (port === undefined) return { port: null, stop: async () => {} }
  let server: SMTPServer | null = null
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  const open = async () => {
    try {
      server = await listen(port)
    } catch (err) {
      log().warn({ err, port }, 'inbound mail port is taken; trying again')
      if (!stopped) timer = setTimeout(() => void open(), tryAgainAfter).unref()
    }
  }
  await open()
  return {
    port: portOf(server),
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      const open = server
      if (open) await new Promise<void>((resolve) => open.close(() => resolve()))
    },
  }
}

async function listen(port: number): Promise<SMTPServer> {
  const { SMTPServer } = await import('smtp-server')
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    size: mailLimit,
    maxClients: 50,
    socketTimeout: 60_000,
    closeTimeout: 2000,
    banner: 'Ban Tron',
    onRcptTo: ({ address }, _session, callback) =>
      callback(isOurs(address) ? null : refusal(550, 'No such mailbox')),
    onData: (stream, session, callback) => {
      receive(stream, session).then(
        () => callback(),
        (err) => {
          log().warn({ err }, 'mail could not be taken in')
          callback(refusal(err instanceof TooLarge ? 552 : 451, 'Not taken'))
        },
      )
    },
  })
  server.on('error', (err) => log().debug({ err }, 'inbound mail connection'))
  const listening = once(server.server, 'listening')
  server.listen(port, env().INBOUND_SMTP_HOST)
  await listening
  return server
}

class TooLarge extends Error {}

async function receive(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of stream as AsyncIterable<Buffer>) {
    length += part.length
    // Read to its end all the same: the sender waits for that before it hears an answer.
    if (length <= mailLimit) parts.push(part)
  }
  if (length > mailLimit) throw new TooLarge('too large')
  const recipients = session.envelope.rcptTo.map(({ address }) => address)
  await takeMailIn({ raw: Buffer.concat(parts), recipients, transport: 'smtp' })
}

/** Only what was written to an address of ours: this is nobody's relay. */
function isOurs(address: string): boolean {
  const [mailbox, domain] = replyMailbox()
  const at = address.lastIndexOf('@')
  const local = address.slice(0, at).toLowerCase()
  return (
    address.slice(at + 1).toLowerCase() === domain && (local === mailbox || local.startsWith(`${mailbox}+`))
  )
}

function refusal(responseCode: number, words: string) {
  return Object.assign(new Error(words), { responseCode })
}

function portOf(server: SMTPServer | null): number | null {
  const address = server?.server.address()
  return typeof address === 'object' && address ? address.port : null
}
