import { randomBytes } from 'node:crypto'
import type Mail from 'nodemailer/lib/mailer'
import MimeNode from 'nodemailer/lib/mime-node'
import { type MailBodies, quotedPrintable } from './drawn-once.ts'

/** A mail of ours: nothing else of nodemailer's stands in one. */
export type PlainMail = Pick<
  Mail.Options,
  'messageId' | 'from' | 'to' | 'replyTo' | 'headers' | 'envelope' | 'xMailer'
> & {
  subject: string
  html: string
  text: string
  icalEvent?: { method: string; content: string; filename: string }
  attachments?: InlinePicture[]
  /** Calendar files beside the words, of which no mail program makes a request. */
  files?: { filename: string; content: string }[]
}
export type InlinePicture = {
  filename: string
  content: Buffer
  contentType: string
  contentDisposition: 'inline'
  cid: string
}

type Part = { type: string; head?: string[]; body: string }

// In no mail of ours: nobody knows it before.
const boundary = `--_bt-${randomBytes(12).toString('hex')}`
const parts = 0

/**
 * A mail as it goes over the line, the same as nodemailer would make of it: its head is nodemailer's, its bodies may
 * have been encoded before.
 */
export function rawMail(mail: PlainMail, bodies: Partial<MailBodies> = {}): string {
  const { icalEvent, attachments = [], files = [] } = mail
  const text = words('text/plain', bodies.text ?? quotedPrintable(mail.text))
  const html = words('text/html', bodies.html ?? quotedPrintable(mail.html))
  const shown =
    attachments.length > 0 ? multipart('related; type="text/html"', [html, ...attachments.map(inline)]) : html
  const entry = icalEvent
    ? [words(`text/calendar; method=${icalEvent.method}`, quotedPrintable(icalEvent.content))]
    : []
  const all = multipart('alternative', [text, shown, ...entry])
  const beside = [...(icalEvent ? [icalEvent] : []), ...files]
  const root = beside.length > 0 ? multipart('mixed', [all, ...beside.map(attached)]) : all
  return `${headOf(mail, root.type)}\r\n\r\n${root.body}`
}

const words = (type: string, body: string): Part => ({
  type: type.replace(/;|$/, '; charset=utf-8$&'),
  head: ['Content-Transfer-Encoding: quoted-printable'],
  body,
})

function multipart(kind: string, children: Part[]): Part {
  // Each kind stands once in a mail.
  const between = `${boundary}-${kind.split(';')[0]}`
  const body = children.map(({ type, head = [], body: own }) =>
    [`--${between}`, `Content-Type: ${type}`, ...head, '', own, ''].join('\r\n'),
  )
  return { type: `multipart/${kind};\r\n boundary="${between}"`, body: `${body.join('')}--${between}--\r\n` }
}

const inline = ({ filename, content, contentType, cid }: InlinePicture): Part => ({
  type: `${contentType}; name=${filename}`,
  head: [
    `Content-ID: <${cid}>`,
    'Content-Transfer-Encoding: base64',
    `Content-Disposition: inline; filename=${filename}`,
  ],
  body: base64(content),
})

const attached = ({ filename, content }: { filename: string; content: string }): Part => ({
  type: `application/ics; name=${filename}`,
  head: [`Content-Disposition: attachment; filename=${filename}`, 'Content-Transfer-Encoding: base64'],
  body: base64(Buffer.from(content)),
})

const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/.{76}(?=.)/g, '$&\r\n')

function headOf({ headers, from, to, replyTo, subject, messageId }: PlainMail, type: string): string {
  const head = new MimeNode(type, { newline: '\r\n' })
  if (headers) head.addHeader(headers as Record<string, string>)
  const own = { from, to, 'reply-to': replyTo, subject, 'message-id': messageId }
  for (const [name, value] of Object.entries(own)) if (value) head.setHeader(name, value as string)
  return head.buildHeaders()
}
