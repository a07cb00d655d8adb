import { wayWord } from '#app/features/interpretation/way-word.ts'
import { m } from '#app/paraglide/messages.js'
import { languageWord, roleWord } from '#app/public/code-labels.ts'
import { PersonName } from '#app/ui/texts/person-name.tsx'
import { TimeRange } from '#app/ui/texts/time-range.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { CueText } from './cue-text.tsx'
import type { ModeratorView } from './domain/moderator-view.server.ts'

const parts = ['introduction', 'questions', 'handOver', 'interpreting', 'technical'] as const

/** The whole session on paper: everybody in speaking order with all that was written for the moderator. */
export function CueSheet({ view, zone }: { view: ModeratorView; zone: string }) {
  const { session, people, cue, shifts } = view
  return (
    <section className="cue-sheet" aria-label={m['live.cue.title']()}>
      <p className="label">{m['live.cue.title']()}</p>
      <h2 className="title-m">
        <Translated value={session.title} />
      </h2>
      <p>
        <TimeRange start={session.startsAt} end={session.endsAt} zone={zone} withoutReader />
      </p>
      <CueText cue={cue} parts={parts} />
      {shifts.length > 0 && (
        <ul aria-label={m['interpretation.plan.shifts']()}>
          {shifts.map((shift) => (
            <li key={`${shift.personId}-${shift.fromMinute}-${shift.source}`}>
              {m['interpretation.sheet.shift']({
                person: shift.name,
                from: shift.fromMinute,
                to: shift.fromMinute + shift.minutes,
                source: languageWord(shift.source),
                target: languageWord(shift.target),
                way: wayWord(shift.way),
              })}
            </li>
          ))}
        </ul>
      )}
      <ol>
        {people.map((person) => (
          <li key={person.id}>
            <h3 className="title-s">
              <PersonName name={person.name} />
            </h3>
            <p>
              {[
                person.roles.map(roleWord).join(', '),
                person.minutes !== null && m['live.sheet.minutes']({ count: person.minutes }),
                person.pronunciation && m['live.room.pronounced']({ words: person.pronunciation }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <Translated value={person.position} as="p" />
            <Translated value={person.affiliation} as="p" />
            <CueText cue={person.cue} parts={parts} />
          </li>
        ))}
      </ol>
    </section>
  )
}
