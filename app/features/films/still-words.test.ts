import sharp from 'sharp'
import { expect, test } from 'vitest'
import { testDatabase } from '#tests/database.ts'
import { organizedEvent } from '#tests/factories/events.ts'
import { filmOf } from '#tests/factories/films.ts'
import { addStill, editStill, getStill, removeStill } from './domain/stills/stills.server.ts'

await testDatabase()

test('the words of a still are corrected, not over those of somebody else, and not of another film', async () => {
  const { ctx, event: of } = await organizedEvent()
  const [rain, sun] = [await filmOf(of.id), await filmOf(of.id)]
  const image = await sharp({ create: { width: 640, height: 360, channels: 3, background: '#456' } })
    .png()
    .toBuffer()
  const words = { alt: { vi: 'Mưa', en: 'Rain' }, credit: { vi: '', en: '' } }
  const at = { eventId: of.id, slug: rain.slug }
  const stillId = await addStill(ctx, { ...at, image, ...words })
  const seen = { ...at, stillId, revision: 1 }
  expect(await editStill(ctx, { ...seen, ...words })).toBe(false)
  const credited = { ...words, credit: { vi: 'Ảnh: Vũ Tâm', en: '' } }
  expect(await editStill(ctx, { ...seen, ...credited })).toBe(true)
  expect(await getStill({ ...at, stillId })).toMatchObject({
    alt: { en: 'Rain' },
    credit: { vi: 'Ảnh: Vũ Tâm' },
  })
  await expect(editStill(ctx, { ...seen, ...words })).rejects.toMatchObject({ code: 'saved-by-other' })
  const missing = { code: 'picture-missing' }
  await expect(getStill({ ...at, slug: sun.slug, stillId })).rejects.toMatchObject(missing)
  await removeStill(ctx, { ...at, stillId })
  await expect(editStill(ctx, { ...seen, revision: 2, ...words })).rejects.toMatchObject(missing)
})
