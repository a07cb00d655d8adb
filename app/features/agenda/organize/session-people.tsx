import { roleWord } from '#app/features/events/public-words.ts'
import { m } from '#app/paraglide/messages.js'
import { valueAt } from '#app/shared/forms/form-values.ts'
import type { Refused } from '#app/shared/forms/use-schema-form.ts'
import { appearanceRoles } from '#app/shared/vocabulary.ts'
import { fieldId } from '#app/ui/field-frame.tsx'

type SessionPeopleProps = {
  values: Refused['values']
  fault: (name: string) => string | undefined
  people: readonly { id: string; name: string }[]
  turns: readonly string[]
}

const blankRows = 3

/**
 * Who takes part, one row a person, in speaking order. Rows are plain fields, so that the form works without script: a
 * name typed into an empty row adds somebody, also somebody new, a number changes the order, a ticked box leaves somebody out.
 */
export function SessionPeople({ values, fault, people, turns }: SessionPeopleProps) {
  const list = (name: string) => {
    const found = valueAt(values, name)
    return Array.isArray(found) ? found.map(String) : []
  }
  const [ids, roles, minutes, places] = [list('person'), list('role'), list('turn'), list('place')]
  const added = list('newPerson')
  const names = new Map(people.map((person) => [person.id, person.name]))
  const filled = ids.filter(Boolean).length
  const rows = Array.from({ length: filled + blankRows }, (_, index) => index)
  const general = fault('person')
  return (
    <fieldset className="form-group" aria-describedby={general && 'people-fault'}>
      <legend>{m['agenda.session.people']()}</legend>
      <p className="field-hint">{m['agenda.session.people-hint']()}</p>
      {general && (
        <p className="field-error" id="people-fault">
          {general}
        </p>
      )}
      <datalist id="people-known">
        {people.map((person) => (
          <option key={person.id} value={person.name} />
        ))}
      </datalist>
      <ol className="people-rows">
        {rows.map((index) => {
          const id = ids[index] ?? ''
          const name = names.get(id)
          const wrong = fault(`person.${index}`)
          const who = name ?? m['agenda.session.person-new']()
          return (
            <li key={index} className="people-row">
              <div className="people-row-name">
                {name ? (
                  <>
                    <input type="hidden" name="person" value={id} />
                    <span>{name}</span>
                    {turns[index] && <span className="faint small figures">{turns[index]}</span>}
                  </>
                ) : (
                  <input
                    id={fieldId(`person.${index}`)}
                    className="input"
                    name="person"
                    list="people-known"
                    defaultValue={id}
                    autoComplete="off"
                    placeholder={m['agenda.session.person-name']()}
                    aria-label={m['agenda.session.person-name']()}
                    aria-invalid={wrong ? true : undefined}
                    aria-describedby={wrong ? `person-${index}-fault` : undefined}
                  />
                )}
                {wrong && (
                  <span className="field-error" id={`person-${index}-fault`}>
                    {wrong}
                  </span>
                )}
                {!name && id && (wrong || added.includes(String(index))) && (
                  <label className="choice small">
                    <input
                      type="checkbox"
                      name="newPerson"
                      value={index}
                      defaultChecked={added.includes(String(index))}
                    />
                    <span>{m['agenda.session.person-add']({ name: id })}</span>
                  </label>
                )}
              </div>
              <select
                className="input"
                name="role"
                defaultValue={roles[index] ?? 'speaker'}
                aria-label={m['agenda.session.role-of']({ name: who })}
              >
                {appearanceRoles.map((role) => (
                  <option key={role} value={role}>
                    {roleWord(role)}
                  </option>
                ))}
              </select>
              <Figure
                name="turn"
                label={m['agenda.session.turn-of']({ name: who })}
                unit={m['agenda.session.minutes-unit']()}
                value={minutes[index] ?? ''}
              />
              <Figure
                name="place"
                label={m['agenda.session.place-of']({ name: who })}
                unit={m['agenda.session.place-unit']()}
                value={places[index] ?? String(index + 1)}
              />
              {name && (
                <label className="choice small">
                  <input type="checkbox" name="remove" value={index} />
                  <span>
                    {m['agenda.session.remove']()} <span className="visually-hidden">{name}</span>
                  </span>
                </label>
              )}
            </li>
          )
        })}
      </ol>
    </fieldset>
  )
}

type FigureProps = { name: string; label: string; unit: string; value: string }

function Figure({ name, label, unit, value }: FigureProps) {
  return (
    <label className="people-row-figure">
      <span className="faint small" aria-hidden="true">
        {unit}
      </span>
      <input className="input" name={name} defaultValue={value} inputMode="numeric" aria-label={label} />
    </label>
  )
}
