import { env } from '#app/shared/env.server.ts'
import type { MailClass } from '#app/shared/mail-class.ts'

/**
 * Who mails are from, each kind from its own address where one is set; without a kind, from whom calendars come, the ORGANIZER
 * of every invitation: the two must be the same address (RFC 6047).
 */
export function sender(kind: MailClass = 'transactional'): { name: string; address: string } {
  const { MAIL_FROM, MAIL_FROM_SERVICE, MAIL_FROM_ADVERTISING } = env()
  const own = { transactional: MAIL_FROM, service: MAIL_FROM_SERVICE, advertising: MAIL_FROM_ADVERTISING }
  const [, name = '', address = ''] =
    /^\s*"?([^"<]*?)"?\s*<?([^\s<>]+@[^\s<>]+?)>?\s*$/.exec(own[kind] ?? MAIL_FROM) ?? []
  return { name, address }
}

/** The domain of our Message-IDs: that of the address we send from. */
export function messageDomain(): string {
  return sender().address.replace(/^.*@/, '')
}
