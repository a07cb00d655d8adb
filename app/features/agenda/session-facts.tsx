import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { languageWord } from '#app/public/code-labels.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { Translated } from '#app/ui/texts/translated.tsx'
import type { PublishedFilm, PublishedSession } from './domain/agenda-snapshot.ts'
import { filmTitle } from './domain/film-title.ts'

/** What is spoken in a session, and into what it is interpreted. */
export function SessionLanguages({ session }: { session: PublishedSession }) {
  const { languages, interpretation = [] } = session
  return (
    <>
      {languages.length > 0 && (
        <p className="small soft">
          {m['public.session.languages']()}: {languages.map(languageWord).join(', ')}
        </p>
      )}
      {interpretation.length > 0 && (
        <p className="small soft">
          {m['public.session.interpretation']()}: {interpretation.map(languageWord).join(', ')}
        </p>
      )}
    </>
  )
}

/** What a screening shows, each leading to its own page. */
export function SessionFilms({ eventSlug, films }: { eventSlug: string; films: PublishedFilm[] }) {
  if (films.length === 0) return null
  return (
    <section className="stack snug" aria-labelledby="films">
      <h2 id="films">{m['public.session.films']()}</h2>
      <ul>
        {films.map((film) => (
          <li key={film.id}>
            <a href={publicPath.film(getLocale(), eventSlug, film.slug)}>
              <cite>
                <Translated value={filmTitle(film)} />
              </cite>
            </a>
            {film.minutes !== null && (
              <span className="soft"> · {m['films.facts.minutes']({ count: film.minutes })}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
