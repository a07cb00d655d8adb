import { FaultList } from '#app/organize/fault-list.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { messageFor } from '#app/shared/forms/form-messages.ts'
import { faultAt } from '#app/shared/forms/form-values.ts'
import type { Refused } from '#app/shared/forms/use-schema-form.ts'
import { type TranslatedText, textIn } from '#app/shared/i18n/translated-text.ts'
import { Button } from '#app/ui/button.tsx'
import { SelectField, TextField } from '#app/ui/fields/field.tsx'

type Organization = { id: string; name: TranslatedText }

/** Asks an organization that is known here to join. */
export function AddHostForm({ others }: { others: Organization[] }) {
  return (
    <section className="stack" aria-labelledby="add-host">
      <h2 className="title-m" id="add-host">
        {m['organize.hosts.add']()}
      </h2>
      <form method="post" className="form">
        <SelectField
          name="organization"
          label={m['organize.new-event.organization']()}
          hint={m['organize.hosts.add-hint']()}
          options={others.map(({ id, name }) => ({ value: id, label: textIn(name, getLocale()) }))}
        />
        <p>
          <Button>{m['organize.hosts.add']()}</Button>
        </p>
      </form>
    </section>
  )
}

/** Makes an organization that is not known yet, with its first admin, and asks it to join. */
export function NewHostForm({ refused }: { refused: Refused | undefined }) {
  const isMine = refused !== undefined && 'adminEmail' in refused.values
  const field = (name: string) => {
    const fault = isMine ? faultAt(refused.errors, name) : undefined
    const typed = isMine ? refused.values[name] : undefined
    return {
      name,
      defaultValue: typeof typed === 'string' ? typed : '',
      error: fault && messageFor(fault.message),
    }
  }
  return (
    <details className="stack" open={isMine}>
      <summary className="title-s">{m['organize.hosts.new']()}</summary>
      <form method="post" noValidate className="form">
        {isMine && <FaultList errors={refused.errors} />}
        <div className="pair">
          <TextField
            {...field('nameVi')}
            label={m['organize.hosts.name-vi']()}
            lang="vi"
            autoComplete="off"
          />
          <TextField
            {...field('nameEn')}
            label={m['organize.hosts.name-en']()}
            lang="en"
            autoComplete="off"
            required
          />
        </div>
        <TextField
          {...field('shortName')}
          label={m['organize.hosts.short-name']()}
          className="input-short"
          autoComplete="off"
          required
        />
        <div className="pair">
          <TextField
            {...field('adminName')}
            label={m['organize.hosts.admin-name']()}
            autoComplete="off"
            required
          />
          <TextField
            {...field('adminEmail')}
            label={m['organize.hosts.admin-email']()}
            type="email"
            autoComplete="off"
            required
          />
        </div>
        <p>
          <Button>{m['organize.hosts.create']()}</Button>
        </p>
      </form>
    </details>
  )
}
