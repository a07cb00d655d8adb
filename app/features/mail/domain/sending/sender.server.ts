import { env } from '#app/shared/env.server.ts'

/** Who every mail is from, and the ORGANIZER of every invitation: the two must be the same address (RFC 6047). */
export function sender(): { name: string; address: string } {
  const [, name = '', address = ''] =
    /^\s*"?([^"<]*?)"?\s*<?([^\s<>]+@[^\s<>]+?)>?\s*$/.exec(env().MAIL_FROM) ?? []
  return { name, address }
}

/** The domain of our Message-IDs: that of the address we send from. */
export function messageDomain(): string {
  return sender().address.replace(/^.*@/, '')
}
