import { m } from '#app/paraglide/messages.js'
import type { Locale } from '#app/shared/vocabulary.ts'
import type { TicketWords } from './domain/wallet/wallet-pass.ts'

/** What the parts of a ticket are called in a wallet. */
export function ticketWords(locale: Locale): TicketWords {
  const to = { locale }
  return {
    holder: m['registration.page.who']({}, to),
    category: m['registration.page.category']({}, to),
    when: m['registration.page.when']({}, to),
    where: m['registration.page.where']({}, to),
    site: m['shared.site.name']({}, to),
  }
}
