import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import nodemailer from 'nodemailer'
import { env } from '#app/shared/env.server.ts'
import { Unsent } from './failures.ts'
import { closedIn, smtpTransport, type Transport } from './smtp-transport.server.ts'

export type { Transport }

/** The way out of this process: SMTP, or files in DATA_DIR/mail while no SMTP_URL is set. */
export function openTransport({ root }: { root: string }): Transport {
  const { SMTP_URL, DATA_DIR } = env()
  return SMTP_URL ? smtpTransport(SMTP_URL) : fileTransport(path.resolve(root, DATA_DIR, 'mail'))
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
      // Whole or not at all, for whoever watches the folder.
      try {
        await mkdir(folder, { recursive: true })
        await writeFile(`${file}.part`, bytes as Buffer, { mode: 0o600 })
        await rename(`${file}.part`, file)
      } catch (error) {
        // A full disk leaves an empty one behind.
        await rm(`${file}.part`, { force: true }).catch(() => {})
        // A folder that takes no file takes none of the others either: no mail is to blame.
        throw new Unsent('connecting', error)
      }
    },
    lanes: 4,
    spareLanes: 0,
    close: () => printer.close(),
  }
}
