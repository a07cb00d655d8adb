import { createHash } from 'node:crypto'
import PostalMime, { type Attachment, type Email } from 'postal-mime'
import { type Bounce, readBounce } from '#app/features/bounces/domain/read-bounce.ts'
import { returnedMailId } from '#app/features/mail/domain/return-address.server.ts'
import { addressIn, type CalendarReply, plain, readCalendarReply } from './calendar-reply.ts'

/** What we read from a mail that came in. The mail itself is not kept. */
export type InboundMail = {
  /** The same for the same mail, by whichever way it comes twice. */
  key: string
  from: string
  /** Every address that it was sent to, as the envelope and the headers say. */
  recipients: string[]
  /** The Message-IDs of the mails that it answers, in angle brackets. */
  answersTo: string[]
  subject: string
  sentAt: Date | null
  /** Written by a program about another mail: a bounce, an absence. */
  isAutomatic: boolean
  /** Our own server says that the From address is genuine. */
  isAuthentic: boolean
  /** Our own server says that it is not. */
  isForged: boolean
  /** What another host or a reader's complaint says of a mail of ours. */
  bounce: Bounce | null
  /** The mail of ours that a bounce came back for, by a return address of ours in it. */
  returnedMailId: string | null
  reply: CalendarReply | null
  /** What a person wrote beside it, or instead of it. */
  text: string
}

export const mailLimit = 1024 * 1024
const mostParts = 40
const longestText = 2000

type Envelope = { recipients?: string[]; trustedServer?: string | undefined }

/** Reads a raw mail; null when it cannot be one. Never throws, whatever the bytes are. */
export async function readInboundMail(raw: Uint8Array, envelope: Envelope = {}): Promise<InboundMail | null> {
  if (raw.length === 0 || raw.length > mailLimit) return null
  const bytes = Buffer.from(raw).toString('latin1')
  if ((bytes.match(/^content-type:/gim)?.length ?? 0) > mostParts) return null
  let mail: Email
  try {
    mail = await PostalMime.parse(raw, {
      maxNestingDepth: 20,
      maxHeadersSize: 256 * 1024,
      maxRfc822NestingDepth: 0,
      forceRfc822Attachments: true,
      attachmentEncoding: 'utf8',
    })
  } catch {
    return null
  }
  const header = (name: string) => mail.headers.filter((one) => one.key === name).map((one) => one.value)
  const reply = calendarOf(mail.attachments)
  const recipients = recipientsOf(mail, header, envelope.recipients ?? [])
  // Whoever answers an invitation answers, whatever the words around it.
  const bounce = reply ? null : readBounce(mail, header, bytes)
  const findings = ownFindings(header('authentication-results'), envelope.trustedServer)
  return {
    key: keyOf(mail.messageId, raw),
    from: addressIn(mail.from?.address ?? ''),
    recipients,
    answersTo:
      `${mail.inReplyTo ?? ''} ${mail.references ?? ''}`.match(/<[^<>\s]{1,250}>/g)?.slice(0, 20) ?? [],
    subject: oneLine(mail.subject ?? '', 200),
    sentAt: instant(mail.date),
    isAutomatic: isAutomatic(header),
    isAuthentic: isAuthentic(findings, mail),
    isForged: findings.some(isRefuted),
    bounce,
    returnedMailId: bounce && returnedMailId(`${recipients.join(' ')} ${bytes}`),
    reply,
    text: oneLine(mail.text ?? wordsOf(mail.html ?? ''), longestText, true),
  }
}

/** Its Message-ID, else its bytes; hashed, since it may be as long as it likes. */
function keyOf(messageId: string | undefined, raw: Uint8Array): string {
  const hash = createHash('sha256')
  return (messageId ? hash.update(`id:${messageId.trim()}`) : hash.update(raw)).digest('base64url')
}

/** Where a mailbox keeps to whom a mail was sent. */
const envelopeFields = ['x-original-to', 'envelope-to', 'x-envelope-to']

function recipientsOf(mail: Email, header: (name: string) => string[], given: string[]): string[] {
  const listed = [...(mail.to ?? []), ...(mail.cc ?? [])].flatMap((one) => one.address ?? [])
  return [
    ...new Set(
      [...given, mail.deliveredTo ?? '', ...envelopeFields.flatMap(header), ...listed].map(addressIn),
    ),
  ]
    .filter(Boolean)
    .slice(0, 50)
}

/** RFC 3834 and the reports of mail hosts (RFC 3462). Answers of calendars are written by programs too, and wanted. */
function isAutomatic(header: (name: string) => string[]): boolean {
  const [type = ''] = header('content-type')
  const said = header('auto-submitted').some((value) => /^auto-(replied|notified)/i.test(value.trim()))
  const bounced =
    /multipart\/report/i.test(type) || header('return-path').some((value) => value.trim() === '<>')
  // What asks not to be answered by programs was written by one; mail to many is nobody's answer.
  const precedence = header('precedence').some((value) => /^(auto[-_]reply|bulk|junk)\b/i.test(value.trim()))
  const marks = ['x-autoreply', 'x-autorespond', 'x-auto-response-suppress']
  return said || bounced || precedence || marks.some((name) => header(name).length > 0)
}

/**
 * RFC 8601: only the topmost result counts, and only when our own server stamped it: anybody can write one. DMARC is
 * about the From address; DKIM alone counts when the signing domain is that of the address.
 */
function isAuthentic(methods: string[], mail: Email): boolean {
  if (methods.some(isRefuted)) return false
  const domain = addressIn(mail.from?.address ?? '').replace(/^.*@/, '')
  return methods.some(
    (method) =>
      /^dmarc=pass\b/.test(method) ||
      (/^dkim=pass\b/.test(method) && new RegExp(`header\\.(d|i)=@?${escaped(domain)}(\\s|$)`).test(method)),
  )
}

/** The From address is somebody else's, as our own server found: no knowledge of a secret address outweighs that. */
const isRefuted = (method: string) => /^dmarc=(fail|permerror)\b/.test(method)

/** What our own server found, method by method. */
function ownFindings([first]: string[], trusted: string | undefined): string[] {
  if (!first || !trusted) return []
  const [server = '', ...methods] = first.split(';').map((part) => part.trim().toLowerCase())
  return server.split(/\s/)[0] === trusted.toLowerCase() ? methods : []
}

/** The calendar part that clients act on comes first; the attached copy says the same. */
function calendarOf(attachments: Attachment[]): CalendarReply | null {
  const files = attachments.filter(
    ({ mimeType, filename }) =>
      /^(text\/calendar|application\/ics)/i.test(mimeType) || /\.ics$/i.test(filename ?? ''),
  )
  for (const { content } of files.slice(0, 4)) {
    const reply = typeof content === 'string' ? readCalendarReply(content) : null
    if (reply) return reply
  }
  return null
}

/** The words of a mail that has no plain text. */
function wordsOf(html: string): string {
  return plain(
    html
      .slice(0, 50_000)
      .replace(/<(style|script|head|title)\b[^>]{0,1000}>[\s\S]*?(<\/\1\s{0,10}>|$)/gi, ' ')
      .replace(/\s+/g, ' ')
      .replace(/<(br|\/p|\/div|\/tr|\/li)\b[^>]{0,1000}>/gi, '\n')
      .replace(/<[^<>]{0,5000}>/g, ' '),
    longestText,
  )
}

function oneLine(text: string, longest: number, keepBreaks = false): string {
  const shown = keepBreaks ? text.replace(/[^\P{Cc}\n]/gu, '') : text.replace(/\p{Cc}+/gu, ' ')
  return shown
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .trim()
    .slice(0, longest)
}

function instant(text: string | undefined): Date | null {
  const date = new Date(text ?? '')
  return Number.isNaN(date.getTime()) ? null : date
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
