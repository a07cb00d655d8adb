import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { flatten } from '#app/shared/forms/merge.ts'
import { write } from '#app/shared/i18n/translated-text.ts'
import { activity, guestCategory } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { category as categoryOf, event as eventOf } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { getPage, postForm, signInCookieOf } from '#tests/factories/requests.ts'
import { action, loader } from './category.tsx'

const { db } = await testDatabase()

async function opened(name: { vi: string; en: string }) {
  const body = await organization()
  const made = await eventOf({ hosts: [body] })
  const cookie = await signInCookieOf(await memberOf(body))
  const one = await categoryOf(made, { name: write(name) })
  const path = `/organize/events/${made.slug}/categories/${one.id}`
  const args = (request: Request) => ({
    request,
    params: { event: made.slug, category: one.id },
    context: {},
  })
  const { values, base } = (await loader(args(getPage(path, cookie)))).data
  const save = (fields: Record<string, string>) =>
    action(args(postForm(path, { ...flatten(values), base, ...fields }, cookie)))
  const stored = async () => (await db.select().from(guestCategory).where(eq(guestCategory.id, one.id)))[0]
  return { made, save, stored }
}

it.each(Array.from({ length: 8 }, (_, n) => ({ vi: `Khách mời ${n}`, en: `Guests ${n}` })))(
  'a category called $vi can be saved as it is, and nothing changes',
  async (name) => {
    const { made, save, stored } = await opened(name)
    const before = await stored()
    expect(await save({})).toMatchObject({ status: 303 })
    expect(await stored()).toEqual(before)
    expect(await db.select().from(activity).where(eq(activity.eventId, made.id))).toEqual([])
  },
)

it('a category that two people edit keeps the languages of both', async () => {
  const { save, stored } = await opened({ vi: 'Báo chí', en: 'Press' })
  expect(await save({ 'name.en': 'Journalists' })).toMatchObject({ status: 303 })
  expect(await save({ 'description.vi': 'Nhà báo' })).toMatchObject({ status: 303 })
  expect(await stored()).toMatchObject({
    name: { vi: 'Báo chí', en: 'Journalists' },
    description: { vi: 'Nhà báo' },
  })
  expect(await save({ 'name.en': 'Media' })).toMatchObject({ init: { status: 409 } })
  expect(await stored()).toMatchObject({ name: { en: 'Journalists' } })
})
