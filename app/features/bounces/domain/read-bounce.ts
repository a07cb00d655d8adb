import type { Email } from 'postal-mime'
import { amazonNotice, ownMessageId } from './amazon-notice.ts'
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
  if (isCalendarAnswer(mail)) return null
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
  const messageId = ownMessageId(said)
  if (said.notificationType === 'Complaint') {
    const [who] = said.complaint.complainedRecipients
    return { kind: 'complaint', type: 'abuse', recipient: addressIn(who?.emailAddress ?? ''), messageId }
  }
  const isFinal = said.bounce.bounceType !== 'Undetermined'
  const reports = said.bounce.bouncedRecipients.map(({ emailAddress, diagnosticCode = '' }) => ({
    recipient: addressIn(emailAddress),
    verdict: said.bounce.bounceType === 'Transient' ? ('temporary' as const) : verdictOf(diagnosticCode, ''),
    status: statusIn(diagnosticCode),
    words: shortened(diagnosticCode),
    isFinal,
  }))
  return { kind: 'returned', reports, messageId }
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
  const known = blocks.filter(({ words }) => verdictOf(words, '') !== 'unclear')
  // What is said once for all stands before them or behind.
  const told = known.length > 0 ? known : blocks.map(({ recipient }) => ({ recipient, words: whole.words }))
  return (told.length > 0 ? told : [whole]).map(({ recipient, words }) => ({
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
  /(メール|配信|送信|送達).{0,8}(エラー|不能|失敗|でき(ません|なかった))|エラーメール|宛先不明|退信|投递(失败|状态)|未送达|无法(投递|送达)|寄送失敗|(전송|배달|발송).{0,4}실패|반송|недоставлен|не (было |может быть )?доставлен|доставк|no (se )?(pudo |ha podido |entregad)|devuelto|não (foi )?entregue|devolvid|mancat[ao] (consegna|recapito)|non recapitat|consegna non|onbestelbaar|niet (bezorgd|afgeleverd)|niedostarcz|nie dostarczono|teslim edilem|trả lại|trả về|chưa gửi được|undeliver|returned mail|returning to sender|delivery (status|fail|report|problem|has failed|error|notification)|fail(ure|ed)? (notice|delivery|mail)|mail (delivery|system|failed)|non.?deliver|not delivered|could ?n.?t be delivered|delivery has|mail failure|rejected mail|delayed mail|message (status|undeliverable|delivery)|không (gửi|chuyển|phát) được|unzustellbar|non remis|échec|fehlgeschlagen/i
const saysReturned =
  /could not be delivered|couldn.t be delivered|undeliverable|delivery (has )?failed|not (be )?delivered|unable to deliver/i

/** Whether a mail without a delivery report of its own was written by a host about another mail. */
function isFromHost(mail: Email, { reportType, original, notice }: ReturnedParts, header: Header): boolean {
  if (reportType === 'delivery-status') return true
  const isNull = header('return-path').some((value) => /^<?\s*>?$/.test(value.trim()))
  const isDaemon = [mail.from?.address ?? '', mail.from?.name ?? ''].some((name) => daemons.test(name))
  const isSubject = subjects.test(mail.subject ?? '')
  const isReturned = saysReturned.test(notice) || /^\s*[45]\d\d[ -]/m.test(notice)
  // An absence quotes our own subject, and goes to the return address as a notice does (RFC 3834 3).
  const isReply = repliesFor.test(mail.subject ?? '') || (isAutoReply(header) && !isDaemon)
  if (isReply && !(isReturned && original !== '')) return false
  return [isNull, isDaemon, isSubject, isReturned && (original !== '' || isDaemon)].filter(Boolean).length > 1
}

const repliesFor =
  /^\s*\W{0,2}(auto(matic|mated|matische|matisch|matyczna)?[- ]?(reply|response|respon[sd]e|antwort|odpowiedź|svar|antwoord)|out[- ]of[- ]?(the[- ])?office|ooo\b|away|on (vacation|leave|holiday)|vacation|abwesen|absen[ct]|réponse automatique|absence|respuesta autom|resposta autom|risposta autom|автоответ|trả lời tự động|tự động trả lời|vắng mặt|自動(応答|返信)|不在|自动(回复|答复)|自動(回覆|答覆)|자동 ?(응답|회신)|부재중|fuera de (la )?oficina|afwezig|read:|gelesen:|accepted:|declined:|tentative:|đã đọc:)/i

const isAutoReply = (header: Header) =>
  header('auto-submitted').some((value) => /^\s*auto-replied/i.test(value)) ||
  header('precedence').some((value) => /^\s*auto[-_]?reply/i.test(value)) ||
  ['x-autoreply', 'x-autorespond', 'x-autoresponder'].some((name) => header(name).length > 0)

/** Whoever answers an invitation answers, whatever the words around it. */
const isCalendarAnswer = ({ attachments }: Email) =>
  attachments.some(({ mimeType, content }) => {
    const isCalendar = /^(text\/calendar|application\/ics)/i.test(mimeType)
    return isCalendar && typeof content === 'string' && /^METHOD:(REPLY|COUNTER)\b/im.test(content)
  })

const statusIn = (text: string) => /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(text)?.[0] ?? ''
const shortened = (words: string) => words.replace(/\s+/g, ' ').trim().slice(0, 300)
