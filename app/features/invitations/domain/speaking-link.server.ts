import { randomUUID } from 'node:crypto'
import { and, eq, inArray } from 'drizzle-orm'
import { hashToken, saltedToken } from '#app/shared/auth/tokens.server.ts'
import type { Transaction } from '#db/client.server.ts'
import { speaking } from '#db/schema/index.ts'

export const linkHolders = ['person', 'assistant'] as const
export type LinkHolder = (typeof linkHolders)[number]

/** The person's own link, and the assistant's: each can be told from the other by what it opens. */
export const speakingToken = {
  person: (row: { tokenSalt: string }) => saltedToken('speaking', row.tokenSalt),
  assistant: (row: { assistantSalt: string }) => saltedToken('speaking-assistant', row.assistantSalt),
}

/** What is stored of a new link: under a new salt the old one opens nothing any more. */
const newLink = {
  person: () => {
    const tokenSalt = randomUUID()
    return { tokenSalt, tokenHash: hashToken(speakingToken.person({ tokenSalt })) }
  },
  assistant: () => {
    const assistantSalt = randomUUID()
    return { assistantSalt, assistantHash: hashToken(speakingToken.assistant({ assistantSalt })) }
  },
}

function newSpeakingLinks() {
  return { ...newLink.person(), ...newLink.assistant() }
}

/** Ends the links of one part in an event, for these holders: the next mail carries the new ones. */
export async function renewLinksOf(
  tx: Transaction,
  id: string,
  holders: readonly LinkHolder[],
): Promise<void> {
  const links = holders.map((holder) => newLink[holder]())
  await tx
    .update(speaking)
    .set(Object.assign({}, ...links))
    .where(eq(speaking.id, id))
}

/** Ends the links that went to an address which is another one now, in every event; answers the events. */
export async function endSpeakingLinks(
  tx: Transaction,
  personId: string,
  holders: readonly LinkHolder[],
): Promise<string[]> {
  if (holders.length === 0) return []
  const rows = await tx
    .select({ id: speaking.id, eventId: speaking.eventId })
    .from(speaking)
    .where(eq(speaking.personId, personId))
    .orderBy(speaking.id)
    .for('update')
  for (const { id } of rows) await renewLinksOf(tx, id, holders)
  return rows.map((row) => row.eventId)
}

/** The parts of these people in an event, by person; whoever has none yet gets one, with links of their own. */
export async function ensureSpeaking(tx: Transaction, eventId: string, personIds: string[]) {
  const ids = [...new Set(personIds)].sort()
  if (ids.length === 0) return new Map<string, typeof speaking.$inferSelect>()
  for (let at = 0; at < ids.length; at += 1000) {
    const rows = ids.slice(at, at + 1000).map((personId) => ({ eventId, personId, ...newSpeakingLinks() }))
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
