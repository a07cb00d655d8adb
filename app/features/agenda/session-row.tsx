import type { ReactNode } from 'react'
import { castOf } from '#app/features/people/domain/people-at-table.ts'
import { getLocale } from '#app/paraglide/runtime.js'
import { sessionKindWord } from '#app/public/code-labels.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { heldTogether } from '#app/shared/time/line-breaks.ts'
import { SessionRing } from '#app/ui/ring/session-ring.tsx'
import { PersonName } from '#app/ui/texts/person-name.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import type { PublishedAgenda, PublishedSession } from './domain/agenda-snapshot.ts'
import { filmTitle } from './domain/film-title.ts'

type SessionRowProps = { eventSlug: string; agenda: PublishedAgenda; session: PublishedSession }

/** What a session is, where, and who speaks there. */
export function SessionText({
  eventSlug,
  agenda,
  session,
  children,
}: SessionRowProps & { children?: ReactNode }) {
  const locale = getLocale()
  const cast = castOf(agenda, session.appearances)
  return (
    <div className="what">
      <h3>
        {session.kind === 'break' ? (
          <Translated value={session.title} />
        ) : (
          <a href={publicPath.session(locale, eventSlug, session.slug)}>
            <Translated value={session.title} />
          </a>
        )}
      </h3>
      {session.kind !== 'break' && <SessionPlace agenda={agenda} session={session} />}
      <RowFilms eventSlug={eventSlug} session={session} />
      {cast.length > 0 && (
        <p className="names">
          {cast.map(({ person }) => (
            <a
              key={person.id}
              className="quiet-link"
              href={publicPath.speaker(locale, eventSlug, person.slug)}
            >
              <PersonName name={person.name} />
            </a>
          ))}
        </p>
      )}
      {children}
    </div>
  )
}

/** What a screening shows, each by the title that readers know, leading to its own page. */
function RowFilms({ eventSlug, session }: Omit<SessionRowProps, 'agenda'>) {
  const { films = [], title } = session
  const [only] = films.length === 1 ? films : []
  // A screening that is called as its film says it already.
  const isSaid = only && textIn(title, getLocale()).includes(textIn(filmTitle(only), getLocale()))
  if (films.length === 0 || isSaid) return null
  return (
    <p className="names">
      {films.map((film) => (
        <a key={film.id} className="quiet-link" href={publicPath.film(getLocale(), eventSlug, film.slug)}>
          <cite>
            <Translated value={filmTitle(film)} />
          </cite>
        </a>
      ))}
    </p>
  )
}

/** The table, small, with the seats of those who speak. */
export function SessionWho({ agenda, session }: Omit<SessionRowProps, 'eventSlug'>) {
  if (session.appearances.length === 0) return null
  return (
    <div className="who">
      <SessionRing people={agenda.people} speaking={session.appearances.map((one) => one.personId)} />
    </div>
  )
}

/** Kind, room and track of a session in one line. */
export function SessionPlace({ agenda, session }: Omit<SessionRowProps, 'eventSlug'>) {
  const locale = getLocale()
  const room = agenda.rooms.find((one) => one.id === session.roomId)
  const track = agenda.tracks.find((one) => one.id === session.trackId)
  const words = [
    sessionKindWord(session.kind),
    // With a single room the event's own place says it already.
    agenda.rooms.length > 1 &&
      [textIn(room?.name, locale), textIn(room?.venue, locale)].filter(Boolean).join(', '),
    textIn(track?.name, locale),
  ]
  return <p className="faint">{heldTogether(words.filter(Boolean).join(' · '))}</p>
}
