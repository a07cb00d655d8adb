import { m } from '#app/paraglide/messages.js'
import { CheckboxField } from '#app/ui/fields/field.tsx'
import { personFieldLabel } from './import-labels.ts'
import type { DetailsView } from './import-view.server.ts'

/** What a file changes of people who are here, field by field; what somebody changed here too is asked about. */
export function ChangedPeople({ people }: { people: readonly DetailsView[] }) {
  if (people.length === 0) return null
  return (
    <section className="stack snug">
      <h2 className="title-s">{m['exchange.import.people-changed']()}</h2>
      {people.map(({ key, name, changes, clashes, isKept }) => (
        <div key={key} className="stack tight">
          <strong>{name}</strong>
          {changes.map(({ field, before, after }) => (
            <span key={field} className="small measure">
              {before
                ? m['exchange.import.person-change']({ field: personFieldLabel(field), before, after })
                : m['exchange.import.person-filled']({ field: personFieldLabel(field), after })}
            </span>
          ))}
          {clashes.map((clash) => (
            <ClashChoice key={clash.field} word={personFieldLabel(clash.field)} rowKey={key} clash={clash} />
          ))}
          {(changes.length > 0 || isKept) && (
            <CheckboxField
              name="keep"
              value={key}
              label={m['exchange.import.keep-person']({ name })}
              defaultChecked={isKept}
            />
          )}
        </div>
      ))}
    </section>
  )
}

type ClashProps = {
  word: string
  rowKey: string
  clash: { field: string; ours: string; file: string; taken: boolean }
}

/** One field that both changed: ours stays unless the file's is asked for. */
export function ClashChoice({ word, rowKey, clash }: ClashProps) {
  const { field, ours, file, taken } = clash
  return (
    <span className="stack tight">
      <span className="small measure">
        {m['exchange.import.clash']({ field: word, ours: ours || m['exchange.import.nobody'](), file })}
      </span>
      <CheckboxField
        name="take"
        value={`${field} ${rowKey}`}
        label={m['exchange.import.take']()}
        defaultChecked={taken}
      />
    </span>
  )
}
