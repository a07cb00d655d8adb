import { eq } from 'drizzle-orm'
import { askBody } from '#app/features/initiatives/domain/bodies/ask-body.server.ts'
import { addDocument } from '#app/features/initiatives/domain/media/add-document.server.ts'
import { addInitiativePicture } from '#app/features/initiatives/domain/media/initiative-pictures.server.ts'
import { addPart } from '#app/features/initiatives/domain/parts/save-part.server.ts'
import { write } from '#app/shared/i18n/translated-text.ts'
import { initiativeOrganization, initiativeRequest, initiative as initiatives } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { system } from './contexts.ts'
import { first, nextNumber } from './numbers.ts'
import { organization } from './organizations.ts'

type Values = Partial<typeof initiatives.$inferInsert> & { bodies?: { id: string }[] }

/** A published initiative of these bodies, or of one of its own, behind the verbs' back. */
export async function initiative({ bodies, ...values }: Values = {}) {
  const n = nextNumber()
  const row = {
    slug: `initiative-${n}`,
    name: write({ vi: `Sáng kiến ${n}`, en: `Initiative ${n}` }),
    summary: write({ vi: `Tóm tắt ${n}`, en: `Summary ${n}` }),
    publishedAt: new Date(),
    ...values,
  }
  const made = first(await database().insert(initiatives).values(row).returning())
  const carrying = bodies ?? [await organization()]
  await database()
    .insert(initiativeOrganization)
    .values(carrying.map(({ id }, position) => ({ initiativeId: made.id, organizationId: id, position })))
  return made
}

export const pdf = new TextEncoder().encode('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')

type Words = { vi: string; en: string }

/** A draft of a body with a part of every kind, all of it with these words; what addresses call them. */
export async function draftInFull(body: { id: string }, words: Words, image: Uint8Array) {
  const made = await initiative({
    bodies: [body],
    name: write(words),
    summary: write(words),
    publishedAt: null,
  })
  const at = { initiativeId: made.id }
  const goal = { kind: 'goal', title: words, remark: words, state: 'planned', dueOn: null } as const
  const news = {
    kind: 'news',
    title: words,
    body: words,
    datedOn: '2026-11-01',
    source: {},
    sourceUrl: null,
  } as const
  const figure = { kind: 'figure' as const, name: words, points: [] }
  const none = { vi: '', en: '' }
  const document = { ...at, title: words, name: 'report.pdf', content: pdf }
  const ctx = system()
  await askBody(ctx, { ...at, organizationId: (await organization()).id })
  const [asked] = await database()
    .select()
    .from(initiativeRequest)
    .where(eq(initiativeRequest.initiativeId, made.id))
  const others = await initiative({ publishedAt: null })
  await askBody(ctx, { initiativeId: others.id, organizationId: body.id })
  const [offer] = await database()
    .select()
    .from(initiativeRequest)
    .where(eq(initiativeRequest.initiativeId, others.id))
  return {
    initiative: made.slug,
    goal: await addPart(ctx, { ...at, details: goal }),
    entry: await addPart(ctx, { ...at, details: news }),
    figure: await addPart(ctx, { ...at, details: figure }),
    document: await addDocument(ctx, document),
    image: await addInitiativePicture(ctx, {
      ...at,
      use: 'gallery',
      image,
      words: { alt: words, caption: none, credit: none },
    }),
    asked: String(asked?.id),
    offer: String(offer?.id),
  }
}
