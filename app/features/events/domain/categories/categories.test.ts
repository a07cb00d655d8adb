import { asc, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { registration as registrations } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { organizedEvent } from '#tests/factories/events.ts'
import { registration } from '#tests/factories/registrations.ts'
import { getCategory, listCategories } from '../organized-events.server.ts'
import { addCategory } from './add-category.server.ts'
import { openCategory } from './category-details.ts'
import { editCategory } from './edit-category.server.ts'
import { removeCategory } from './remove-category.server.ts'

const { db } = await testDatabase()
const refusal = (code: string) => expect.objectContaining({ code })

describe('guest categories', () => {
  it('get a code of their own', async () => {
    const { ctx, event: it } = await organizedEvent()
    const details = { ...openCategory, name: { vi: 'Báo chí', en: 'Press' } }
    expect((await addCategory(ctx, { eventId: it.id, details })).code).toBe('press')
    expect((await addCategory(ctx, { eventId: it.id, details })).code).toBe('press-2')
  })

  it('keep every seat that is taken, and know who saved last', async () => {
    const { ctx, event: it } = await organizedEvent()
    await registration(it.guest)
    const seen = await getCategory(it.id, it.guest.id)
    const wish = { eventId: it.id, categoryId: it.guest.id, seen }
    const details = { ...openCategory, capacity: 0 }
    await expect(editCategory(ctx, { ...wish, details })).rejects.toMatchObject({
      code: 'category-capacity-below-seats',
      details: { seated: 1 },
    })
    await editCategory(ctx, { ...wish, details: { ...openCategory, capacity: 5 } })
    await registration(it.guest)
    await expect(editCategory(ctx, { ...wish, details: openCategory })).rejects.toEqual(
      refusal('saved-by-other'),
    )
  })

  it('offer their new seats in order of arrival', async () => {
    const { ctx, event: it } = await organizedEvent()
    const wish = (await getCategory(it.id, it.guest.id)).id
    const limit = async (capacity: number) => {
      const seen = await getCategory(it.id, wish)
      await editCategory(ctx, {
        eventId: it.id,
        categoryId: wish,
        seen,
        details: { ...openCategory, capacity },
      })
    }
    await registration(it.guest)
    await limit(1)
    const waiting = [
      await registration(it.guest, { state: 'waitlisted' }),
      await registration(it.guest, { state: 'waitlisted' }),
    ]
    await limit(2)
    const rows = await db
      .select()
      .from(registrations)
      .where(eq(registrations.eventId, it.id))
      .orderBy(asc(registrations.arrival))
    expect(rows.slice(-2).map((row) => [row.id, row.state])).toEqual([
      [waiting[0]?.id, 'offered'],
      [waiting[1]?.id, 'waitlisted'],
    ])
  })

  it('go only when nobody ever chose them, and never the last', async () => {
    const { ctx, event: it } = await organizedEvent()
    const remove = (categoryId: string) => removeCategory(ctx, { eventId: it.id, categoryId })
    await expect(remove(it.guest.id)).rejects.toEqual(refusal('last-category'))
    const press = await addCategory(ctx, {
      eventId: it.id,
      details: { ...openCategory, name: { en: 'Press' } },
    })
    await registration(it.guest, { state: 'cancelled' })
    await expect(remove(it.guest.id)).rejects.toEqual(refusal('category-has-registrations'))
    await remove(press.id)
    expect(await listCategories(it.id)).toHaveLength(1)
    await expect(remove(press.id)).rejects.toEqual(refusal('category-missing'))
  })
})
