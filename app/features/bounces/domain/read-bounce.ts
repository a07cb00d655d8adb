import type { Email } from 'postal-mime'
import { amazonNotice } from './amazon-notice.ts'
import { type ReturnedVerdict, verdictOf } from './bounce-words.ts'
import { type Complaint, complaintIn } from './complaint.ts'
import { addressIn, messageIdIn } from './mail-fields.ts'
import { noticeBlocks, plainNotice } from './notice-blocks.ts'
import { type ReturnedParts, returnedParts } from './returned-parts.ts'

/** What another host says of one address. `isFinal`: it will not try again. */
export type BounceReport = {
  recipient: string
  verdict: ReturnedVerdict
  status: string
  words: string
  isFinal: boolean
}

/** A mail about a mail of ours: it did not reach, or its reader complains. `messageId` names ours, where the report does. */
export type Bounce = Complaint | { kind: 'returned'; reports: BounceReport[]; messageId: string }

type Header = (name: string) => string[]

/**
 * Reads a bounce or a complaint; null when the mail is neither: an absence, a receipt, a calendar's answer, a report
 * that all went well. `header` answers the values of a field, `raw` is the whole mail, for those that lost their borders.
 */
export function readBounce(mail: Email, header: Header, raw: string): Bounce | null {
  const parts = returnedParts(mail, header, raw)
  const complaint = complaintIn(mail, parts, header)
  if (complaint || parts.feedback) return complaint
  const amazon = fromAmazon(parts.notice)
  if (amazon) return amazon
  if (parts.isReceipt || parts.reportType === 'disposition-notification') return null
  const reports = parts.recipients.length > 0 ? fromStatus(parts, header) : fromNotice(mail, parts, header)
  if (reports.length === 0) return null
  return { kind: 'returned', reports, messageId: messageIdIn(parts.original) }
}

function fromAmazon(notice: string): Bounce | null {
  const said = amazonNotice(notice)
  if (!said) return null
  if (said.notificationType === 'Complaint') {
    const [who] = said.complaint.complainedRecipients
    return { kind: 'complaint', type: 'abuse', recipient: addressIn(who?.emailAddress ?? ''), messageId: '' }
  }
  const isFinal = said.bounce.bounceType !== 'Undetermined'
  const reports = said.bounce.bouncedRecipients.map(({ emailAddress, diagnosticCode = '' }) => ({
    recipient: addressIn(emailAddress),
    verdict: said.bounce.bounceType === 'Transient' ? ('temporary' as const) : verdictOf(diagnosticCode, ''),
    status: statusIn(diagnosticCode),
    words: shortened(diagnosticCode),
    isFinal,
  }))
  return { kind: 'returned', reports, messageId: '' }
}

function fromStatus(parts: ReturnedParts, header: Header): BounceReport[] {
  const blocks = noticeBlocks(parts.notice)
  return parts.recipients.flatMap((one) => {
    if (/^(delivered|relayed|expanded)$/.test(one.action) || one.status.startsWith('2')) return []
    const recipient = addressIn(one.recipient) || addressIn(header('x-failed-recipients')[0] ?? '')
    const isFinal = one.action !== 'delayed'
    const own = blocks.find((block) => block.recipient === recipient)?.words ?? plainNotice(parts.notice)
    const isTold = /[a-z]{3}/i.test(one.diagnostic) && verdictOf(one.diagnostic, one.status) !== 'unclear'
    const words = isTold ? one.diagnostic : `${one.diagnostic}\n${own}`
    const verdict = isFinal ? verdictOf(words, one.status) : 'temporary'
    return [{ recipient, verdict, status: one.status, words: shortened(words), isFinal }]
  })
}

function fromNotice(mail: Email, parts: ReturnedParts, header: Header): BounceReport[] {
  const failed = header('x-failed-recipients').join(', ')
  if (!failed && !isFromHost(mail, parts, header)) return []
  const { notice } = parts
  const isFinal = !delays.test(mail.subject ?? '')
  const blocks = noticeBlocks(notice)
  const whole = { recipient: addressIn(failed) || addressIn(notice), words: plainNotice(notice) }
  return (blocks.length > 0 ? blocks : [whole]).map(({ recipient, words }) => ({
    recipient,
    verdict: isFinal ? verdictOf(words, '') : 'temporary',
    status: statusIn(words),
    words: shortened(words),
    isFinal,
  }))
}

const delays = /delay|still (being )?(tried|trying|retried)|will (be )?(retr|continue|keep)|^warning/i
const daemons =
  /^(mailer-?daemon|mail(er|delivery)?[-_. ]?(delivery[-_. ]?)?(system|subsystem|daemon)|post[-_]?master|bounces?)\b/i
const subjects =
  /undeliver|returned mail|returning to sender|delivery (status|fail|report|problem|has failed|error|notification)|fail(ure|ed)? (notice|delivery|mail)|mail (delivery|system|failed)|non.?deliver|not delivered|could ?n.?t be delivered|delivery has|mail failure|rejected mail|delayed mail|message (status|undeliverable|delivery)|không (gửi|chuyển|phát) được|unzustellbar|non remis|échec|fehlgeschlagen/i
const saysReturned =
  /could not be delivered|couldn.t be delivered|undeliverable|delivery (has )?failed|not (be )?delivered|unable to deliver/i

/** Whether a mail without a delivery report of its own was written by a host about another mail. */
function isFromHost(mail: Email, { reportType, original, notice }: ReturnedParts, header: Header): boolean {
  if (reportType === 'delivery-status') return true
  const isNull = header('return-path').some((value) => /^<?\s*>?$/.test(value.trim()))
  const isDaemon = [mail.from?.address ?? '', mail.from?.name ?? ''].some((name) => daemons.test(name))
  const isSubject = subjects.test(mail.subject ?? '')
  const isReturned = saysReturned.test(notice) || /^\s*[45]\d\d[ -]/m.test(notice)
  return [isNull, isDaemon, isSubject, isReturned && (original !== '' || isDaemon)].filter(Boolean).length > 1
}

const statusIn = (text: string) => /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(text)?.[0] ?? ''
const shortened = (words: string) => words.replace(/\s+/g, ' ').trim().slice(0, 300)
