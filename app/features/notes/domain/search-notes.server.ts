import { and, count, desc, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import { recordsOf } from '#app/features/people/domain/kept-person.server.ts'
import type { Context } from '#app/shared/context.ts'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { roleMay } from '#app/shared/permissions/rights.ts'
import { searchedWords } from '#app/shared/searched-words.server.ts'
import { memberRoles, type NoteKind } from '#app/shared/vocabulary.ts'
import { event, host, member, note, person } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import type { Note } from './note.ts'
import { listNotes } from './stored-notes.server.ts'

export type NoteFilter = { q: string; kind: NoteKind | null; eventId: string | null; personId: string | null }
export type FoundNote = Note & { event: { slug: string; title: TranslatedText; timeZone: string } }

const pageSize = 50
const mostNames = 500

/** The notes that the reader may write in, over all events of their organizations, the newest first, a page at a time. */
export async function searchNotes(ctx: Context, filter: NoteFilter, page: number) {
  const where = and(isNull(note.removedAt), ownNotes(ctx), await fits(filter))
  const [counted] = await database().select({ total: count() }).from(note).where(where)
  const total = counted?.total ?? 0
  const last = Math.max(1, Math.ceil(total / pageSize))
  const at = Math.min(Math.max(page, 1), last)
  const rows = await database()
    .select({ id: note.id, slug: event.slug, title: event.title, timeZone: event.timeZone })
    .from(note)
    .innerJoin(event, eq(event.id, note.eventId))
    .where(where)
    .orderBy(desc(note.saidAt), desc(note.id))
    .limit(pageSize)
    .offset((at - 1) * pageSize)
  const notes =
    rows.length > 0
      ? await listNotes(
          inArray(
            note.id,
            rows.map((one) => one.id),
          ),
        )
      : []
  const byId = new Map(notes.map((one) => [one.id, one]))
  const found: FoundNote[] = rows.flatMap(({ id, ...of }) => {
    const one = byId.get(id)
    return one ? [{ ...one, event: of }] : []
  })
  return { notes: found, total, page: at, last }
}

/** What a search can be narrowed to: the reader's events, and who said something there. */
export async function getSearchChoices(ctx: Context) {
  const [events, people] = await Promise.all([
    database()
      .select({ id: event.id, slug: event.slug, title: event.title })
      .from(event)
      .where(ownHost(ctx, sql`${event.id}`))
      .orderBy(desc(event.startsAt)),
    database()
      .select({ id: person.id, name: person.name })
      .from(person)
      .where(
        sql`${person.id} in (
          select p.kept_id from ${note}
          join person p on p.id in (${note.personId}, ${note.ownerId})
          where ${note.removedAt} is null and ${ownNotes(ctx)}
        )`,
      )
      .orderBy(person.name)
      .limit(mostNames),
  ])
  return { events, people }
}

const ownNotes = (ctx: Context) => ownHost(ctx, sql`${note.eventId}`)

/** Whether the reader may write notes at an event. */
function ownHost(ctx: Context, eventId: SQL): SQL {
  if (ctx.actor.kind === 'system') return sql`true`
  if (ctx.actor.kind === 'visitor') return sql`false`
  const roles = memberRoles.filter((role) => roleMay(role, 'notes.write'))
  const own = database()
    .select({ id: host.eventId })
    .from(host)
    .innerJoin(member, eq(member.organizationId, host.organizationId))
    .where(and(eq(member.accountId, ctx.actor.accountId), inArray(member.role, roles)))
  return sql`${eventId} in ${own}`
}

/** Said by this person, or by a record merged into theirs; or theirs to do. */
const saidBy = (personId: SQL) => sql`(
  note.person_id = ${personId} or note.owner_id = ${personId}
  or note.person_id in ${recordsOf(personId)}
)`

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

async function fits({ q, kind, eventId, personId }: NoteFilter): Promise<SQL | undefined> {
  if ([eventId, personId].some((id) => id !== null && !uuid.test(id))) return sql`false`
  return and(
    kind ? eq(note.kind, kind) : undefined,
    eventId ? eq(note.eventId, eventId) : undefined,
    personId ? saidBy(sql`${personId}::uuid`) : undefined,
    ...(await searchedWords(q)).map(holds),
  )
}

/** A word of a note, or of the name of who said it; one of one or two letters only where a word begins. */
function holds(word: string): SQL {
  const literal = word.replace(/[\\%_]/g, '\\$&')
  const within = (search: SQL) =>
    [...word].length >= 3
      ? sql`${search} like ${`%${literal}%`}`
      : sql`(' ' || translate(${search}, E'\n', ' ')) like ${`% ${literal}%`}`
  const named = sql`${note.personId} in (select p.id from person p where ${within(sql`p.search`)})`
  return or(within(sql`${note.search}`), named) as SQL
}
