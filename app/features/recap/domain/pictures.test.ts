import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import {
  findPictureImage,
  forgetRemovedPictures,
} from '#app/features/pictures/domain/picture-files.server.ts'
import { systemContext } from '#app/shared/context.ts'
import { pictureSize } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { testDatabase } from '#tests/database.ts'
import { system } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { addPicture, editPicture, movePicture, removePicture, showPicture } from './edit-pictures.server.ts'
import { listGallery, listPictures, listRecapPictures } from './pictures.server.ts'

await testDatabase()

const photo = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#8a1f2d' } })
    .withExif({ IFD0: { Copyright: 'SECRET-CAMERA' } })
    .jpeg()
    .toBuffer()
const words = (alt: { vi: string; en: string }) => ({
  caption: { vi: 'Bàn tròn', en: 'The table' },
  alt,
  credit: { vi: ' Ảnh: \n VFDA ', en: 'Photo: VFDA' },
})

test('a picture is kept in the widths of pages and one for the press, without what the camera wrote', async () => {
  const { id: eventId } = await event()
  const id = await addPicture(system(), { eventId, image: await photo(1200, 800) })
  const [kept] = await listPictures(eventId)
  expect(kept).toMatchObject({ id, width: 1200, height: 800, widths: [480, 960, 1200] })
  const press = await findPictureImage(id, 'jpeg')
  expect((await sharp(press ?? new Uint8Array()).metadata()).exif).toBeUndefined()
  const small = await findPictureImage(id, 'webp', 480)
  expect(await sharp(small ?? new Uint8Array()).metadata()).toMatchObject({ format: 'webp', width: 480 })
})

test.each([
  ['words', Buffer.from('not a picture at all'), 'picture-not-image'],
  ['a drawing in XML', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'picture-not-image'],
  ['a file cut off', async () => (await photo(800, 800)).subarray(0, 500), 'picture-broken'],
  ['one too small', () => photo(800, 120), 'picture-too-small'],
])('%s is refused', async (_, given, code) => {
  const { id: eventId } = await event()
  const image = typeof given === 'function' ? await given() : given
  await expect(addPicture(system(), { eventId, image })).rejects.toMatchObject({ code })
  expect(await listPictures(eventId)).toEqual([])
})

describe('what is said about a picture', () => {
  test('readers see it once it has words for those who do not see it, in both languages', async () => {
    const { id: eventId } = await event()
    const pictureId = await addPicture(system(), { eventId, image: await photo(400, 400) })
    expect(await listRecapPictures(eventId)).toEqual([])
    await editPicture(system(), {
      eventId,
      pictureId,
      revision: 1,
      words: words({ vi: 'Chín người', en: '' }),
    })
    expect(await listRecapPictures(eventId)).toEqual([])
    await editPicture(system(), {
      eventId,
      pictureId,
      revision: 2,
      words: words({ vi: 'Chín người', en: 'Nine people' }),
    })
    expect(await listRecapPictures(eventId)).toMatchObject([
      { id: pictureId, credit: { vi: 'Ảnh: VFDA', en: 'Photo: VFDA' } },
    ])
  })

  test('two who write at once do not overwrite each other', async () => {
    const { id: eventId } = await event()
    const pictureId = await addPicture(system(), { eventId, image: await photo(400, 400) })
    const save = () =>
      editPicture(system(), { eventId, pictureId, revision: 1, words: words({ vi: 'a', en: 'b' }) })
    const done = await Promise.allSettled([save(), save()])
    expect(done.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test("nobody writes on another event's picture", async () => {
    const [mine, other] = [await event(), await event()]
    const pictureId = await addPicture(system(), { eventId: other.id, image: await photo(400, 400) })
    const at = { eventId: mine.id, pictureId }
    const missing = { code: 'picture-missing' }
    await expect(
      editPicture(system(), { ...at, revision: 1, words: words({ vi: 'a', en: 'b' }) }),
    ).rejects.toMatchObject(missing)
    await expect(removePicture(system(), at)).rejects.toMatchObject(missing)
    await expect(movePicture(system(), { ...at, by: 1 })).rejects.toMatchObject(missing)
  })
})

test('pictures change places, and one that is removed is gone with its image', async () => {
  const { id: eventId } = await event()
  const image = await photo(300, 300)
  const ids: string[] = []
  for (let n = 0; n < 3; n++) ids.push(await addPicture(system(), { eventId, image }))
  const [first = '', second = '', third = ''] = ids
  const order = async () => (await listPictures(eventId)).map((one) => one.id)
  await movePicture(system(), { eventId, pictureId: third, by: -1 })
  expect(await order()).toEqual([first, third, second])
  await movePicture(system(), { eventId, pictureId: first, by: -1 })
  expect(await order()).toEqual([first, third, second])
  await removePicture(system(), { eventId, pictureId: third })
  expect(await order()).toEqual([first, second])
  expect(await findPictureImage(third, 'jpeg')).toBeNull()
  const kept = () => database().$count(pictureSize, eq(pictureSize.pictureId, third))
  await forgetRemovedPictures(system())
  expect(await kept()).toBeGreaterThan(0)
  await forgetRemovedPictures(systemContext('clock', new Date(Date.now() + 2 * 60 * 60_000)))
  expect(await kept()).toBe(0)
})

test('the page of the event shows what was put there, and only with words for who does not see it', async () => {
  const { id: eventId } = await event()
  const image = await photo(600, 400)
  const pictureId = await addPicture(system(), { eventId, image, words: words({ vi: 'Bàn', en: 'Table' }) })
  const silent = await addPicture(system(), { eventId, image })
  expect(await listGallery(eventId)).toEqual([])
  for (const id of [pictureId, silent])
    await showPicture(system(), { eventId, pictureId: id, isOnPage: true })
  expect((await listGallery(eventId)).map((one) => one.id)).toEqual([pictureId])
  await showPicture(system(), { eventId, pictureId, isOnPage: false })
  expect(await listGallery(eventId)).toEqual([])
})
