import { type NotedPerson, newNameIn } from '#app/features/agenda/domain/draft/people-meant.ts'
import { PersonPicker } from '#app/organize/person-picker.tsx'
import { m } from '#app/paraglide/messages.js'
import { roleWord } from '#app/public/code-labels.ts'
import { fieldId } from '#app/shared/forms/field-id.ts'
import { appearanceRoles } from '#app/shared/vocabulary.ts'
import { FieldError, fieldWiring } from '#app/ui/fields/field-box.tsx'
import { Portrait } from '#app/ui/portrait.tsx'

export type PersonRow = {
  index: number
  /** An id, or what was typed. */
  typed: string
  person: NotedPerson | undefined
  role: string
  minutes: string
  place: string
  /** When the turn is, as written. */
  turn: string
  fault: string | undefined
  /** Those who bear the name that was typed, when there are several. */
  namesakes: { id: string; label: string }[]
  /** Of somebody new. */
  email: string
  position: string
  emailFault: string | undefined
  isNew: boolean
  isRemoved: boolean
}

/** Somebody in a session, or a row for one more. */
export function SessionPersonRow({ row, source }: { row: PersonRow; source: string }) {
  const { index, person } = row
  const who = person?.name ?? m['agenda.session.person-new']()
  return (
    <li className="people-row" data-blank={person || row.typed ? undefined : ''}>
      <div className="people-row-name">
        {person ? <Known person={person} turn={row.turn} /> : <Wanted row={row} source={source} />}
        {row.fault && (
          <span className="field-error" id={`person-${index}-fault`}>
            {row.fault}
          </span>
        )}
        {!person && row.typed && row.namesakes.length === 0 && (row.fault || row.isNew) && (
          <label className="choice small">
            <input type="checkbox" name="newPerson" value={index} defaultChecked={row.isNew} />
            <span>{m['agenda.session.person-add']({ name: row.typed })}</span>
          </label>
        )}
        {!person && <Newcomer row={row} />}
      </div>
      <label className="people-row-figure">
        <span className="faint small" aria-hidden="true">
          {m['agenda.session.role']()}
        </span>
        <select
          className="input"
          name="role"
          defaultValue={row.role}
          data-place={index}
          aria-label={m['agenda.session.role-of']({ name: who })}
        >
          {appearanceRoles.map((role) => (
            <option key={role} value={role}>
              {roleWord(role)}
            </option>
          ))}
        </select>
      </label>
      <Figure
        name="turn"
        index={index}
        label={m['agenda.session.turn-of']({ name: who })}
        unit={m['agenda.session.minutes-unit']()}
        value={row.minutes}
      />
      <Figure
        name="place"
        index={index}
        label={m['agenda.session.place-of']({ name: who })}
        unit={m['agenda.session.place-unit']()}
        value={row.place}
      />
      <label className="choice small" hidden={!person && !row.typed}>
        <input type="checkbox" name="remove" value={index} defaultChecked={row.isRemoved} />
        <span>
          {m['agenda.session.remove']()}{' '}
          <span className="visually-hidden" data-who>
            {person?.name ?? row.typed}
          </span>
        </span>
      </label>
    </li>
  )
}

function Known({ person, turn }: { person: NotedPerson; turn: string }) {
  return (
    <div className="people-row-known">
      <input type="hidden" name="person" value={person.id} />
      <input type="hidden" name="newEmail" value="" />
      <input type="hidden" name="newPosition" value="" />
      <Portrait name={person.name} portraitId={person.portraitId} size="2.25rem" />
      <span>
        <span data-name>{person.name}</span>
        {person.note && <span className="person-note">{person.note}</span>}
        {turn && <span className="person-note figures">{turn}</span>}
      </span>
    </div>
  )
}

/** A name to be typed; where several bear the one that was typed, which of them it is. */
function Wanted({ row, source }: { row: PersonRow; source: string }) {
  const { index, typed, fault, namesakes } = row
  const own = {
    id: fieldId(`person.${index}`),
    className: 'input',
    name: 'person',
    'data-place': index,
    'aria-invalid': fault ? (true as const) : undefined,
    'aria-describedby': fault ? `person-${index}-fault` : undefined,
  }
  if (namesakes.length > 0) {
    return (
      <select {...own} defaultValue={typed} aria-label={m['agenda.session.person-which']({ name: typed })}>
        <option value={typed}>{m['agenda.session.person-which']({ name: typed })}</option>
        {namesakes.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
        <option value={`+ ${typed}`}>{m['agenda.session.person-plus']({ name: typed })}</option>
      </select>
    )
  }
  const field = (
    <input
      {...own}
      list="people-known"
      defaultValue={typed}
      autoComplete="off"
      placeholder={m['agenda.session.person-name']()}
      aria-label={m['agenda.session.person-name']()}
    />
  )
  // Of a name that is told apart by its plus there is nothing to look up.
  if (typed === '' || newNameIn(typed) !== null) return field
  return (
    <PersonPicker source={source} somebodyNew={{ value: '', nameField: '' }}>
      {field}
    </PersonPicker>
  )
}

/** What may be said of somebody new at once; an empty field can wait. */
function Newcomer({ row: { index, typed, email, position, emailFault } }: { row: PersonRow }) {
  const isOpen = newNameIn(typed) !== null || email !== '' || position !== ''
  const [emailId, positionId] = [fieldId(`newEmail.${index}`), fieldId(`newPosition.${index}`)]
  return (
    <details className="people-row-newcomer small" open={isOpen}>
      <summary>{m['agenda.session.newcomer']()}</summary>
      <div className="pair">
        <label className="field">
          <span className="faint">{m['agenda.session.newcomer-email']()}</span>
          <input
            {...fieldWiring(emailId, { error: emailFault })}
            className="input"
            name="newEmail"
            type="email"
            defaultValue={email}
            data-place={index}
            autoComplete="off"
          />
          <FieldError id={emailId} error={emailFault} />
        </label>
        <label className="field">
          <span className="faint">{m['agenda.session.newcomer-position']()}</span>
          <input
            id={positionId}
            className="input"
            name="newPosition"
            defaultValue={position}
            data-place={index}
            autoComplete="off"
          />
        </label>
      </div>
    </details>
  )
}

type FigureProps = { name: string; index: number; label: string; unit: string; value: string }

function Figure({ name, index, label, unit, value }: FigureProps) {
  return (
    <label className="people-row-figure">
      <span className="faint small" aria-hidden="true">
        {unit}
      </span>
      <input
        className="input"
        name={name}
        defaultValue={value}
        inputMode="numeric"
        data-place={index}
        aria-label={label}
      />
    </label>
  )
}
