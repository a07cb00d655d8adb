import { randomUUID } from 'node:crypto'
import { and, eq, inArray } from 'drizzle-orm'
import { hashToken, saltedToken } from '#app/shared/auth/tokens.server.ts'
import type { Transaction } from '#db/client.server.ts'
import { speaking } from '#db/schema/index.ts'

/** The person's own link, and the assistant's: each can be told from the other by what it opens. */
export const speakingToken = {
  person: (row: { tokenSalt: string }) => saltedToken('speaking', row.tokenSalt),
  assistant: (row: { assistantSalt: string }) => saltedToken('speaking-assistant', row.assistantSalt),
}

/** The parts of these people in an event, by person; whoever has none yet gets one, with links of their own. */
export async function ensureSpeaking(tx: Transaction, eventId: string, personIds: string[]) {
  const ids = [...new Set(personIds)].sort()
  if (ids.length === 0) return new Map<string, typeof speaking.$inferSelect>()
  for (let at = 0; at < ids.length; at += 1000) {
    const rows = ids.slice(at, at + 1000).map((personId) => ({ eventId, personId, ...newLinks() }))
    await tx
      .insert(speaking)
      .values(rows)
      .onConflictDoNothing({ target: [speaking.eventId, speaking.personId] })
  }
  const rows = await tx
    .select()
    .from(speaking)
    .where(and(eq(speaking.eventId, eventId), inArray(speaking.personId, ids)))
  return new Map(rows.map((row) => [row.personId, row]))
}

function newLinks() {
  const salts = { tokenSalt: randomUUID(), assistantSalt: randomUUID() }
  return {
    ...salts,
    tokenHash: hashToken(speakingToken.person(salts)),
    assistantHash: hashToken(speakingToken.assistant(salts)),
  }
}
