import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { ensureSpeaking, speakingToken } from '#app/features/invitations/domain/speaking-link.server.ts'
import { file, fileChunk, inboundMail, invitation, slides, timeProposal } from '#db/schema/index.ts'
import { database, withTransaction } from '#db/transaction.server.ts'
import { first } from '#tests/factories/numbers.ts'

const content = new TextEncoder().encode('%PDF-1.7')

/** What belongs to somebody who was asked: their link, slides, a held mail and a proposal. Answers the ids by address part. */
export async function speakingWorld(eventId: string, sessionId: string, invitationId: string) {
  const asked = first(await database().select().from(invitation).where(eq(invitation.id, invitationId)))
  const personId = asked.personId ?? ''
  const links = await withTransaction((tx) => ensureSpeaking(tx, eventId, [personId]))
  const link = links.get(personId)
  if (!link) throw new Error('A speaker has no link')
  const pdf = { name: 'talk.pdf', type: 'application/pdf', size: content.length, completedAt: new Date() }
  const stored = first(await database().insert(file).values(pdf).returning())
  await database().insert(fileChunk).values({ fileId: stored.id, position: 0, content })
  const handedIn = first(
    await database().insert(slides).values({ sessionId, personId, fileId: stored.id }).returning(),
  )
  const reply = { method: 'REPLY', attendees: [{ answer: 'accepted' }] }
  const held = first(
    await database()
      .insert(inboundMail)
      .values({ messageKey: randomUUID(), transport: 'smtp', eventId, invitationId, reply, verdict: 'held' })
      .returning(),
  )
  const startsAt = new Date(Date.now() + 24 * 60 * 60_000)
  const endsAt = new Date(startsAt.getTime() + 60 * 60_000)
  const proposal = first(
    await database().insert(timeProposal).values({ invitationId, startsAt, endsAt, way: 'page' }).returning(),
  )
  return {
    speaking: speakingToken.person(link),
    slides: handedIn.id,
    file: stored.id,
    held: held.id,
    proposal: proposal.id,
  }
}
