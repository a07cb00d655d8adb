import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import PostalMime, { type Attachment, type Email } from 'postal-mime'
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server'

/** A mail as it came over the wire, and as a mail program reads it. */
export type ReceivedMail = Email & { raw: string; recipients: string[]; envelopeSender: string }

type Manner =
  | { refuse: number; words?: string; times?: number }
  | { hang: true; times?: number }
  /** The line goes down inside DATA, or after its end and before the answer. */
  | { cut: 'inside' | 'after'; times?: number }
  /** The answer to the text is not given before this has come. */
  | { until: Promise<unknown>; times?: number }

/**
 * A real SMTP server of the test's own. `behave(address, …)` refuses with a code, hangs, cuts the line or is slow, for
 * that recipient or for '*', always or so many times; everything else is received.
 */
export async function openMailbox({ port = 0, greets = true }: { port?: number; greets?: boolean } = {}) {
  const mails: ReceivedMail[] = []
  const manners = new Map<string, Manner>()
  let connections = 0

  const mannerFor = (recipient: string) => {
    const key = manners.has(recipient) ? recipient : '*'
    const manner = manners.get(key)
    if (!manner) return null
    if (manner.times !== undefined) {
      manner.times -= 1
      if (manner.times <= 0) manners.delete(key)
    }
    return manner
  }
  const cut = ({ id }: SMTPServerSession) => {
    for (const one of server.connections) if (one.session.id === id) one._socket.destroy()
  }
  const options: SMTPServerOptions = {
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    logger: false,
    onConnect: (_session, callback) => {
      connections += 1
      if (greets) callback()
    },
    onRcptTo: ({ address }, _session, callback) => {
      const held = manners.get(address)
      if (held && ('cut' in held || 'until' in held)) return callback()
      const manner = mannerFor(address)
      if (!manner || 'cut' in manner || 'until' in manner) return callback()
      if ('hang' in manner) return
      callback(
        Object.assign(new Error(manner.words ?? 'refused for the test'), { responseCode: manner.refuse }),
      )
    },
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = []
      const recipients = session.envelope.rcptTo.map(({ address }) => address)
      const manner = mannerFor(recipients[0] ?? '')
      stream.on('data', (chunk: Buffer) => {
        chunks.push(chunk)
        if (manner && 'cut' in manner && manner.cut === 'inside') cut(session)
      })
      stream.on('end', async () => {
        try {
          const mail = await readMail(Buffer.concat(chunks))
          if (manner && 'cut' in manner && manner.cut === 'inside') return
          const { mailFrom } = session.envelope
          mails.push({ ...mail, recipients, envelopeSender: mailFrom ? mailFrom.address : '' })
          if (manner && 'cut' in manner) return cut(session)
          if (manner && 'until' in manner) await manner.until
          callback()
        } catch (error) {
          callback(error instanceof Error ? error : new Error(String(error)))
        }
      })
    },
  }
  const server = new SMTPServer(options)
  // A client that gives up on a hanging answer resets the connection: no fault of ours.
  server.on('error', () => {})
  const listening = server.listen(port, '127.0.0.1')
  await once(listening, 'listening')
  const { port: bound } = listening.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${bound}`,
    port: bound,
    mails,
    to: (address: string) => mails.filter((mail) => mail.recipients.includes(address)),
    behave: (address: string, manner: Manner | null) => {
      if (manner) manners.set(address, manner)
      else manners.delete(address)
    },
    connections: () => connections,
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  }
}

/** What a mail program makes of the bytes of one mail. */
export async function readMail(bytes: Uint8Array): Promise<Email & { raw: string }> {
  const mail = await PostalMime.parse(bytes)
  return { ...mail, raw: Buffer.from(bytes).toString('utf8') }
}

/** The calendar parts of a mail: the alternative, and the attached copy. */
export function calendarParts(mail: Email): { text: string; method: string | undefined; mimeType: string }[] {
  return mail.attachments
    .filter(({ mimeType }) => mimeType === 'text/calendar' || mimeType === 'application/ics')
    .map(({ content, method, mimeType }: Attachment) => {
      const text = typeof content === 'string' ? content : Buffer.from(content as Uint8Array).toString('utf8')
      // The parser hands on lines with LF, whatever came.
      return { text: text.replace(/\r?\n/g, '\r\n'), method, mimeType }
    })
}
