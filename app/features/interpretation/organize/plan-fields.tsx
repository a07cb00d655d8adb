import { m } from '#app/paraglide/messages.js'
import { languageWord } from '#app/public/code-labels.ts'
import { extendFormMessages, messageFor } from '#app/shared/forms/form-messages.ts'
import { type FormErrors, type FormValues, faultAt, valueAt } from '#app/shared/forms/form-values.ts'
import { interpretationWays, type Locale, locales } from '#app/shared/vocabulary.ts'
import { CheckboxField, SelectField, TextArea, TextField } from '#app/ui/fields/field.tsx'
import { FieldGroup } from '#app/ui/fields/field-group.tsx'
import { wayWord } from '../way-word.ts'
import { directions } from './interpretation.schema.ts'

extendFormMessages({
  'interpretation.plan.minutes-missing': m['interpretation.plan.minutes-missing'],
  'shared.refusal.shifts-too-many': m['shared.refusal.shifts-too-many'],
  'shared.refusal.person-missing': m['shared.refusal.person-missing'],
  'shared.refusal.saved-by-other': m['shared.refusal.saved-by-other'],
})

type Named = { id: string; name: string }
type Props = {
  values: FormValues
  errors: FormErrors | undefined
  speakers: readonly Named[]
  interpreters: readonly Named[]
}

/** The plan of a session: a row a shift, a language a turn, and what listeners get. */
export function PlanFields({ values, errors, speakers, interpreters }: Props) {
  const field = (name: string) => {
    const found = faultAt(errors, name)
    return {
      name,
      defaultValue: String(valueAt(values, name) ?? ''),
      error: found && messageFor(found.message),
    }
  }
  const rows = Object.keys((values.shifts as FormValues | undefined) ?? {}).sort(
    (a, b) => Number(a) - Number(b),
  )
  return (
    <>
      <FieldGroup legend={m['interpretation.plan.shifts']()}>
        <p className="field-hint measure">
          {interpreters.length > 0
            ? m['interpretation.plan.shifts-hint']()
            : m['interpretation.plan.no-interpreters']()}
        </p>
        {interpreters.length > 0 &&
          rows.map((at, number) => (
            <ShiftFields
              key={at}
              at={at}
              number={number + 1}
              values={values}
              field={field}
              interpreters={interpreters}
            />
          ))}
      </FieldGroup>
      {speakers.length > 0 && (
        <FieldGroup legend={m['interpretation.plan.turns']()}>
          {speakers.map(({ id, name }) => (
            <SelectField
              key={id}
              {...field(`spokenBy.${id}`)}
              label={name}
              placeholder={m['interpretation.plan.as-session']()}
              options={locales.map((value) => ({ value, label: languageWord(value) }))}
            />
          ))}
        </FieldGroup>
      )}
      <FieldGroup legend={m['interpretation.plan.equipment']()}>
        <TextField
          {...field('receivers')}
          label={m['interpretation.plan.receivers']()}
          inputMode="numeric"
          className="input-short"
          optional
        />
        <TextArea {...field('note')} label={m['interpretation.plan.note']()} rows={3} optional />
      </FieldGroup>
    </>
  )
}

type FieldOf = (name: string) => { name: string; defaultValue: string; error: string | undefined }
type ShiftProps = Pick<Props, 'values' | 'interpreters'> & { at: string; number: number; field: FieldOf }

function ShiftFields({ at, number, values, interpreters, field }: ShiftProps) {
  return (
    <fieldset className="shift">
      <legend>{m['interpretation.plan.shift']({ number })}</legend>
      <div className="shift-fields">
        <SelectField
          {...field(`shifts.${at}.person`)}
          label={m['interpretation.plan.interpreter']()}
          placeholder={m['interpretation.plan.nobody']()}
          options={interpreters.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <SelectField
          {...field(`shifts.${at}.direction`)}
          label={m['interpretation.plan.direction']()}
          options={directions.map((value) => ({ value, label: directionWord(value) }))}
        />
        <SelectField
          {...field(`shifts.${at}.way`)}
          label={m['interpretation.plan.way']()}
          options={interpretationWays.map((value) => ({ value, label: wayWord(value) }))}
        />
        <TextField
          {...field(`shifts.${at}.from`)}
          label={m['interpretation.plan.from']()}
          inputMode="numeric"
          className="input-short"
        />
        <TextField
          {...field(`shifts.${at}.minutes`)}
          label={m['interpretation.plan.minutes']()}
          inputMode="numeric"
          className="input-short"
        />
      </div>
      <CheckboxField
        name={`shifts.${at}.bothWays`}
        label={m['interpretation.plan.both-ways']()}
        defaultChecked={valueAt(values, `shifts.${at}.bothWays`) === 'on'}
      />
    </fieldset>
  )
}

function directionWord(direction: (typeof directions)[number]): string {
  const [source, target] = direction.split('-') as [Locale, Locale]
  return m['interpretation.plan.into']({ source: languageWord(source), target: languageWord(target) })
}
