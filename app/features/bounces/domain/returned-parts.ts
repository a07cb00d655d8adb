import type { Attachment, Email } from 'postal-mime'

/** What a delivery report says of one recipient (RFC 3464 2.3). */
export type RecipientReport = { recipient: string; action: string; status: string; diagnostic: string }

/** A mail that may be about another mail, taken apart: what a program wrote, what a person reads, what came back. */
export type ReturnedParts = {
  /** `report-type` of a multipart/report (RFC 6522), in lower case; empty for any other mail. */
  reportType: string
  recipients: RecipientReport[]
  /** Fields of a complaint (RFC 5965 3), in lower case; null when it is none. */
  feedback: Map<string, string> | null
  isReceipt: boolean
  /** What the notice says to a person, without the mail that it gives back. */
  notice: string
  /** Headers and more of the mail that came back; empty when it did not. */
  original: string
}

const longestText = 200_000
/** What a program says is short; what is longer is the mail that it gives back. */
const longestNotice = 20_000

/** Takes a mail apart. `header` answers the values of a field of the outermost mail, `raw` is all of it. */
export function returnedParts(mail: Email, header: (name: string) => string[], raw: string): ReturnedParts {
  const [type = ''] = header('content-type')
  const parts = mail.attachments.map((part) => ({
    mimeType: part.mimeType.toLowerCase(),
    text: textOf(part),
  }))
  const of = (pattern: RegExp) =>
    parts.filter(({ mimeType }) => pattern.test(mimeType)).map(({ text }) => text)
  const [status = ''] = of(/^message\/(global-|x-)?delivery-status$/)
  const [feedback] = of(/^message\/feedback-report$/)
  const given = of(
    /^(message\/(rfc822|global|partial)|text\/rfc822-headers|message\/(global-headers|rfc822-headers))$/,
  )
  const written = mail.text?.trim() ? mail.text : wordsOf(mail.html ?? '')
  // Reports that mail programs passed on have often lost their borders: then all of it is read as text.
  const plain = written.trim() || parts.length > 0 ? written : (/\r?\n\r?\n([\s\S]*)/.exec(raw)?.[1] ?? '')
  const [notice, quoted] = parted(plain.slice(0, longestText))
  const texts = of(/^text\/plain$/).map((text) => parted(text)[0])
  return {
    reportType: (/report-type\s*=\s*"?([\w-]+)/i.exec(type)?.[1] ?? '').toLowerCase(),
    recipients: [status, notice, given[0] ?? ''].map(reportsIn).find((found) => found.length > 0) ?? [],
    feedback: feedback === undefined ? null : fieldsOf(feedback),
    isReceipt: of(/^message\/(global-)?disposition-notification$/).length > 0,
    notice: [notice, ...texts].join('\n').trim().slice(0, longestNotice),
    original: given[0] ?? quoted,
  }
}

function textOf({ content }: Attachment): string {
  const text = typeof content === 'string' ? content : Buffer.from(content as Uint8Array).toString('utf8')
  return text.slice(0, longestText)
}

/** The groups of a delivery report that are about a recipient: the first one is about the mail. */
function reportsIn(status: string): RecipientReport[] {
  return status
    .split(/\r?\n\s*\r?\n/)
    .map(fieldsOf)
    .filter(
      (fields) =>
        fields.has('action') &&
        (fields.has('final-recipient') || fields.has('original-recipient') || fields.has('status')),
    )
    .map((fields) => ({
      recipient: typed(fields.get('original-recipient') ?? '') || typed(fields.get('final-recipient') ?? ''),
      action: (fields.get('action') ?? '').toLowerCase().replace(/[^a-z].*$/s, ''),
      status: /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(fields.get('status') ?? '')?.[0] ?? '',
      diagnostic: typed(fields.get('diagnostic-code') ?? ''),
    }))
}

/** `rfc822; an@example.org`, `smtp; 550 …`: what stands behind the type. */
const typed = (value: string) => value.replace(/^\s*[\w.-]+\s*;\s*/, '').trim()

function fieldsOf(text: string): Map<string, string> {
  const fields = new Map<string, string>()
  for (const line of text.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const [, name, value] = /^([\w-]+)\s*:\s*(.*)$/.exec(line) ?? []
    if (name && value !== undefined && !fields.has(name.toLowerCase()))
      fields.set(name.toLowerCase(), value.trim())
  }
  return fields
}

/** Where hosts without a part of its own for it begin the mail that they give back. */
const cuts = [
  /^-{2,}\s*below (this|the next) line is a copy/im,
  /^-{2,}\s*this is a copy of (the|your) (message|mail)/im,
  /^-{2,}\s*(original|returned|undelivered|unsent) (message|mail|text|headers)/im,
  /^-{2,}\s*(message|mail) (header|text|body)/im,
  /^-{2,}\s*(the )?(header|body) (of|from) (the )?(original|message)/im,
  /^[\s|-]*(message|mail) text follows/im,
  /^(original (message|mail) (headers|follows|as follows)|the (original|following) (message|mail)('s)? (headers|follows|was(?! received))|message header follows|headers? of the original|your (original )?(message|mail) (follows|reads|begins|header)|unsent message (below|follows))/im,
  /^(received: (from|by) |return-path: ?<)/im,
]

/** What a notice says, and the mail below it that it gives back. */
function parted(text: string): [notice: string, quoted: string] {
  const at = Math.min(...cuts.map((cut) => text.search(cut)).filter((index) => index > 0))
  return Number.isFinite(at) ? [text.slice(0, at), text.slice(at)] : [text, '']
}

function wordsOf(html: string): string {
  return html
    .slice(0, longestText)
    .replace(/<(style|script|head|title)\b[^>]{0,1000}>[\s\S]*?(<\/\1\s{0,10}>|$)/gi, ' ')
    .replace(/<(br|\/p|\/div|\/tr|\/li|\/h\d)\b[^>]{0,1000}>/gi, '\n')
    .replace(/<[^<>]{0,5000}>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
}
