import {
  choiceNames,
  type NotedPerson,
  namesakesOf,
  newNameIn,
} from '#app/features/agenda/domain/draft/people-meant.ts'
import { peopleSource, pickerWords } from '#app/organize/person-picker.tsx'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { valueAt } from '#app/shared/forms/form-values.ts'
import type { Refused } from '#app/shared/forms/use-schema-form.ts'
import { type PersonRow, SessionPersonRow } from './session-person-row.tsx'

type SessionPeopleProps = {
  values: Refused['values']
  fault: (name: string) => string | undefined
  people: readonly NotedPerson[]
  turns: readonly string[]
}

const blankRows = 3

/**
 * Who takes part, one row a person, in speaking order. Rows are plain fields, so that the form works without script: a
 * name typed into an empty row adds somebody, a plus before it somebody new, a number changes the order, a ticked box
 * leaves somebody out. With script (people-rows.js) people are chosen in one field, and rows are moved.
 */
export function SessionPeople({ values, fault, people, turns }: SessionPeopleProps) {
  const list = (name: string) => {
    const found = valueAt(values, name)
    return Array.isArray(found) ? found.map(String) : typeof found === 'string' && found ? [found] : []
  }
  const [ids, roles, minutes, places] = [list('person'), list('role'), list('turn'), list('place')]
  const [emails, positions] = [list('newEmail'), list('newPosition')]
  const [added, removed] = [list('newPerson'), list('remove')]
  const known = new Map(people.map((person) => [person.id, person]))
  const labels = choiceNames(people)
  const filled = ids.filter(Boolean).length
  const rows = Array.from({ length: Math.max(filled + blankRows, ids.length) }, (_, index): PersonRow => {
    const typed = ids[index] ?? ''
    const isWrong = !known.has(typed) && newNameIn(typed) === null
    const namesakes = isWrong ? namesakesOf(people, typed) : []
    return {
      index,
      typed,
      person: known.get(typed),
      role: roles[index] ?? 'speaker',
      minutes: minutes[index] ?? '',
      place: places[index] ?? String(index + 1),
      turn: turns[index] ?? '',
      fault: fault(`person.${index}`),
      namesakes: namesakes.length > 1 ? namesakes.map(({ id }) => ({ id, label: labels.get(id) ?? '' })) : [],
      email: emails[index] ?? '',
      position: positions[index] ?? '',
      emailFault: fault(`newEmail.${index}`),
      isNew: added.includes(String(index)),
      isRemoved: removed.includes(String(index)),
    }
  })
  const source = peopleSource(useEventFrame().slug)
  const general = fault('person')
  return (
    <fieldset
      className="form-group"
      aria-describedby={general && 'people-fault'}
      data-people={JSON.stringify(scriptTexts(source))}
    >
      <legend>{m['agenda.session.people']()}</legend>
      <p className="field-hint" data-hint>
        {m['agenda.session.people-hint']()}
      </p>
      {general && (
        <p className="field-error" id="people-fault">
          {general}
        </p>
      )}
      <noscript>
        <datalist id="people-known">
          {people.map(({ id }) => (
            <option key={id} value={labels.get(id)} />
          ))}
        </datalist>
      </noscript>
      <ol className="people-rows">
        {rows.map((row) => (
          <SessionPersonRow key={row.index} row={row} source={source} />
        ))}
      </ol>
      <script type="module" src="/people-rows.js" />
    </fieldset>
  )
}

/** What people-rows.js says, and where it asks. */
function scriptTexts(source: string) {
  return {
    hint: m['agenda.session.people-pick-hint'](),
    pick: m['agenda.session.people-pick'](),
    newcomer: m['agenda.session.person-new'](),
    there: m['agenda.session.person-there']({ name: '{name}' }),
    added: m['agenda.session.person-added']({ name: '{name}', place: '{place}' }),
    leftOut: m['agenda.session.person-left-out']({ name: '{name}' }),
    move: m['agenda.session.person-move']({ name: '{name}' }),
    moved: m['agenda.session.person-moved']({ name: '{name}', place: '{place}' }),
    of: {
      role: m['agenda.session.role-of']({ name: '{name}' }),
      turn: m['agenda.session.turn-of']({ name: '{name}' }),
      place: m['agenda.session.place-of']({ name: '{name}' }),
      newEmail: m['agenda.session.newcomer-email-of']({ name: '{name}' }),
      newPosition: m['agenda.session.newcomer-position-of']({ name: '{name}' }),
    },
    source,
    picker: pickerWords(),
  }
}
