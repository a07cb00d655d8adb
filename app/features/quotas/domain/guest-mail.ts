import type { NewMail } from '#app/features/mail/domain/queue-mail.server.ts'
import type { Locale } from '#app/shared/vocabulary.ts'

type Guest = { id: string; eventId: string; name: string; email: string; locale: Locale }

/** A mail to a host's guest. It is the host's, not the event's: its neighbours read the outbox of the event. */
export function guestMail(
  { id, eventId, name, email, locale }: Guest,
  organizationId: string,
  what: 'invited' | 'reminded' | 'withdrawn' | 'cancelled',
): NewMail {
  return {
    kind: 'guest-invited',
    locale,
    recipientName: name,
    recipientEmail: email,
    organizationId,
    facts: { guest: { id, eventId, what } },
  }
}
