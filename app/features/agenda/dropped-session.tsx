import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { PublicEventPage } from '#app/public/public-event-page.tsx'
import { type TranslatedText, textIn } from '#app/shared/i18n/translated-text.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { clockPlace, formatDay, formatRange } from '#app/shared/time/format.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import type { ChangedSlot } from './domain/agenda-snapshot.ts'
import type { EventWithAgenda } from './domain/event-with-agenda.server.ts'

type DroppedSessionProps = {
  event: EventWithAgenda['event']
  gone: { number: number; publishedAt: Date; title: TranslatedText; slot: ChangedSlot | null }
  path: string
}

/** What stands at the address of a session that was dropped: that it was, since when, and the way to what is there now. */
export function DroppedSession({ event, gone, path }: DroppedSessionProps) {
  const locale = getLocale()
  const { timeZone, slug } = event
  const place = clockPlace(textIn(event.venue?.city, locale), timeZone, locale)
  const { number, publishedAt, slot } = gone
  const when = slot && formatRange(new Date(slot.startsAt), new Date(slot.endsAt), timeZone, locale, place)
  return (
    <PublicEventPage event={event} path={path} current="agenda">
      <article className="stack loose">
        <Translated value={gone.title} as="h1" />
        <Notice tone="warning" title={m['public.session.gone']()}>
          <p>
            {m['public.session.gone-since']({ number, date: formatDay(publishedAt, timeZone, locale) })}
            {when && ` ${m['public.session.gone-was']({ when })}`}
          </p>
        </Notice>
        <p className="cluster">
          <ButtonLink href={publicPath.agenda(locale, slug)}>{m['public.agenda.whole']()}</ButtonLink>
          <a className="onward" href={publicPath.changes(locale, slug)}>
            {m['publishing.changes.link']()}
          </a>
        </p>
      </article>
    </PublicEventPage>
  )
}
