import { createHash } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { safeFileName } from '#app/shared/files/file-name.ts'
import { fileParts } from '#app/shared/files/file-parts.server.ts'
import { partSize } from '#app/shared/files/store-file.server.ts'
import { countAttempt } from '#app/shared/http/rate-limit.server.ts'
import type { Transaction } from '#db/client.server.ts'
import { file, fileChunk, slides, speaking } from '#db/schema/index.ts'
import { database, withTransaction } from '#db/transaction.server.ts'
import { slidesReading } from './slides-content.ts'
import { bySpeaker, forgetUnfinished, replaceEarlier, requireRoom } from './slides-of-speaker.server.ts'
import { getSpeakingByToken, type Speaking, speakerContext } from './speaking-by-token.server.ts'
import { getStandingInvitation } from './standing-invitation.server.ts'
import { isContentOf, slidesLimit, slidesType } from './upload-kind.ts'

export type Upload = { id: string; size: number; received: number }

/** Begins to take in slides; nothing is handed in before their last part has come. */
export async function startUpload(
  ctx: Context,
  token: string,
  { sessionId, name, size }: { sessionId: string; name: string; size: number },
): Promise<Upload> {
  const at = await getSpeakingByToken(token)
  await countAttempt(`speaking:upload:${at.speaking.id}`, { limit: 40, seconds: 3600 })
  await getStandingInvitation(at, sessionId)
  const type = slidesType(name)
  if (!type) throw new Refusal('slides-kind', 'invalid')
  if (!Number.isSafeInteger(size) || size < 1) throw new Refusal('slides-empty', 'invalid')
  if (size > slidesLimit) throw new Refusal('slides-too-large', 'invalid')
  const named = { sessionId, name: safeFileName(name, 'slides') }
  return withTransaction(async (tx) => {
    // One at a time for a speaker, or two could share the last room.
    await tx.select({ id: speaking.id }).from(speaking).where(eq(speaking.id, at.speaking.id)).for('update')
    await forgetUnfinished(tx, at, named)
    await requireRoom(tx, at, named, size)
    const values = { name: named.name, type, size, createdAt: ctx.now }
    const [made] = await tx.insert(file).values(values).returning({ id: file.id })
    if (!made) throw new Error('A file was inserted without a row')
    // Not yet shown: it counts as removed until it is whole.
    await tx
      .insert(slides)
      .values({ sessionId, personId: at.personId, fileId: made.id, createdAt: ctx.now, removedAt: ctx.now })
    return { id: made.id, size, received: 0 }
  })
}

/** How far an upload has come: where a broken one goes on. One that is whole has all of its bytes. */
export async function getUpload(token: string, fileId: string): Promise<Upload> {
  const at = await getSpeakingByToken(token)
  const [found] = await database()
    .select({ id: file.id, size: file.size, received: receivedBytes })
    .from(file)
    .innerJoin(slides, eq(slides.fileId, file.id))
    .where(and(eq(file.id, fileId), bySpeaker(at)))
  if (!found) throw new Refusal('upload-missing', 'missing')
  return found
}

const receivedBytes = sql<number>`(
  select coalesce(sum(octet_length(${fileChunk.content})), 0)::float8 from ${fileChunk} where ${fileChunk.fileId} = ${file.id}
)`

/** Takes the part that begins at `offset`; the same part again changes nothing. The last one hands the slides in. */
export async function addPart(
  ctx: Context,
  token: string,
  { fileId, offset, content }: { fileId: string; offset: number; content: Uint8Array },
): Promise<Upload & { isDone: boolean }> {
  const at = await getSpeakingByToken(token)
  const work = withTransaction(async (tx) => {
    await tx.select({ id: file.id }).from(file).where(eq(file.id, fileId)).for('update')
    const upload = await getUpload(token, fileId)
    if (offset < upload.received) return { ...upload, isDone: false }
    const received = offset + content.length
    const isFitting = content.length > 0 && received <= upload.size && offset % partSize === 0
    const isWhole = content.length === partSize || received === upload.size
    if (offset !== upload.received || !isFitting || !isWhole) throw new Refusal('upload-gap', 'state')
    if (offset === 0) await requireContent(tx, fileId, content)
    await tx.insert(fileChunk).values({ fileId, position: offset / partSize, content })
    if (received < upload.size) return { ...upload, received, isDone: false }
    await complete(tx, at, fileId, ctx.now)
    await recordActivity(speakerContext(ctx, at), {
      verb: 'slides.added',
      eventId: at.event.id,
      subjectId: at.personId,
      subjectName: at.person.name,
    })
    return { ...upload, received, isDone: true }
  })
  return work.catch(async (error: unknown) => {
    // What is refused for its content is not kept until somebody tidies up.
    const isUnwanted = error instanceof Refusal && unwanted.includes(error.code)
    if (isUnwanted) await database().delete(file).where(eq(file.id, fileId))
    throw error
  })
}

const unwanted = ['slides-kind', 'slides-macros']

async function requireContent(tx: Transaction, fileId: string, content: Uint8Array) {
  const [about] = await tx.select({ name: file.name }).from(file).where(eq(file.id, fileId))
  const { fileTypeFromBuffer } = await import('file-type')
  // Content that ends inside its own frame makes the reader throw: then it is of no kind that we take.
  const kind = await fileTypeFromBuffer(content).catch(() => undefined)
  if (!isContentOf(about?.name ?? '', kind?.mime)) throw new Refusal('slides-kind', 'invalid')
}

/** Hands the slides in once all of them has come; they replace those of the same name. */
async function complete(tx: Transaction, at: Speaking, fileId: string, now: Date) {
  const [about] = await tx
    .select({ name: file.name, sessionId: slides.sessionId })
    .from(file)
    .innerJoin(slides, eq(slides.fileId, file.id))
    .where(eq(file.id, fileId))
  if (!about) throw new Refusal('upload-missing', 'missing')
  const hash = createHash('sha256')
  const reading = slidesReading(about.name)
  for await (const part of fileParts(fileId)) {
    hash.update(part)
    reading.read(part)
  }
  const fault = reading.fault()
  if (fault) throw new Refusal(fault, 'invalid')
  await tx
    .update(file)
    .set({ sha256: hash.digest('hex'), completedAt: now })
    .where(eq(file.id, fileId))
  await tx.update(slides).set({ removedAt: null }).where(eq(slides.fileId, fileId))
  await replaceEarlier(tx, at, fileId, about)
}
