import { createHash } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { partSize, safeFileName } from '#app/features/speaking/domain/upload-kind.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { textIn, write } from '#app/shared/i18n/translated-text.ts'
import { requireInitiativeRight } from '#app/shared/permissions/permissions.server.ts'
import { file, fileChunk, initiativeDocument } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import type { Words } from '../editing/initiative-details.ts'
import { lockInitiative, partChanged } from '../editing/initiative-lock.server.ts'
import { documentFault, documentLimit, documentShare, documentType, mostDocuments } from './document-kind.ts'

type NewDocument = { initiativeId: string; title: Words; name: string; content: Uint8Array }

/** Takes a file in as a document of an initiative; answers its id. */
export async function addDocument(
  ctx: Context,
  { initiativeId, title, name, content }: NewDocument,
): Promise<string> {
  await requireInitiativeRight(ctx, 'initiative.edit', initiativeId)
  const type = documentType(name)
  if (!type) throw new Refusal('document-kind', 'invalid')
  if (content.length > documentLimit) throw new Refusal('document-too-large', 'invalid')
  await refuseOther(name, content)
  const words = write(title, ctx.locale)
  const size = content.length
  const sha256 = createHash('sha256').update(content).digest('hex')
  return withTransaction(async (tx) => {
    await lockInitiative(tx, initiativeId)
    const [kept] = await tx
      .select({
        count: sql<number>`count(*)::int`,
        size: sql<number>`coalesce(sum(${file.size}), 0)::float8`,
        position: sql<number>`coalesce(max(${initiativeDocument.position}), 0)::int`,
      })
      .from(initiativeDocument)
      .innerJoin(file, eq(file.id, initiativeDocument.fileId))
      .where(eq(initiativeDocument.initiativeId, initiativeId))
    const { count = 0, size: taken = 0, position = 0 } = kept ?? {}
    if (count >= mostDocuments || taken + size > documentShare) throw new Refusal('document-share', 'state')
    const [stored] = await tx
      .insert(file)
      .values({ name: safeFileName(name), type, size, sha256, completedAt: ctx.now, createdAt: ctx.now })
      .returning({ id: file.id })
    if (!stored) throw new Error('A file was inserted without a row')
    for (let at = 0; at < size; at += partSize) {
      const part = content.slice(at, at + partSize)
      await tx.insert(fileChunk).values({ fileId: stored.id, position: at / partSize, content: part })
    }
    const [added] = await tx
      .insert(initiativeDocument)
      .values({ initiativeId, title: words, fileId: stored.id, position: position + 1, createdAt: ctx.now })
      .returning({ id: initiativeDocument.id })
    if (!added) throw new Error('A document was inserted without a row')
    await partChanged(ctx, initiativeId, {
      verb: 'document.added',
      subjectId: added.id,
      subjectName: textIn(words, ctx.locale),
    })
    return added.id
  })
}

async function refuseOther(name: string, content: Uint8Array): Promise<void> {
  const { fileTypeFromBuffer } = await import('file-type')
  // Content that ends inside its own frame makes the reader throw: then it is of no kind that we take.
  const kind = await fileTypeFromBuffer(content).catch(() => undefined)
  const fault = documentFault(name, Buffer.from(content), kind?.mime)
  if (fault) throw new Refusal(fault, 'invalid')
}
