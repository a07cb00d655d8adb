import type { DraftFields } from '#app/features/agenda/domain/draft/draft-edit.ts'
import { findPeopleMeant } from '#app/features/agenda/domain/draft/people-choices.server.ts'
import { newNameIn } from '#app/features/agenda/domain/draft/people-meant.ts'
import { addPerson } from '#app/features/people/domain/add-person.server.ts'
import type { Context } from '#app/shared/context.ts'
import type { FormValues } from '#app/shared/forms/form-values.ts'
import type { SessionForm } from './session-form.schema.ts'
import { sessionFieldsOf } from './session-form-values.server.ts'

/**
 * What the form says of a session, with the people whose names were typed. Names of nobody we know that are ticked as new
 * become people, but only once everything else in the form is right, and once only: `added` has those of an earlier try.
 */
export async function sessionMeant(
  ctx: Context,
  event: { id: string; timeZone: string },
  { data, values }: { data: SessionForm; values: FormValues },
  before?: DraftFields,
  added = new Map<string, string>(),
) {
  const { people, several } = await findPeopleMeant(ctx, event.id, data.person)
  for (const [typed, id] of added) people.set(typed, id)
  const ticked = data.newPerson.map((index) => data.person[Number(index)] ?? '')
  const marked = data.person.filter((typed) => newNameIn(typed) !== null)
  const typed = [...new Set([...ticked, ...marked])].filter((text) => text && !people.has(text))
  const read = (of: Map<string, string>) =>
    sessionFieldsOf(data, values, {
      before,
      people: of,
      several,
      timeZone: event.timeZone,
      locale: ctx.locale,
    })
  const asIfKnown = read(new Map([...people, ...typed.map((text) => [text, text] as const)]))
  if (!asIfKnown.ok || typed.length === 0) return asIfKnown
  for (const text of typed) {
    const { id } = await addPerson(ctx, { eventId: event.id, name: newNameIn(text) ?? text })
    people.set(text, id)
    added.set(text, id)
  }
  return read(people)
}
