import { createHash } from 'node:crypto'
import { and, asc, eq, sql } from 'drizzle-orm'
import { fileTypeFromBuffer } from 'file-type'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { takeTurn } from '#app/shared/http/rate-limit.server.ts'
import type { Transaction } from '#db/client.server.ts'
import { file, fileChunk, slides } from '#db/schema/index.ts'
import { database, withTransaction } from '#db/transaction.server.ts'
import { getSpeakingByToken, speakerContext } from './speaking-by-token.server.ts'
import { getStandingInvitation } from './standing-invitation.server.ts'
import { isContentOf, partSize, safeFileName, slidesLimit, slidesType } from './upload-kind.ts'

export type Upload = { id: string; size: number; received: number }

/** Begins to take in slides; nothing is handed in before their last part has come. */
export async function startUpload(
  ctx: Context,
  token: string,
  { sessionId, name, size }: { sessionId: string; name: string; size: number },
): Promise<Upload> {
  const at = await getSpeakingByToken(token)
  await takeTurn(`speaking:upload:${at.speaking.id}`, { limit: 40, seconds: 3600 })
  await getStandingInvitation(at, sessionId)
  const type = slidesType(name)
  if (!type) throw new Refusal('slides-kind', 'invalid')
  if (!Number.isSafeInteger(size) || size < 1) throw new Refusal('slides-empty', 'invalid')
  if (size > slidesLimit) throw new Refusal('slides-too-large', 'invalid')
  return withTransaction(async (tx) => {
    const values = { name: safeFileName(name), type, size, createdAt: ctx.now }
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
    .where(and(eq(file.id, fileId), eq(slides.personId, at.personId)))
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
  return withTransaction(async (tx) => {
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
    await complete(tx, fileId, ctx.now)
    await recordActivity(speakerContext(ctx, at), {
      ...{ verb: 'slides.added', eventId: at.event.id, subjectId: at.personId, subjectName: at.person.name },
    })
    return { ...upload, received, isDone: true }
  })
}

async function requireContent(tx: Transaction, fileId: string, content: Uint8Array) {
  const [about] = await tx.select({ name: file.name }).from(file).where(eq(file.id, fileId))
  const kind = await fileTypeFromBuffer(content)
  if (!isContentOf(about?.name ?? '', kind?.mime)) throw new Refusal('slides-kind', 'invalid')
}

/** The names of a zip's members stand in it uncompressed: a file that carries macros is not taken, whatever it is called. */
const macros = Buffer.from('vbaProject.bin')

async function complete(tx: Transaction, fileId: string, now: Date) {
  const hash = createHash('sha256')
  let tail: Buffer = Buffer.alloc(0)
  for await (const part of fileParts(fileId)) {
    hash.update(part)
    const seen = Buffer.concat([tail, part])
    if (seen.includes(macros)) throw new Refusal('slides-macros', 'invalid')
    tail = seen.subarray(-macros.length)
  }
  await tx
    .update(file)
    .set({ sha256: hash.digest('hex'), completedAt: now })
    .where(eq(file.id, fileId))
  await tx.update(slides).set({ removedAt: null }).where(eq(slides.fileId, fileId))
}

/** The bytes of a file, part by part: no process holds the whole of it. */
export async function* fileParts(fileId: string): AsyncGenerator<Uint8Array> {
  for (let position = 0; ; position++) {
    const [part] = await database()
      .select({ content: fileChunk.content })
      .from(fileChunk)
      .where(and(eq(fileChunk.fileId, fileId), eq(fileChunk.position, position)))
      .orderBy(asc(fileChunk.position))
    if (!part) return
    yield part.content
  }
}

export async function removeSlides(ctx: Context, token: string, slidesId: string): Promise<void> {
  const at = await getSpeakingByToken(token)
  const removed = await database()
    .update(slides)
    .set({ removedAt: ctx.now })
    .where(and(eq(slides.id, slidesId), eq(slides.personId, at.personId)))
    .returning({ id: slides.id })
  if (removed.length === 0) throw new Refusal('slides-missing', 'missing')
}
