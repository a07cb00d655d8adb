import { m } from '#app/paraglide/messages.js'
import { extendFormMessages } from '#app/shared/forms/form-messages.ts'
import { plainTools } from '#app/shared/forms/plain-tools.ts'
import type { Refused } from '#app/shared/forms/use-schema-form.ts'
import { type LinkTarget, linkSources } from '#app/shared/vocabulary.ts'
import { SelectField, TextField } from '#app/ui/fields/field.tsx'
import { sourceNames } from '../source-names.ts'
import type { NamedTarget } from './link-targets.server.ts'

extendFormMessages({ 'links.form.url-missing': m['links.form.url-missing'] })

const targetNames: Record<Exclude<LinkTarget, 'session' | 'initiative'>, () => string> = {
  event: m['links.target.event'],
  register: m['links.target.register'],
  agenda: m['links.target.agenda'],
  recap: m['links.target.recap'],
  page: m['links.target.page'],
}
const namedTargets = { session: m['links.target.session'], initiative: m['links.target.initiative'] }

type Props = { refused: Refused | undefined; initial: Refused['values']; targets: readonly NamedTarget[] }

/** What organizers say of a link; checked on the server only. */
export function LinkFields({ refused, initial, targets }: Props) {
  const { field } = plainTools(refused, initial)
  return (
    <>
      <TextField
        {...field('name')}
        label={m['links.form.name']()}
        hint={m['links.form.name-hint']()}
        required
        autoComplete="off"
      />
      <SelectField
        {...field('source')}
        label={m['links.form.source']()}
        hint={m['links.form.source-hint']()}
        options={linkSources.map((value) => ({ value, label: sourceNames[value]() }))}
      />
      <SelectField
        {...field('target')}
        label={m['links.form.target']()}
        options={[
          ...Object.entries(targetNames).map(([value, name]) => ({ value, label: name() })),
          ...targets.map(({ value, kind, name }) => ({ value, label: namedTargets[kind]({ name }) })),
        ]}
      />
      <TextField
        {...field('url')}
        type="url"
        inputMode="url"
        label={m['links.form.url']()}
        hint={m['links.form.url-hint']()}
        autoComplete="off"
      />
      <SelectField
        {...field('language')}
        label={m['links.form.language']()}
        options={[
          { value: '', label: m['links.form.language-own']() },
          { value: 'vi', label: 'Tiếng Việt' },
          { value: 'en', label: 'English' },
        ]}
      />
    </>
  )
}
