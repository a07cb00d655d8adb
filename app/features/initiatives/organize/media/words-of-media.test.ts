import type { ActionFunctionArgs } from '@remix-run/node'
import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { FormValues } from '#app/shared/forms/form-values.ts'
import { flatten } from '#app/shared/forms/merge.ts'
import { isStale } from '#app/shared/i18n/translated-text.ts'
import { activity, initiativeDocument, initiative as initiatives, picture } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { draftInFull } from '#tests/factories/initiatives.ts'
import { first } from '#tests/factories/numbers.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { getPage, postForm, signInCookieOf } from '#tests/factories/requests.ts'
import * as documentPage from './one-document.tsx'
import * as picturePage from './one-picture.tsx'

const { db } = await testDatabase()
const image = await sharp({ create: { width: 200, height: 200, channels: 3, background: '#456' } })
  .png()
  .toBuffer()

type Page = { loader(args: ActionFunctionArgs): unknown; action(args: ActionFunctionArgs): unknown }
type Answer = { data: { conflict?: { differences: unknown[] } }; init: { status: number } }

/** A draft with a document and a picture; `open` reads the form of a page, `save` sends it with other words. */
async function desk() {
  const body = await organization()
  const cookie = await signInCookieOf(await memberOf(body, 'organizer'))
  const params = await draftInFull(body, { vi: 'Báo cáo', en: 'Report' }, image)
  const args = (request: Request) => ({ request, params, context: {} })
  const open = async ({ loader }: Page) => {
    const { data } = (await loader(args(getPage('/organize', cookie)))) as {
      data: { values: FormValues; base: string }
    }
    return { ...flatten(data.values), base: data.base }
  }
  const save = ({ action }: Page, fields: Record<string, string>) =>
    action(args(postForm('/organize', fields, cookie))) as Promise<Response & Answer>
  return { params, open, save }
}

const titleOf = async (id: string) =>
  first(await db.select().from(initiativeDocument).where(eq(initiativeDocument.id, id)))
const pictureOf = async (id: string) => first(await db.select().from(picture).where(eq(picture.id, id)))

describe('the words of a document', () => {
  it('change while its file stays, and say when the other language is behind', async () => {
    const { params, open, save } = await desk()
    const before = await titleOf(params.document)
    const form = await open(documentPage)
    expect((await save(documentPage, { ...form, 'title.vi': 'Báo cáo năm' })).status).toBe(303)
    const after = await titleOf(params.document)
    expect(after).toMatchObject({
      title: { vi: 'Báo cáo năm', en: 'Report' },
      fileId: before.fileId,
      revision: before.revision + 1,
    })
    expect(isStale(after.title)).toBe(true)
    const [of] = await db.select().from(initiatives).where(eq(initiatives.slug, params.initiative))
    const told = await db
      .select()
      .from(activity)
      .where(eq(activity.initiativeId, String(of?.id)))
    expect(told.at(-1)).toMatchObject({ verb: 'document.edited', subjectName: 'Báo cáo năm' })
    const untouched = await save(documentPage, await open(documentPage))
    expect([untouched.status, (await titleOf(params.document)).revision]).toEqual([303, after.revision])
  })

  it('are asked about when two change them at once, and merge where they do not meet', async () => {
    const { params, open, save } = await desk()
    const [mine, theirs] = [await open(documentPage), await open(documentPage)]
    await save(documentPage, { ...theirs, 'title.en': 'Annual report' })
    const asked = await save(documentPage, { ...mine, 'title.en': 'Yearly report' })
    expect([asked.init.status, asked.data.conflict?.differences.length]).toEqual([409, 1])
    expect((await titleOf(params.document)).title.en).toBe('Annual report')
    expect((await save(documentPage, { ...mine, 'title.vi': 'Báo cáo năm' })).status).toBe(303)
    expect((await titleOf(params.document)).title).toMatchObject({ vi: 'Báo cáo năm', en: 'Annual report' })
  })

  it('are never none, and of another initiative’s document there is no form', async () => {
    const { open, save } = await desk()
    const none = await save(documentPage, { ...(await open(documentPage)), 'title.vi': '', 'title.en': '' })
    expect(none.init.status).toBe(400)
    const { params } = await desk()
    const stranger = await desk()
    Object.assign(stranger.params, { document: params.document })
    await expect(stranger.open(documentPage)).rejects.toMatchObject({ code: 'document-missing' })
  })
})

describe('the words of a picture', () => {
  it('change while its image stays; what it shows is said in both languages', async () => {
    const { params, open, save } = await desk()
    const before = await pictureOf(params.image)
    const form = await open(picturePage)
    const words = { 'alt.vi': 'Một bãi biển', 'alt.en': 'A beach', 'credit.vi': 'VFDA' }
    expect((await save(picturePage, { ...form, ...words })).status).toBe(303)
    expect(await pictureOf(params.image)).toMatchObject({
      alt: { vi: 'Một bãi biển', en: 'A beach' },
      credit: { vi: 'VFDA' },
      width: before.width,
      revision: before.revision + 1,
    })
    const undescribed = await save(picturePage, { ...(await open(picturePage)), 'alt.en': '' })
    expect(undescribed.init.status).toBe(400)
    const asked = await save(picturePage, { ...form, 'alt.vi': 'Bãi cát' })
    expect([asked.init.status, asked.data.conflict?.differences.length]).toEqual([409, 1])
  })
})
