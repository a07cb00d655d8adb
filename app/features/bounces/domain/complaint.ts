import type { Email } from 'postal-mime'
import { addressIn, fieldIn, messageIdIn } from './mail-fields.ts'
import type { ReturnedParts } from './returned-parts.ts'

/**
 * A reader's complaint, or one who lets a program ask to be left alone. `auth-failure` (RFC 6591) is about somebody who
 * wrote in our name, and says nothing of the reader.
 */
export type Complaint = { kind: 'complaint'; type: string; recipient: string; messageId: string }

/**
 * RFC 5965: "not-spam" is the opposite of a complaint. Outlook.com's programme for senders (JMRP) sends the mail alone;
 * Apple Mail writes for its reader when they press its "unsubscribe".
 */
export function complaintIn(
  mail: Email,
  { feedback, original }: ReturnedParts,
  header: (name: string) => string[],
): Complaint | null {
  const type = feedback?.get('feedback-type')?.toLowerCase() ?? ''
  const isJunk =
    /^staff@(hotmail|outlook)\.com$/i.test(mail.from?.address ?? '') &&
    /^\s*complaint about message/i.test(mail.subject ?? '')
  const isLeaving = header('x-apple-unsubscribe').some((value) => /true/i.test(value))
  if (isLeaving)
    return {
      kind: 'complaint',
      type: 'opt-out',
      recipient: addressIn(mail.from?.address ?? ''),
      messageId: '',
    }
  if ((!feedback && !isJunk) || type === 'not-spam') return null
  const named = feedback?.get('original-rcpt-to') ?? feedback?.get('removal-recipient')
  const recipient = addressIn(
    named ?? (fieldIn(original, 'x-hmxmroriginalrecipient') || fieldIn(original, 'to')),
  )
  return { kind: 'complaint', type: type || 'abuse', recipient, messageId: messageIdIn(original) }
}
