import type { PublicEvent } from '#app/features/events/domain/events.server.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { clockPlace, formatDateTime } from '#app/shared/time/format.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import type { Rest } from './domain/screen-moment.ts'

type NowRestProps = {
  event: Pick<PublicEvent, 'slug' | 'timeZone' | 'venue' | 'hasRecap' | 'cancelledAt'>
  rest: Rest
}

/** While nothing is on: what comes next and when, or that it is over, with the way to the recap. */
export function NowRest({ event, rest }: NowRestProps) {
  const locale = getLocale()
  const { slug, timeZone, venue, hasRecap, cancelledAt } = event
  if (cancelledAt) return <p>{m['public.event.cancelled']()}</p>
  if (rest.next) {
    const place = clockPlace(textIn(venue?.city, locale), timeZone, locale)
    const time = formatDateTime(new Date(rest.next.startsAt), timeZone, locale, place)
    return (
      <div className="stack snug">
        <p>
          {rest.kind === 'before' ? m['live.screen.before']({ time }) : m['live.screen.between']({ time })}
        </p>
        <p className="title-s">
          <a href={publicPath.session(locale, slug, rest.next.slug)}>
            <Translated value={rest.next.title} />
          </a>
        </p>
      </div>
    )
  }
  return (
    <div className="stack snug">
      <p>{rest.kind === 'after' ? m['live.screen.after']() : m['live.screen.nothing']()}</p>
      <p>
        {rest.kind === 'after' && hasRecap ? (
          <ButtonLink href={publicPath.recap(locale, slug)}>{m['live.screen.recap']()}</ButtonLink>
        ) : (
          <ButtonLink variant="quiet" href={publicPath.agenda(locale, slug)}>
            {m['public.agenda.whole']()}
          </ButtonLink>
        )}
      </p>
    </div>
  )
}
