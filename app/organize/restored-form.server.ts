import * as z from 'zod/mini'
import { type FieldChange, keptChanges, withSide } from '#app/features/events/domain/edit-changes.ts'
import { type ActivityPlace, findActivity } from '#app/features/events/domain/event-activity.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import type { FormValues } from '#app/shared/forms/form-values.ts'
import { flatten, footprint } from '#app/shared/forms/merge.ts'
import { readForm } from '#app/shared/forms/read-form.server.ts'

const restoresSchema = z.object({
  restores: z.optional(z.string().check(z.regex(/^[1-9]\d{0,14}$/))),
})

type Restored<Stored> = ActivityPlace & {
  /** What entries of this form are called in the activity. */
  verbs: readonly string[]
  subjectId: string
  stored: Stored
  valuesOf: (stored: Stored) => FormValues
  /** A change under the name that it has in what is stored. */
  renamed?: (change: FieldChange) => FieldChange
}

/**
 * A button of the activity posts the number of an edit instead of the fields. It stands for the form of somebody who had
 * it open since that edit, and typed the old values: what others changed meanwhile merges, or is asked, as ever.
 */
export async function formOrRestored<Stored extends object>(
  request: Request,
  { verbs, subjectId, stored, valuesOf, renamed = (change) => change, ...place }: Restored<Stored>,
): Promise<Request> {
  const asked = await readForm(request.clone() as Request, restoresSchema)
  if (!asked.ok) throw new Refusal('form-unreadable', 'invalid')
  const { restores } = asked.data
  if (restores === undefined) return request
  const entry = await findActivity(place, Number(restores))
  const changes = entry ? keptChanges(entry.details).map(renamed) : []
  if (!entry || !verbs.includes(entry.verb) || entry.subjectId !== subjectId || changes.length === 0) {
    throw new Refusal('edit-missing', 'missing')
  }
  const fields = new FormData()
  const old = flatten(valuesOf(withSide(stored, changes, 'from')))
  for (const [name, value] of Object.entries(old)) fields.set(name, value)
  fields.set('base', footprint(valuesOf(withSide(stored, changes, 'to'))))
  return new Request(request.url, { method: 'POST', body: fields })
}
