import { m } from '#app/paraglide/messages.js'
import { CheckboxField, SelectField } from '#app/ui/fields/field.tsx'
import { Portrait } from '#app/ui/portrait.tsx'
import { rowLabel } from './import-labels.ts'
import type { QuestionView } from './import-view.server.ts'

const mostRows = 5

type QuestionsProps = { questions: readonly QuestionView[]; sameNames: boolean }

/** Names that may be somebody we know: asked, never guessed; an answer can be changed until the import. */
export function Questions({ questions, sameNames }: QuestionsProps) {
  return (
    <fieldset className="form-group stack snug">
      <legend>{m['exchange.import.questions']()}</legend>
      <p className="soft measure">{m['exchange.import.questions-lead']()}</p>
      <CheckboxField name="sameNames" label={m['exchange.import.same-names']()} defaultChecked={sameNames} />
      {questions.map(({ key, name, position, candidates, chosen, rows }, index) => (
        <div key={key} className="stack tight narrow">
          <input type="hidden" name="who" value={key} />
          <SelectField
            id={`is-${index}`}
            name="is"
            label={m['exchange.import.who-is']({ name })}
            hint={[
              m['exchange.import.question-rows']({ rows: rowsText(rows) }),
              ...(position ? [m['exchange.import.question-file']({ words: position })] : []),
            ].join(' · ')}
            defaultValue={chosen}
            placeholder={m['exchange.import.undecided']()}
            options={[
              ...candidates.map((one) => ({
                value: one.id,
                label: [one.name, one.words].filter(Boolean).join(' – '),
              })),
              { value: 'new', label: m['exchange.import.somebody-new']() },
            ]}
          />
          <ul className="plain-list stack tight">
            {candidates.map((one) => (
              <li key={one.id} className="cluster">
                <Portrait name={one.name} portraitId={one.portraitId} size="2.5rem" />
                <span>
                  {one.name}
                  {one.words && <span className="soft"> · {one.words}</span>}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </fieldset>
  )
}

function rowsText(rows: readonly string[]): string {
  const words = rows.slice(0, mostRows).map(rowLabel).join(', ')
  return rows.length > mostRows ? `${words} …` : words
}
