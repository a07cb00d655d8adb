import { m } from '#app/paraglide/messages.js'
import { SelectField } from '#app/ui/field.tsx'
import type { PersonQuestion } from '../domain/planned.ts'
import { rowWords } from './import-words.ts'

const mostRows = 5

/** Names that may be somebody we know: asked, never guessed; an answer can be changed until the import. */
export function Questions({ questions }: { questions: readonly PersonQuestion[] }) {
  return (
    <fieldset className="form-group stack snug">
      <legend>{m['exchange.import.questions']()}</legend>
      <p className="soft measure">{m['exchange.import.questions-lead']()}</p>
      {questions.map(({ name, candidates, chosen, rows }, index) => (
        <div key={name} className="narrow">
          <input type="hidden" name="who" value={name} />
          <SelectField
            id={`is-${index}`}
            name="is"
            label={m['exchange.import.who-is']({ name })}
            hint={m['exchange.import.question-rows']({ rows: rowsInWords(rows) })}
            defaultValue={chosen}
            placeholder={m['exchange.import.undecided']()}
            options={[
              ...candidates.map((one) => ({ value: one.id, label: one.name })),
              { value: 'new', label: m['exchange.import.somebody-new']() },
            ]}
          />
        </div>
      ))}
    </fieldset>
  )
}

function rowsInWords(rows: readonly string[]): string {
  const words = rows.slice(0, mostRows).map(rowWords).join(', ')
  return rows.length > mostRows ? `${words} …` : words
}
