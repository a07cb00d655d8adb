import { m } from '#app/paraglide/messages.js'
import { PersonalPage } from '#app/public/personal-frame.tsx'
import { extendFormMessages, messageFor } from '#app/shared/forms/form-messages.ts'
import { faultAt, valueAt } from '#app/shared/forms/form-values.ts'
import type { Refused } from '#app/shared/forms/use-schema-form.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/fields/field.tsx'
import { FormErrors } from '#app/ui/fields/form-errors.tsx'
import type { SpeakingView } from './speaking-view.server.ts'

extendFormMessages({
  'speaking.form.time-invalid': m['speaking.form.time-invalid'],
  'speaking.form.time-gap': m['speaking.form.time-gap'],
  'speaking.form.time-overlap': m['speaking.form.time-overlap'],
  'speaking.form.past': m['speaking.form.past'],
  'speaking.form.backwards': m['speaking.form.backwards'],
  'speaking.form.deputy-self': m['speaking.form.deputy-self'],
})

type Field = { name: string; label: string; type?: string; initial?: string; optional?: boolean }
type SmallFormProps = {
  token: string
  event: Pick<SpeakingView['event'], 'title' | 'accent'>
  title: string
  intro: string
  send: string
  fields: readonly Field[]
  refused: Refused | undefined
}

/** A form of a few lines on a page of its own: where one lands when something in it is wrong, with all that was typed. */
export function SmallForm({ token, event, title, intro, send, fields, refused }: SmallFormProps) {
  const home = `/speaking/${token}`
  const errors = fields.flatMap(({ name }) => {
    const fault = faultAt(refused?.errors, name)
    return fault ? [{ name, message: messageFor(fault.message) }] : []
  })
  return (
    <PersonalPage event={event} title={title}>
      <p className="soft measure">{intro}</p>
      <form method="post" noValidate className="form">
        <FormErrors errors={errors} />
        {fields.map(({ name, label, type = 'text', initial = '', optional }) => (
          <TextField
            key={name}
            name={name}
            type={type}
            label={label}
            optional={optional}
            autoComplete="off"
            defaultValue={String(valueAt(refused?.values, name) ?? initial)}
            error={errors.find((one) => one.name === name)?.message}
          />
        ))}
        <div className="cluster">
          <Button>{send}</Button>
          <ButtonLink href={home} variant="plain">
            {m['speaking.form.back']()}
          </ButtonLink>
        </div>
      </form>
    </PersonalPage>
  )
}
