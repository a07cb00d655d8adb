import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { read, type TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { type AgeRating, creditRoles, type Premiere } from '#app/shared/vocabulary.ts'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Picture } from '#app/ui/picture.tsx'
import { PersonName } from '#app/ui/texts/person-name.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import type { FilmCredit, FilmStill } from './domain/films.server.ts'
import { creditRoleName, premiereName, ratingName } from './film-labels.ts'

/** Stills of a film, the first one large; each says whose it is. */
export function FilmStills({ stills }: { stills: readonly FilmStill[] }) {
  if (stills.length === 0) return null
  return (
    <div className="film-stills">
      {stills.map((still, at) => (
        <Still key={still.id} still={still} first={at === 0} />
      ))}
    </div>
  )
}

function Still({ still, first }: { still: FilmStill; first: boolean }) {
  const locale = getLocale()
  const alt = read(still.alt, locale)
  return (
    <figure className="film-still">
      <Picture
        picture={still}
        alt={alt.text}
        lang={alt.lang === locale ? undefined : alt.lang}
        sizes={first ? '(min-width: 60rem) 60rem, 100vw' : '(min-width: 60rem) 20rem, 50vw'}
        first={first}
      />
      <Credited value={still.credit} />
    </figure>
  )
}

function Credited({ value }: { value: TranslatedText }) {
  if (!read(value, getLocale()).text) return null
  return (
    <figcaption className="small soft">
      {m['films.page.still-credit']()} <Translated value={value} />
    </figcaption>
  )
}

type Described = {
  countries: string
  year: number | null
  minutes: number | null
  languages: string
  subtitles: string
  rating: AgeRating | null
  premiere: Premiere | null
}

/** What is to be known of a film before one goes to see it. */
export function FilmDescription({ film }: { film: Described }) {
  const { countries, year, minutes, languages, subtitles, rating, premiere } = film
  return (
    <DescriptionList
      entries={[
        { term: m['films.facts.countries'](), value: countries },
        { term: m['films.facts.year'](), value: year },
        { term: m['films.facts.length'](), value: minutes && m['films.facts.minutes']({ count: minutes }) },
        { term: m['films.facts.languages'](), value: languages },
        { term: m['films.facts.subtitles'](), value: subtitles },
        { term: m['films.facts.rating'](), value: rating && ratingName(rating) },
        { term: m['films.facts.premiere'](), value: premiere && premiereName(premiere) },
      ]}
    />
  )
}

type FilmCreditsProps = { eventSlug: string; credits: readonly FilmCredit[]; pages: readonly string[] }

/** Who made a film, by what they did; who has a page among the speakers leads to it. */
export function FilmCredits({ eventSlug, credits, pages }: FilmCreditsProps) {
  const locale = getLocale()
  if (credits.length === 0) return null
  const entries = creditRoles.map((role) => {
    const own = credits.filter((one) => one.role === role)
    return {
      term: creditRoleName(role),
      value: own.length > 0 && (
        <ul className="film-names">
          {own.map(({ personId, name, slug }) => (
            <li key={personId}>
              {pages.includes(personId) ? (
                <a href={publicPath.speaker(locale, eventSlug, slug)}>
                  <PersonName name={name} />
                </a>
              ) : (
                <PersonName name={name} />
              )}
            </li>
          ))}
        </ul>
      ),
    }
  })
  return (
    <section className="stack snug" aria-labelledby="credits">
      <h2 id="credits">{m['films.page.credits']()}</h2>
      <DescriptionList entries={entries.filter(({ value }) => value !== false)} />
    </section>
  )
}

type FilmAwardsProps = {
  eventSlug: string
  awards: readonly { id: string; name: TranslatedText; person: string | null }[]
}

/** What a film won, itself or its makers for it. */
export function FilmAwards({ eventSlug, awards }: FilmAwardsProps) {
  if (awards.length === 0) return null
  return (
    <section className="stack snug" aria-labelledby="awards">
      <h2 id="awards">
        <a className="quiet-link" href={publicPath.awards(getLocale(), eventSlug)}>
          {m['films.awards.title']()}
        </a>
      </h2>
      <ul>
        {awards.map(({ id, name, person }) => (
          <li key={`${id} ${person}`}>
            <Translated value={name} />
            {person && (
              <span className="soft">
                {' · '}
                <PersonName name={person} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
