import { hasChoices } from '#app/features/questions/domain/question-details.ts'
import { TextPair } from '#app/organize/text-pair.tsx'
import { m } from '#app/paraglide/messages.js'
import { extendFormMessages } from '#app/shared/forms/form-messages.ts'
import { valueAt } from '#app/shared/forms/form-values.ts'
import { type PlainTools, plainTools } from '#app/shared/forms/plain-tools.ts'
import type { Refused } from '#app/shared/forms/use-schema-form.ts'
import { type QuestionKind, questionMoments } from '#app/shared/vocabulary.ts'
import { CheckboxField, RadioGroup, SelectField, TextField } from '#app/ui/fields/field.tsx'
import { FieldGroup } from '#app/ui/fields/field-group.tsx'
import type { QuestionFormView } from './question-form-view.server.ts'
import { momentNames } from './question-labels.ts'

extendFormMessages({
  'questions.form.label-missing': m['questions.form.label-missing'],
  'shared.refusal.question-choices': m['shared.refusal.question-choices'],
  'shared.refusal.question-incomplete': m['shared.refusal.question-incomplete'],
  'shared.refusal.question-order': m['shared.refusal.question-order'],
  'shared.refusal.question-too-many': m['shared.refusal.question-too-many'],
})

/** Where a form tells what only the verb finds out. */
export const questionRefusals = {
  'question-choices': 'choices.0.vi',
  'question-incomplete': 'text.vi',
  'question-order': 'terms.0.what',
  'question-too-many': 'form',
}

type Props = {
  kind: QuestionKind
  view: QuestionFormView
  refused: Refused | undefined
  initial: Refused['values']
  stale?: readonly string[]
}

/** What organizers write about a question; checked on the server only. */
export function QuestionFormFields({ kind, view, refused, initial, stale = [] }: Props) {
  const tools = plainTools(refused, initial)
  const pair = (name: string) => ({ tools, name, stale: stale.includes(name) })
  return (
    <>
      <TextPair {...pair('label')} label={m['questions.form.label']()} required />
      <TextPair {...pair('help')} label={m['questions.form.help']()} rows={2} />
      {kind === 'agreement' && (
        <TextPair
          {...pair('text')}
          label={m['questions.form.text']()}
          hint={m['questions.form.text-hint']()}
          rows={5}
        />
      )}
      {hasChoices(kind) && <ChoiceRows tools={tools} stale={stale} />}
      <CheckboxField {...tools.choice('isRequired')} label={m['questions.form.required']()} />
      <RadioGroup
        name="moment"
        label={m['questions.form.moment']()}
        defaultValue={String(tools.values.moment ?? 'registration')}
        options={questionMoments.map((moment) => ({ value: moment, label: momentNames[moment]() }))}
      />
      {view.categories.length > 1 && (
        <FieldGroup legend={m['questions.form.categories']()}>
          <p className="field-hint">{m['questions.form.categories-hint']()}</p>
          {view.categories.map(({ code, name }) => (
            <CheckboxField key={code} {...tools.choice(`categories.${code}`)} label={name} />
          ))}
        </FieldGroup>
      )}
      <Conditions tools={tools} view={view} />
    </>
  )
}

/** The rows that were filled in, and some more. */
function rowsFor(tools: PlainTools, name: string, more: number): number[] {
  const filled = Object.keys((valueAt(tools.values, name) as object | undefined) ?? {}).map(Number)
  const next = Math.max(-1, ...filled.filter(Number.isInteger)) + 1
  return Array.from({ length: Math.min(next + more, 100) }, (_, at) => at)
}

function ChoiceRows({ tools, stale }: { tools: PlainTools; stale: readonly string[] }) {
  return (
    <FieldGroup legend={m['questions.form.choices']()}>
      <p className="field-hint">{m['questions.form.choices-hint']()}</p>
      {rowsFor(tools, 'choices', 4).map((at) => {
        const name = `choices.${at}`
        const code = String(valueAt(tools.values, `${name}.code`) ?? '')
        return (
          <div key={at} className="stack tight">
            <input type="hidden" name={`${name}.code`} value={code} />
            <TextPair
              tools={tools}
              name={name}
              label={m['questions.form.choice']({ number: String(at + 1) })}
              stale={stale.includes(name)}
            />
            {code !== '' && (
              <CheckboxField {...tools.choice(`${name}.isRetired`)} label={m['questions.form.retired']()} />
            )}
          </div>
        )
      })}
    </FieldGroup>
  )
}

function Conditions({ tools, view }: { tools: PlainTools; view: QuestionFormView }) {
  return (
    <FieldGroup legend={m['questions.form.condition']()}>
      <p className="field-hint">{m['questions.form.condition-hint']()}</p>
      {rowsFor(tools, 'terms', 2).map((at) => (
        <div key={at} className="pair">
          <SelectField
            {...tools.field(`terms.${at}.what`)}
            label={m['questions.form.term']({ number: String(at + 1) })}
            placeholder={m['questions.form.term-none']()}
            options={[]}
          >
            {view.conditions.map(({ label, options }) => (
              <optgroup key={label} label={label}>
                {options.map((option) => (
                  <option key={option.value} value={option.value}>
                    {`${label} – ${option.label}`}
                  </option>
                ))}
              </optgroup>
            ))}
          </SelectField>
          {view.hasNumbers && (
            <TextField
              {...tools.field(`terms.${at}.value`)}
              label={m['questions.form.term-number']()}
              className="input-short"
              inputMode="decimal"
              autoComplete="off"
            />
          )}
        </div>
      ))}
      <RadioGroup
        name="join"
        label={m['questions.form.join']()}
        defaultValue={String(tools.values.join ?? 'all')}
        options={[
          { value: 'all', label: m['questions.form.join-all']() },
          { value: 'any', label: m['questions.form.join-any']() },
        ]}
      />
    </FieldGroup>
  )
}
