import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { formatDay } from '#app/shared/time/format.ts'
import type { Edition } from './domain/listing/editions.server.ts'

/** The ways to the editions before and after this one. */
export function EditionLinks({ previous, next }: { previous: Edition | null; next: Edition | null }) {
  if (!previous && !next) return null
  return (
    <nav className="editions small" aria-label={m['public.editions.label']()}>
      {previous && (
        <a href={publicPath.event(getLocale(), previous.slug)} rel="prev">
          {m['public.editions.previous']({ edition: nameOf(previous) })}
        </a>
      )}
      {next && (
        <a href={publicPath.event(getLocale(), next.slug)} rel="next">
          {m['public.editions.next']({ edition: nameOf(next) })}
        </a>
      )}
    </nav>
  )
}

/** As people say it, or by its day. */
function nameOf({ edition, startsAt, timeZone, title }: Edition): string {
  const locale = getLocale()
  return edition || formatDay(new Date(startsAt), timeZone, locale) || textIn(title, locale)
}
