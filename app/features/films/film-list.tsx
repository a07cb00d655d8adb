import { filmTitle } from '#app/features/agenda/domain/film-title.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { read } from '#app/shared/i18n/translated-text.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { heldTogether } from '#app/shared/time/line-breaks.ts'
import { Picture } from '#app/ui/picture.tsx'
import { PersonName } from '#app/ui/texts/person-name.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import type { ShownFilm } from './film-view.server.ts'

type FilmListProps = { eventSlug: string; films: readonly ShownFilm[]; level?: 'h2' | 'h3' }

/** Films as a catalogue lists them: a still where there is one, the title, who made it, where, when and how long. */
export function FilmList({ eventSlug, films, level: Title = 'h2' }: FilmListProps) {
  const locale = getLocale()
  return (
    <ul className="film-list">
      {films.map((film) => (
        <li key={film.id} className="film-entry">
          {film.still && <FilmStill still={film.still} />}
          <div className="stack tight">
            <Title className="title-s">
              <a href={publicPath.film(locale, eventSlug, film.slug)}>
                <Translated value={filmTitle(film)} />
              </a>
            </Title>
            <OriginalTitle film={film} />
            {film.directors.length > 0 && (
              <p className="small">
                {film.directors.map((name, at) => (
                  <span key={name}>
                    {at > 0 && ', '}
                    <PersonName name={name} />
                  </span>
                ))}
              </p>
            )}
            <p className="small soft">{heldTogether(filmFacts(film))}</p>
            {film.section && <Translated value={film.section} as="p" className="small soft" />}
          </div>
        </li>
      ))}
    </ul>
  )
}

function FilmStill({ still }: { still: NonNullable<ShownFilm['still']> }) {
  const locale = getLocale()
  const alt = read(still.alt, locale)
  return (
    <Picture
      picture={still}
      alt={alt.text}
      lang={alt.lang === locale ? undefined : alt.lang}
      sizes="(min-width: 44rem) 20rem, 100vw"
    />
  )
}

type Titled = Pick<ShownFilm, 'title' | 'originalTitle' | 'originalLanguage'>

/** The title that a film came with, in its own language, where readers see another one. */
export function OriginalTitle({ film }: { film: Titled }) {
  const { originalTitle, originalLanguage } = film
  if (!originalTitle || read(filmTitle(film), getLocale()).text === originalTitle) return null
  return (
    <p className="soft" lang={originalLanguage || undefined}>
      <cite>{originalTitle}</cite>
    </p>
  )
}

/** "Hàn Quốc, Việt Nam · 2024 · 109 phút". */
export function filmFacts({ countries, year, minutes }: Pick<ShownFilm, 'countries' | 'year' | 'minutes'>) {
  return [countries, year, minutes && m['films.facts.minutes']({ count: minutes })]
    .filter(Boolean)
    .join(' · ')
}
