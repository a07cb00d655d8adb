import type { outbox } from '#db/schema/index.ts'
import { composeMail } from './compose-mail.server.ts'
import { findMailBasis, type MailBasis } from './facts/mail-basis.server.ts'
import type { KeptText } from './sending/claimed-mail.ts'
import { Undeliverable, type UndeliverableCode } from './sending/failures.ts'

/**
 * The mail as sent, or as it would be sent now; without what opens pages. A mail that cannot be written says why. Whoever
 * has found the basis already, for many mails at once, gives it along.
 */
export async function previewMail(
  mail: typeof outbox.$inferSelect,
  basis?: MailBasis,
): Promise<{ text: KeptText | null; failure: UndeliverableCode | null }> {
  const { subject, text, html, calendar } = mail
  if (subject !== null && text !== null && html !== null)
    return { text: { subject, text, html, calendar }, failure: null }
  try {
    const { kept } = await composeMail(mail, basis ?? (await findMailBasis([mail])))
    return { text: kept, failure: null }
  } catch (error) {
    if (error instanceof Undeliverable) return { text: null, failure: error.code }
    throw error
  }
}
