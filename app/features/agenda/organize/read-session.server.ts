import type { DraftFields } from '#app/features/agenda/domain/draft-edit.ts'
import { findPeopleMeant } from '#app/features/agenda/domain/people-choices.server.ts'
import { addPerson } from '#app/features/people/domain/add-person.server.ts'
import type { Context } from '#app/shared/context.ts'
import type { FormValues } from '#app/shared/forms/form-values.ts'
import type { SessionForm } from './session-form.schema.ts'
import { sessionFieldsOf } from './session-form-values.server.ts'

/**
 * What the form says of a session, with the people whose names were typed. Names of nobody we know that are ticked as new
 * become people, but only once everything else in the form is right.
 */
export async function readSession(
  ctx: Context,
  event: { id: string; timeZone: string },
  { data, values }: { data: SessionForm; values: FormValues },
  before?: DraftFields,
) {
  const people = await findPeopleMeant(ctx, event.id, data.person)
  const typed = data.newPerson.map((index) => data.person[Number(index)] ?? '')
  const names = [...new Set(typed)].filter((name) => name && !people.has(name))
  const read = (of: Map<string, string>) =>
    sessionFieldsOf(data, values, { before, people: of, timeZone: event.timeZone, locale: ctx.locale })
  const asIfKnown = read(new Map([...people, ...names.map((name) => [name, name] as const)]))
  if (!asIfKnown.ok || names.length === 0) return asIfKnown
  for (const name of names) people.set(name, (await addPerson(ctx, { eventId: event.id, name })).id)
  return read(people)
}
