import { TextPair } from '#app/organize/text-pair.tsx'
import { m } from '#app/paraglide/messages.js'
import type { InitiativeFormTools } from './form-fields.ts'

type Props = { tools: InitiativeFormTools; stale?: readonly string[] }

/** What organizers write of an initiative, in both languages. */
export function InitiativeFields({ tools, stale = [] }: Props) {
  const pair = (name: string) => ({ tools, name, stale: stale.includes(name) })
  return (
    <>
      <TextPair {...pair('name')} label={m['initiatives.form.name']()} required />
      <TextPair
        {...pair('summary')}
        label={m['organize.form.summary']()}
        hint={m['initiatives.form.summary-hint']()}
        rows={3}
      />
      <TextPair
        {...pair('description')}
        label={m['initiatives.form.description']()}
        hint={m['initiatives.form.description-hint']()}
        rows={8}
        prose
      />
    </>
  )
}
