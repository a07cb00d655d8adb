import nodemailer from 'nodemailer'
import type Mail from 'nodemailer/lib/mailer'
import { type Stage, Unsent } from './failures.ts'

export type Transport = {
  send(message: Mail.Options): Promise<void>
  /** How many mails may be on the way at once. */
  lanes: number
  /** How many more, in place of those that the host takes its time over. */
  spareLanes: number
  close(): void
}

// Nothing in a mail is ever read from a file or an address.
export const closedIn = { disableFileAccess: true, disableUrlAccess: true }

const lanes = 8
const spareLanes = 20
const connections = lanes + spareLanes

/** One attempt to send one mail: its text is read only when a host that let us in has taken its envelope. */
type Attempt = { stage: Stage | null; text?: { readableDidRead: boolean } }

/** Sends over a pool of kept connections, and says of what did not get through how far it came. */
export function smtpTransport(url: string): Transport {
  const attempts = new Map<string, Attempt>()
  const pool = nodemailer.createTransport({
    url,
    pool: true,
    maxConnections: connections,
    maxMessages: 500,
    // A mail whose connection was lost is for us to judge, not to be repeated within the pool.
    maxRequeues: 0,
    connectionTimeout: 8_000,
    greetingTimeout: 8_000,
    dnsTimeout: 8_000,
    socketTimeout: 30_000,
    ...closedIn,
  })
  pool.use('stream', ({ message, data }, done) => {
    const attempt = attempts.get(String(data.messageId))
    if (attempt) attempt.stage = 'connecting'
    // A signature is added in here: it reads the text by itself, so what is looked at is what comes out of it.
    done()
    if (attempt) {
      // The pool asks for the text once it is connected and signed in, and reads it after the host's "354".
      message.processFunc((text) => {
        attempt.stage = 'envelope'
        attempt.text = text
        return text
      })
    }
  })

  async function tryOnce(message: Mail.Options) {
    const attempt: Attempt = { stage: null }
    attempts.set(String(message.messageId), attempt)
    try {
      await pool.sendMail(message)
    } catch (error) {
      if (!attempt.stage) throw error
      throw new Unsent(attempt.text?.readableDidRead ? 'text' : attempt.stage, error)
    } finally {
      attempts.delete(String(message.messageId))
    }
  }

  return {
    send: async (message) => {
      for (let stale = 0; ; stale++) {
        try {
          return await tryOnce(message)
        } catch (error) {
          if (!wasStale(error) || stale === connections) throw error
        }
      }
    },
    lanes,
    spareLanes,
    close: () => pool.close(),
  }
}

/** A kept connection that the host had ended meanwhile: nothing was sent, and the pool names no command. */
function wasStale(error: unknown): boolean {
  if (!(error instanceof Unsent) || error.stage !== 'envelope') return false
  const { code, command } = error.cause as { code?: unknown; command?: unknown }
  return code === 'ECONNECTION' && command === undefined
}
