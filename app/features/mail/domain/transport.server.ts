import { mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import nodemailer from 'nodemailer'
import type Mail from 'nodemailer/lib/mailer'
import { env } from '#app/shared/env.server.ts'

export type Transport = {
  send(message: Mail.Options): Promise<void>
  /** How many mails may be on the way at once. */
  lanes: number
  close(): void
}

const connections = 5
// Nothing in a mail is ever read from a file or an address.
const closedIn = { disableFileAccess: true, disableUrlAccess: true }

/** The way out of this process: SMTP, or files in DATA_DIR/mail while no SMTP_URL is set. */
export function openTransport({ root }: { root: string }): Transport {
  const { SMTP_URL, DATA_DIR } = env()
  return SMTP_URL ? smtpTransport(SMTP_URL) : fileTransport(path.resolve(root, DATA_DIR, 'mail'))
}

function smtpTransport(url: string): Transport {
  const pool = nodemailer.createTransport({
    url,
    pool: true,
    maxConnections: connections,
    maxMessages: 500,
    connectionTimeout: 8_000,
    greetingTimeout: 8_000,
    dnsTimeout: 8_000,
    socketTimeout: 30_000,
    ...closedIn,
  })
  return {
    send: async (message) => {
      await pool.sendMail(message)
    },
    // Twice as many as connections: while one mail's result is written down, the next is already on its way.
    lanes: connections * 2,
    close: () => pool.close(),
  }
}

function fileTransport(folder: string): Transport {
  const printer = nodemailer.createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'windows',
    ...closedIn,
  })
  return {
    send: async (message) => {
      const { message: bytes } = await printer.sendMail(message)
      const stamp = new Date().toISOString().replace(/[:.]/g, '-')
      const file = path.join(folder, `${stamp}-${String(message.messageId).replace(/[^\w@.-]/g, '')}.eml`)
      await mkdir(folder, { recursive: true })
      // Whole or not at all, for whoever watches the folder.
      await writeFile(`${file}.part`, bytes as Buffer, { mode: 0o600 })
      await rename(`${file}.part`, file)
    },
    lanes: 4,
    close: () => printer.close(),
  }
}
