import type { PublicHost } from '#app/features/events/domain/events.server.ts'
import { m } from '#app/paraglide/messages.js'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { formatDay } from '#app/shared/time/format.ts'
import type { Locale } from '#app/shared/vocabulary.ts'

type AskedEvent = {
  slug: string
  hosts: PublicHost[]
  contactEmail: string | null
  retainUntil: Date | null
  timeZone: string
}

/** What one agrees to: who uses the details, and for what. */
export function consentText({ hosts }: AskedEvent, locale: Locale): string {
  const names = hosts.map((host) => textIn(host.name, locale))
  const all = new Intl.ListFormat(locale, { type: 'conjunction' }).format(names)
  return m['registration.form.consent']({ hosts: all || m['registration.form.consent-hosts-none']() })
}

/** The purpose, the date of erasure, and where to write. */
export function ConsentHint({ event, locale }: { event: AskedEvent; locale: Locale }) {
  const { retainUntil, contactEmail, timeZone, slug } = event
  return (
    <>
      {retainUntil
        ? m['registration.form.consent-until']({ date: formatDay(retainUntil, timeZone, locale) })
        : m['registration.form.consent-open']()}{' '}
      {contactEmail && m['registration.form.consent-contact']({ contact: contactEmail })}{' '}
      <a href={publicPath.eventPrivacy(locale, slug)}>{m['registration.form.privacy']()}</a>
    </>
  )
}
