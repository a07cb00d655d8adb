import { and, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { unasked } from '#app/features/acts/domain/act-preview.ts'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { undoAct } from '#app/features/acts/domain/undo-act.server.ts'
import { forgetBrokenUploads } from '#app/features/speaking/domain/forget-broken-uploads.server.ts'
import { file, initiativeGoal } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { signedIn, system } from '#tests/factories/contexts.ts'
import { initiative, pdf } from '#tests/factories/initiatives.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { publishInitiative } from './editing/publish-initiative.server.ts'
import { addDocument } from './media/add-document.server.ts'
import { getPublicDocument } from './media/documents.server.ts'
import { findInitiativeParts } from './parts/initiative-parts.server.ts'
import { publishNews } from './parts/publish-news.server.ts'
import { removePart } from './parts/remove-part.server.ts'
import { addPart, editPart } from './parts/save-part.server.ts'

const { db } = await testDatabase()
const words = { vi: 'Bạn điện ảnh', en: 'Friends of film' }

async function carried() {
  const body = await organization()
  const member = await memberOf(body, 'organizer')
  const admin = await memberOf(body, 'admin')
  const made = await initiative({ bodies: [body] })
  return { body, made, at: { initiativeId: made.id }, ctx: signedIn(member), admin: signedIn(admin) }
}

describe('parts', () => {
  const goal = { kind: 'goal', title: words, remark: {}, state: 'planned', dueOn: null } as const

  it('a goal is added, edited once for a revision, and comes back as it was', async () => {
    const { at, ctx } = await carried()
    const partId = await addPart(ctx, { ...at, details: goal })
    const reached = { ...goal, state: 'reached' as const }
    expect(await editPart(ctx, { ...at, partId, revision: 1, details: reached })).toBe(true)
    expect(await editPart(ctx, { ...at, partId, revision: 2, details: reached })).toBe(false)
    await expect(editPart(ctx, { ...at, partId, revision: 1, details: goal })).rejects.toMatchObject({
      code: 'saved-by-other',
    })
    const own = and(eq(initiativeGoal.id, partId), eq(initiativeGoal.state, 'reached'))
    const act = { ...at, verb: 'goal.removed' }
    const gone = await performAct(ctx, {
      act,
      answered: unasked,
      work: () => removePart(ctx, { ...at, kind: 'goal', partId }),
    })
    expect(await db.$count(initiativeGoal, own)).toBe(0)
    await undoAct(ctx, gone.done ? String(gone.actId) : '')
    expect(await db.$count(initiativeGoal, own)).toBe(1)
    const { at: other } = await carried()
    await expect(removePart(system(), { ...other, kind: 'goal', partId })).rejects.toMatchObject({
      kind: 'missing',
    })
  })

  it('an entry of the news is read once it is published, the latest first', async () => {
    const { at, ctx } = await carried()
    const entry = (datedOn: string) =>
      ({ kind: 'news', title: { en: datedOn }, body: {}, datedOn, source: {}, sourceUrl: null }) as const
    const [older, newer] = [
      await addPart(ctx, { ...at, details: entry('2025-03-11') }),
      await addPart(ctx, { ...at, details: entry('2025-05-12') }),
    ]
    expect((await findInitiativeParts(at.initiativeId)).news).toEqual([])
    for (const newsId of [older, newer]) await publishNews(ctx, { ...at, newsId, published: true })
    expect(await publishNews(ctx, { ...at, newsId: newer, published: true })).toBe(false)
    expect((await findInitiativeParts(at.initiativeId)).news.map(({ id }) => id)).toEqual([newer, older])
  })

  it('a document is a file of a safe kind, and stays as long as something shows it', async () => {
    const { at, ctx, admin } = await carried()
    const of = (name: string, content = pdf) => addDocument(ctx, { ...at, title: words, name, content })
    await expect(of('page.html')).rejects.toMatchObject({ code: 'document-kind' })
    await expect(of('page.pdf', new TextEncoder().encode('<script>'))).rejects.toMatchObject({
      code: 'document-kind',
    })
    await expect(of('large.pdf', new Uint8Array(21 * 1024 * 1024))).rejects.toMatchObject({
      code: 'document-too-large',
    })
    const id = await of('../Báo cáo.pdf')
    const stored = await getPublicDocument(id)
    expect(stored).toMatchObject({ name: 'Báo cáo.pdf', type: 'application/pdf', size: pdf.length })
    await forgetBrokenUploads(system(new Date(Date.now() + 3 * 24 * 3_600_000)))
    expect(await db.$count(file, eq(file.id, stored.id))).toBe(1)
    await publishInitiative(admin, { ...at, published: false })
    await expect(getPublicDocument(id)).rejects.toMatchObject({ code: 'document-missing' })
  })
})
