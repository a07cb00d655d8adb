import { randomUUID } from 'node:crypto'
import type { DraftFields } from '#app/features/agenda/domain/draft/draft-edit.ts'
import type { Newcomer } from '#app/features/agenda/domain/draft/edit-draft.server.ts'
import { findPeopleMeant } from '#app/features/agenda/domain/draft/people-choices.server.ts'
import { newNameIn } from '#app/features/agenda/domain/draft/people-meant.ts'
import type { Context } from '#app/shared/context.ts'
import { email } from '#app/shared/forms/fields.ts'
import { type FormErrors, type FormValues, putAt } from '#app/shared/forms/form-values.ts'
import type { SessionForm } from './session-form.schema.ts'
import { sessionFieldsOf } from './session-form-values.server.ts'

/**
 * What the form says of a session, with the people whose names were typed. Names of nobody we know that are marked or
 * ticked as new are newcomers: they have their ids here and become people with the session, or not at all.
 */
export async function sessionMeant(
  ctx: Context,
  event: { id: string; timeZone: string },
  { data, values }: { data: SessionForm; values: FormValues },
  before?: DraftFields,
) {
  const { people, several } = await findPeopleMeant(ctx, event.id, data.person)
  const newcomers = newcomersIn(ctx, data, people)
  const read = sessionFieldsOf(data, values, {
    before,
    people: new Map([...people, ...newcomers.map(({ typed, id }): [string, string] => [typed, id])]),
    several,
    timeZone: event.timeZone,
    locale: ctx.locale,
  })
  const errors: FormErrors = read.ok ? {} : read.errors
  for (const { index, email: address } of newcomers) {
    const fault = address ? email().safeParse(address).error?.issues[0]?.message : undefined
    if (fault) putAt(errors, ['newEmail', String(index)], { type: 'refused', message: fault })
  }
  if (!read.ok || Object.keys(errors).length > 0) return { ok: false as const, errors, values }
  return { ...read, newcomers }
}

/** Somebody new, with the text and the row by which the form names them. */
export type NamedNewcomer = Newcomer & { typed: string; index: number }

function newcomersIn(ctx: Context, data: SessionForm, known: Map<string, string>): NamedNewcomer[] {
  const seen = new Set<string>()
  return data.person.flatMap((typed, index) => {
    const [isTicked, isOut] = [data.newPerson, data.remove].map((rows) => rows.includes(String(index)))
    const isNew = newNameIn(typed) !== null || (isTicked && !known.has(typed))
    if (!typed || !isNew || isOut || seen.has(typed)) return []
    seen.add(typed)
    const position = data.newPosition[index]
    return {
      typed,
      index,
      id: randomUUID(),
      name: newNameIn(typed) ?? typed,
      email: data.newEmail[index] || null,
      position: position ? { [ctx.locale]: position, original: ctx.locale } : {},
    }
  })
}

/** Those whom what is saved names, as the verb takes them: in a merge others' people may have won. */
export function newcomersOf(
  named: readonly NamedNewcomer[],
  { appearances }: Pick<DraftFields, 'appearances'>,
) {
  const seated = new Set(appearances.map(({ personId }) => personId))
  return named.filter(({ id }) => seated.has(id)).map(({ typed, index, ...newcomer }): Newcomer => newcomer)
}

/** The rows of a form that comes again, in which newcomers are texts again. */
export function rowsAgain(values: FormValues, named: readonly NamedNewcomer[]): FormValues {
  const byId = new Map(named.map((one) => [one.id, one]))
  const ids = Array.isArray(values.person) ? values.person.map(String) : []
  return {
    ...values,
    person: ids.map((id) => {
      const newcomer = byId.get(id)
      return newcomer ? `+ ${newcomer.name}` : id
    }),
    newEmail: ids.map((id) => byId.get(id)?.email ?? ''),
    newPosition: ids.map((id) => {
      const position = byId.get(id)?.position
      return position?.vi ?? position?.en ?? ''
    }),
  }
}
