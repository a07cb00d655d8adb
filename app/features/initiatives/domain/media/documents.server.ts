import { and, asc, eq, isNotNull } from 'drizzle-orm'
import { Refusal } from '#app/shared/errors.ts'
import { file, initiative, initiativeDocument } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The documents of an initiative in their order, for readers whose right was checked. */
export function listDocuments(initiativeId: string) {
  return database()
    .select({
      id: initiativeDocument.id,
      title: initiativeDocument.title,
      name: file.name,
      size: file.size,
      createdAt: initiativeDocument.createdAt,
    })
    .from(initiativeDocument)
    .innerJoin(file, eq(file.id, initiativeDocument.fileId))
    .where(eq(initiativeDocument.initiativeId, initiativeId))
    .orderBy(asc(initiativeDocument.position), asc(initiativeDocument.createdAt))
}

export type StoredDocument = typeof initiativeDocument.$inferSelect

/** One document of this initiative, or refused. */
export async function getDocument(initiativeId: string, documentId: string): Promise<StoredDocument> {
  const own = and(eq(initiativeDocument.id, documentId), eq(initiativeDocument.initiativeId, initiativeId))
  const [found] = uuid.test(documentId) ? await database().select().from(initiativeDocument).where(own) : []
  if (!found) throw new Refusal('document-missing', 'missing')
  return found
}

/** A document that everybody may have: one of a published initiative. */
export async function getPublicDocument(documentId: string) {
  const [found] = uuid.test(documentId)
    ? await database()
        .select({ id: file.id, name: file.name, type: file.type, size: file.size, sha256: file.sha256 })
        .from(initiativeDocument)
        .innerJoin(file, eq(file.id, initiativeDocument.fileId))
        .innerJoin(initiative, eq(initiative.id, initiativeDocument.initiativeId))
        .where(
          and(
            eq(initiativeDocument.id, documentId),
            isNotNull(initiative.publishedAt),
            isNotNull(file.completedAt),
          ),
        )
    : []
  if (!found) throw new Refusal('document-missing', 'missing')
  return found
}
