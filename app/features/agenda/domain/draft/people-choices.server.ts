import { and, asc, eq, inArray, isNull, or, type SQL } from 'drizzle-orm'
import * as z from 'zod/mini'
import { isKeptRecord } from '#app/features/people/domain/kept-person.server.ts'
import { seenAt } from '#app/features/people/domain/known-to-hosts.server.ts'
import type { Context } from '#app/shared/context.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { person, portrait } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { choiceNames, type NotedPerson, namesakesOf, newNameIn } from './people-meant.ts'

export type PersonChoice = { id: string; name: string; search: string }

const most = 2000

/** The people whom the actor sees at an event, in order of protocol: who can be put into its sessions. At most 2,000. */
export async function listPeopleChoices(ctx: Context, eventId: string): Promise<PersonChoice[]> {
  const rows = await database()
    .select({ id: person.id, name: person.name, search: person.search })
    .from(person)
    .where(and(isKeptRecord, seenAt(ctx, eventId)))
    .orderBy(asc(person.precedence), asc(person.name))
    .limit(most)
  return rows.map((row) => ({ ...row, search: row.search ?? '' }))
}

/** The same people, or those of them that are asked for, with what tells namesakes apart, in the reader's language, and with their pictures. */
export async function listNotedPeople(ctx: Context, eventId: string, only?: SQL): Promise<NotedPerson[]> {
  const { id, name, position, affiliation } = person
  const rows = await database()
    .select({ id, name, position, affiliation, portraitId: portrait.id })
    .from(person)
    .leftJoin(portrait, and(eq(portrait.personId, person.id), isNull(portrait.removedAt)))
    .where(and(isKeptRecord, seenAt(ctx, eventId), only))
    .orderBy(asc(person.precedence), asc(person.name), asc(person.id))
    .limit(most)
  return rows.map(({ position, affiliation, ...row }) => ({
    ...row,
    note: [position, affiliation]
      .map((words) => textIn(words, ctx.locale))
      .filter(Boolean)
      .join(', '),
  }))
}

/**
 * Who is meant by each text: an id as it is, the words of a choice, or a name with or without its diacritics where one
 * person alone bears it. `several` are names that more than one bears; what names nobody is in neither.
 */
export async function findPeopleMeant(ctx: Context, eventId: string, texts: string[]) {
  const typed = [...new Set(texts.filter((text) => text && newNameIn(text) === null))]
  const people = new Map<string, string>()
  const several = new Set<string>()
  if (typed.length === 0) return { people, several }
  const uuids = typed.filter((text) => z.uuid().safeParse(text).success)
  // Whoever is named outright is found however many there are; the list alone ends somewhere.
  const [listed, named] = await Promise.all([
    listNotedPeople(ctx, eventId),
    listNotedPeople(ctx, eventId, or(inArray(person.id, uuids), inArray(person.name, typed))),
  ])
  const known = [...new Map([...listed, ...named].map((one) => [one.id, one])).values()]
  const ids = new Set(known.map(({ id }) => id))
  const labels = new Map([...choiceNames(known)].map(([id, label]) => [label, id]))
  for (const text of typed) {
    const chosen = ids.has(text) ? text : labels.get(text)
    const namesakes = chosen ? [] : namesakesOf(known, text)
    const id = chosen ?? (namesakes.length === 1 ? namesakes[0]?.id : undefined)
    if (id) people.set(text, id)
    else if (namesakes.length > 1) several.add(text)
  }
  return { people, several }
}
