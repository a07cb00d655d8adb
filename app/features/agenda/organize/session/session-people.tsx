import {
  choiceNames,
  type NotedPerson,
  namesakesOf,
  newNameIn,
} from '#app/features/agenda/domain/draft/people-meant.ts'
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
 * leaves somebody out. With script (people-rows.js) names are searched, and rows are moved and added.
 */
export function SessionPeople({ values, fault, people, turns }: SessionPeopleProps) {
  const list = (name: string) => {
    const found = valueAt(values, name)
    return Array.isArray(found) ? found.map(String) : typeof found === 'string' && found ? [found] : []
  }
  const [ids, roles, minutes, places] = [list('person'), list('role'), list('turn'), list('place')]
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
      isNew: added.includes(String(index)),
      isRemoved: removed.includes(String(index)),
    }
  })
  const general = fault('person')
  const texts = {
    hint: m['agenda.session.people-hint-moving'](),
    none: m['agenda.session.person-none'](),
    add: m['agenda.session.person-plus']({ name: '{name}' }),
    row: m['agenda.session.person-row'](),
    move: m['agenda.session.person-move']({ name: '{name}' }),
    moved: m['agenda.session.person-moved']({ name: '{name}', place: '{place}' }),
    found: m['agenda.session.person-found']({ count: '{count}' }),
    somebody: m['agenda.session.person-new'](),
  }
  return (
    <fieldset
      className="form-group"
      aria-describedby={general && 'people-fault'}
      data-people={JSON.stringify(texts)}
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
      <datalist id="people-known">
        {people.map(({ id, note, portraitId }) => (
          <option
            key={id}
            value={labels.get(id)}
            data-note={note || undefined}
            data-picture={portraitId ?? undefined}
          />
        ))}
      </datalist>
      <ol className="people-rows">
        {rows.map((row) => (
          <SessionPersonRow key={row.index} row={row} />
        ))}
      </ol>
      <script src="/people-rows.js" defer />
    </fieldset>
  )
}
