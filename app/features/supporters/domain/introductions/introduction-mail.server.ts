import type { NewMail } from '#app/features/mail/domain/queue-mail.server.ts'
import type { Locale } from '#app/shared/vocabulary.ts'

type To = { id: string; email: string; name: string; locale: Locale }

/** A mail about an introduction. It holds nothing of the other one: that is read when it is sent. */
export function introductionMail(what: 'asked' | 'made', id: string, to: To): NewMail {
  return {
    kind: 'introduction',
    locale: to.locale,
    recipientName: to.name,
    recipientEmail: to.email,
    facts: { introduction: { id, what, to: to.id } },
  }
}
