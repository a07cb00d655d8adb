import type { PublishedAgenda, PublishedSession } from '#app/features/agenda/domain/agenda-snapshot.ts'
import { filmTitle } from '#app/features/agenda/domain/film-title.ts'
import { SessionPlace } from '#app/features/agenda/session-row.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { formatDay } from '#app/shared/time/format.ts'
import { TimeRange } from '#app/ui/texts/time-range.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'

type ScreeningsProps = {
  event: { slug: string; timeZone: string }
  agenda: PublishedAgenda
  screenings: readonly PublishedSession[]
  filmId: string
}

/** When and where a film is shown, and with which others. */
export function Screenings({ event, agenda, screenings, filmId }: ScreeningsProps) {
  const locale = getLocale()
  if (screenings.length === 0) return <p className="soft">{m['films.page.no-screening']()}</p>
  return (
    <ol className="programme">
      {screenings.map((session) => {
        const others = (session.films ?? []).filter(({ id }) => id !== filmId)
        return (
          <li key={session.id}>
            <p className="when">
              <span className="when-day">
                {formatDay(new Date(session.startsAt), event.timeZone, locale)}
              </span>
              <TimeRange start={session.startsAt} end={session.endsAt} zone={event.timeZone} timesOnly />
            </p>
            <div className="what">
              <h3>
                <a href={publicPath.session(locale, event.slug, session.slug)}>
                  <Translated value={session.title} />
                </a>
              </h3>
              <SessionPlace agenda={agenda} session={session} />
              {others.length > 0 && (
                <p className="small soft">
                  {m['films.page.together']({
                    films: others.map((film) => textIn(filmTitle(film), locale)).join(', '),
                  })}
                </p>
              )}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
