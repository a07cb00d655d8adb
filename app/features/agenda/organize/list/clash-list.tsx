import type { Clash } from '#app/features/agenda/domain/clashes/clashes.ts'
import { m } from '#app/paraglide/messages.js'
import { languageWord } from '#app/public/code-labels.ts'
import { StateMark } from '#app/ui/state-mark.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import type { ClashView } from './clash-views.ts'

type ClashListProps = {
  clashes: readonly ClashView[]
  /** The event's desk: `/organize/events/{event}`. */
  home: string
  /** On the page of this session its own link is left out. */
  here?: string
}

/** What does not fit, each with the way to where it can be put right. */
export function ClashList({ clashes, home, here }: ClashListProps) {
  return (
    <ul className="clashes">
      {clashes.map(({ key, clash, sessions, person }) => (
        <li key={key} className="clash">
          <StateMark tone={clash.severity === 'error' ? 'bad' : 'care'}>
            {clash.severity === 'error' ? m['agenda.clash.error']() : m['agenda.clash.warning']()}
          </StateMark>
          <div className="stack tight">
            <p>{clashSentence(clash, person ?? '')}</p>
            <p className="cluster small">
              {sessions
                .filter(({ id }) => id !== here)
                .map(({ id, title }) => (
                  <a key={id} href={`${home}/agenda/sessions/${id}`}>
                    <Translated value={title} />
                  </a>
                ))}
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}

type Sentences = {
  [Kind in Clash['kind']]: (clash: Extract<Clash, { kind: Kind }>, person: string) => string
}

const sentences: Sentences = {
  'outside-event': () => m['agenda.clash.outside-event'](),
  'room-twice': () => m['agenda.clash.room-twice'](),
  'person-twice': ({ elsewhere }, person) =>
    elsewhere ? m['agenda.clash.person-elsewhere']({ person }) : m['agenda.clash.person-twice']({ person }),
  travel: ({ needed, there }, person) => m['agenda.clash.travel']({ person, needed, there }),
  'outside-availability': (_, person) => m['agenda.clash.outside-availability']({ person }),
  'moderator-missing': () => m['agenda.clash.moderator-missing'](),
  'minutes-over': ({ minutes, length }) => m['agenda.clash.minutes-over']({ minutes, length }),
  'room-too-small': ({ capacity, people }) => m['agenda.clash.room-too-small']({ capacity, people }),
  'translation-stale': ({ field }) => m['agenda.clash.translation-stale']({ field: fieldWord(field) }),
  'translation-missing': ({ field, locale }) =>
    m['agenda.clash.translation-missing']({ field: fieldWord(field), language: languageWord(locale) }),
  'interpreter-missing': () => m['agenda.clash.interpreter-missing'](),
}

/** What is wrong, in the organizer's language. */
export function clashSentence(clash: Clash, person: string): string {
  return (sentences[clash.kind] as (clash: Clash, person: string) => string)(clash, person)
}

function fieldWord(field: 'title' | 'abstract'): string {
  return field === 'title' ? m['agenda.session.title']() : m['agenda.session.abstract']()
}
