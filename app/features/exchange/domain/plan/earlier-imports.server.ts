import { eq, sql } from 'drizzle-orm'
import { importedPerson, importedSession, person } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import type { Earlier } from './planned.ts'
import type { BroughtPerson, BroughtSession } from './three-way.ts'

/** What the files before brought to an event, by what they call it. */
export async function getEarlierImports(eventId: string): Promise<Earlier> {
  const [sessions, people] = await Promise.all([
    database().select().from(importedSession).where(eq(importedSession.eventId, eventId)),
    database()
      .select({
        key: importedPerson.key,
        // Whoever was merged into another is that one from then on.
        personId: person.keptId,
        brought: importedPerson.brought,
      })
      .from(importedPerson)
      .innerJoin(person, eq(person.id, importedPerson.personId))
      .where(eq(importedPerson.eventId, eventId)),
  ])
  return {
    sessions: new Map(
      sessions.map(({ key, sessionId, brought }) => [key, { sessionId, brought: brought as BroughtSession }]),
    ),
    people: new Map(
      people.map(({ key, personId, brought }) => [key, { personId, brought: brought as BroughtPerson }]),
    ),
  }
}

type Brought = {
  sessions: { key: string; sessionId: string; brought: BroughtSession }[]
  people: { key: string; personId: string; brought: BroughtPerson }[]
}

/** Keeps what a file brought, in place of what it brought before. */
export async function keepBrought(eventId: string, { sessions, people }: Brought, at: Date) {
  const newer = { brought: sql`excluded.brought`, broughtAt: at }
  for (const rows of inParts(sessions)) {
    await database()
      .insert(importedSession)
      .values(rows.map((one) => ({ ...one, eventId, broughtAt: at })))
      .onConflictDoUpdate({
        target: [importedSession.eventId, importedSession.key],
        set: { ...newer, sessionId: sql`excluded.session_id` },
      })
  }
  for (const rows of inParts(people)) {
    await database()
      .insert(importedPerson)
      .values(rows.map((one) => ({ ...one, eventId, broughtAt: at })))
      .onConflictDoUpdate({
        target: [importedPerson.eventId, importedPerson.key],
        set: { ...newer, personId: sql`excluded.person_id` },
      })
  }
}

const atOnce = 500

function inParts<Row>(rows: readonly Row[]): Row[][] {
  const parts = []
  for (let at = 0; at < rows.length; at += atOnce) parts.push(rows.slice(at, at + atOnce))
  return parts
}
