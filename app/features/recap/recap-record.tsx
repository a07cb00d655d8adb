import { InitiativeList } from '#app/features/initiatives/initiative-list.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { fileSize } from '#app/shared/files/file-size.ts'
import { read, textIn } from '#app/shared/i18n/translated-text.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Portrait } from '#app/ui/portrait.tsx'
import { PersonName } from '#app/ui/texts/person-name.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import type { RecapContent, RichNode } from './domain/recap-content.ts'
import { nodesOf } from './domain/rich-text.ts'
import { type LedTo, NotesThatLed } from './led-to.tsx'
import { RecapFigure } from './recap-sections.tsx'

type RecapRecordProps = {
  event: { slug: string }
  content: RecapContent
  article: RichNode
  ledTo?: LedTo
}

/** What stands behind the article: the other pictures, who took part, what began here, what can be seen again. */
export function RecapRecord({ event, content, article, ledTo = {} }: RecapRecordProps) {
  const locale = getLocale()
  const told = new Set(nodesOf(article).map((node) => node.attrs?.pictureId))
  const quoted = new Set(nodesOf(article).map((node) => node.type === 'quote' && node.attrs?.noteId))
  const pictures = content.pictures.filter((one) => !told.has(one.id))
  const { people, initiatives, recordings, slides } = content
  return (
    <>
      {pictures.length > 0 && (
        <section className="chapter" aria-labelledby="pictures">
          <h2 id="pictures">{m['recap.page.pictures']()}</h2>
          <div className="recap-gallery">
            {pictures.map((picture) => (
              <RecapFigure
                key={picture.id}
                picture={picture}
                locale={locale}
                sizes="(min-width: 62rem) 20rem, (min-width: 40rem) 45vw, 100vw"
              />
            ))}
          </div>
        </section>
      )}
      {people.length > 0 && (
        <section className="chapter" aria-labelledby="people">
          <h2 id="people">{m['recap.page.people']()}</h2>
          <RecapPeople event={event} people={people} />
        </section>
      )}
      <NotesThatLed notes={content.notes} ledTo={ledTo} told={quoted} />
      {initiatives.length > 0 && (
        <section className="chapter" aria-labelledby="initiatives">
          <h2 id="initiatives">{m['recap.page.initiatives']()}</h2>
          <InitiativeList initiatives={initiatives} />
        </section>
      )}
      {recordings.length + slides.length > 0 && (
        <section className="chapter" aria-labelledby="recordings">
          <h2 id="recordings">{m['recap.page.recordings']()}</h2>
          <RecapFiles recordings={recordings} slides={slides} />
        </section>
      )}
      <section className="chapter" aria-labelledby="press">
        <h2 id="press">{m['recap.page.press']()}</h2>
        <div className="stack snug">
          <p className="measure">{m['recap.page.press-lead']()}</p>
          <p className="cluster">
            <ButtonLink href={publicPath.pressKit(locale, event.slug)}>{m['recap.page.kit']()}</ButtonLink>
            <a className="onward" href={publicPath.agenda(locale, event.slug)}>
              {m['recap.page.agenda']()}
            </a>
          </p>
        </div>
      </section>
    </>
  )
}

type PeopleProps = Pick<RecapRecordProps, 'event'> & Pick<RecapContent, 'people'>

function RecapPeople({ event, people }: PeopleProps) {
  const locale = getLocale()
  return (
    <ul className="people-list">
      {people.map((person) => (
        <li className="person" key={person.id}>
          <Portrait name={person.name} portraitId={person.portraitId} />
          <div>
            <h3 className="person-title">
              <a className="quiet-link" href={publicPath.speaker(locale, event.slug, person.slug)}>
                <PersonName name={person.name} honorific={read(person.honorific, locale).text} />
              </a>
            </h3>
            <Translated value={person.position} as="p" className="person-position" />
            <Translated value={person.affiliation} as="p" className="person-position" />
          </div>
        </li>
      ))}
    </ul>
  )
}

function RecapFiles({ recordings, slides }: Pick<RecapContent, 'recordings' | 'slides'>) {
  const locale = getLocale()
  return (
    <ul className="recap-files">
      {recordings.map((one) => (
        <li key={one.url}>
          <a href={one.url} rel="noopener">
            <Translated value={one.title} />
          </a>
        </li>
      ))}
      {slides.map((one) => (
        <li key={one.id}>
          <a href={`/slides/${one.id}`}>{one.name}</a>
          <span className="small soft">
            {m['recap.page.slides-of']({
              name: one.personName,
              session: textIn(one.sessionTitle, locale),
            })}
            {` · ${fileSize(one.size)}`}
          </span>
        </li>
      ))}
    </ul>
  )
}
