import type { PublishedPerson } from '#app/features/agenda/domain/agenda-snapshot.ts'
import { getLocale } from '#app/paraglide/runtime.js'
import { roleWord } from '#app/public/code-labels.ts'
import { read } from '#app/shared/i18n/translated-text.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import type { AppearanceRole } from '#app/shared/vocabulary.ts'
import { Portrait } from '#app/ui/portrait.tsx'
import { PersonName } from '#app/ui/texts/person-name.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'

type Seated = PublishedPerson & { roles?: readonly AppearanceRole[] }
type PeopleListProps = { eventSlug: string; people: readonly Seated[]; level?: 'h2' | 'h3' | 'p' }

/** People with what they are, in the order given. */
export function PeopleList({ eventSlug, people, level: Heading = 'h3' }: PeopleListProps) {
  const locale = getLocale()
  return (
    <ul className="people-list">
      {people.map((person) => (
        <li className="person" key={person.id}>
          <Portrait name={person.name} portraitId={person.portraitId ?? null} />
          <div>
            <Heading className="person-title">
              <a className="quiet-link" href={publicPath.speaker(locale, eventSlug, person.slug)}>
                <PersonName name={person.name} honorific={read(person.honorific, locale).text} />
              </a>
            </Heading>
            <Translated value={person.position} as="p" className="person-position" />
            <Translated value={person.affiliation} as="p" className="person-position" />
            {person.roles && <p className="label">{person.roles.map(roleWord).join(' · ')}</p>}
          </div>
        </li>
      ))}
    </ul>
  )
}
