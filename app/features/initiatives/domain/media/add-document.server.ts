import { eq, sql } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { fileType } from '#app/shared/files/content-kind.ts'
import { safeFileName } from '#app/shared/files/file-name.ts'
import { faultOfFile, storeFile } from '#app/shared/files/store-file.server.ts'
import { textIn, write } from '#app/shared/i18n/translated-text.ts'
import { requireInitiativeRight } from '#app/shared/permissions/permissions.server.ts'
import { file, initiativeDocument } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import type { Words } from '../editing/initiative-details.ts'
import { lockInitiative, partChanged } from '../editing/initiative-lock.server.ts'
import { documentKinds, documentLimit, documentShare, mostDocuments } from './document-kind.ts'

type NewDocument = { initiativeId: string; title: Words; name: string; content: Uint8Array }

/** Takes a file in as a document of an initiative; answers its id. */
export async function addDocument(
  ctx: Context,
  { initiativeId, title, name, content }: NewDocument,
): Promise<string> {
  await requireInitiativeRight(ctx, 'initiative.edit', initiativeId)
  const type = fileType(name, documentKinds)
  if (!type) throw new Refusal('document-kind', 'invalid')
  if (content.length > documentLimit) throw new Refusal('document-too-large', 'invalid')
  const fault = await faultOfFile(name, content, documentKinds)
  if (fault) throw new Refusal(`document-${fault}`, 'invalid')
  const words = write(title, ctx.locale)
  const size = content.length
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
    const stored = await storeFile(tx, { name: safeFileName(name, 'document'), type, content, now: ctx.now })
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
