import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { unasked } from '#app/features/acts/domain/act-preview.ts'
import { listOpenActs } from '#app/features/acts/domain/acts.server.ts'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { undoAct } from '#app/features/acts/domain/undo-act.server.ts'
import { findPublicEvent } from '#app/features/events/domain/events.server.ts'
import { testDatabase } from '#tests/database.ts'
import { signedIn } from '#tests/factories/contexts.ts'
import { organizedEvent } from '#tests/factories/events.ts'
import { memberOf } from '#tests/factories/organizations.ts'
import { editCover, findCover, findCoverCut, removeCover, saveCover } from './cover.server.ts'
import { findLogos, removeLogo, saveLogo } from './logos.server.ts'
import { findPictureImage } from './picture-files.server.ts'
import { logoSizes, pictureSizes } from './picture-image.server.ts'

await testDatabase()

const ground = (width: number, height: number, background = '#1f5c57') =>
  sharp({ create: { width, height, channels: 4, background } })
const photo = (width = 1200, height = 800) => ground(width, height).png().toBuffer()
const details = {
  alt: { vi: 'Một bàn tròn', en: 'A round table' },
  credit: { vi: '', en: '' },
  focalX: 50,
  focalY: 50,
}
const world = async () => {
  const { ctx, event, body } = await organizedEvent()
  return { ctx, event, body, eventId: event.id, made: await pictureSizes(await photo()) }
}

describe('a cover', () => {
  test('stands on the page in the widths it can be had in, and a new one takes its place', async () => {
    const { ctx, event, eventId, made } = await world()
    const first = await saveCover(ctx, { eventId, made, details })
    expect((await findPublicEvent(event.slug))?.cover).toMatchObject({
      id: first,
      width: 1200,
      height: 800,
      widths: [480, 960, 1200],
      focalX: 50,
      alt: { vi: 'Một bàn tròn', en: 'A round table' },
    })
    const second = await saveCover(ctx, { eventId, made, details })
    expect((await findCover(eventId))?.id).toBe(second)
    expect(await findPictureImage(first, 'jpeg')).toBeNull()
  })

  test('is made smaller when a page first asks, in both formats, and never in another width', async () => {
    const { ctx, eventId, made } = await world()
    const press = made.sizes.filter((one) => one.format === 'jpeg')
    const id = await saveCover(ctx, { eventId, made: { ...made, sizes: press }, details })
    const small = await findPictureImage(id, 'avif', 480)
    expect(await sharp(small ?? new Uint8Array()).metadata()).toMatchObject({ format: 'heif', width: 480 })
    expect(Buffer.from((await findPictureImage(id, 'avif', 480)) ?? [])).toEqual(Buffer.from(small ?? [1]))
    expect(await findPictureImage(id, 'webp', 960)).not.toBeNull()
    expect(await findPictureImage(id, 'webp', 500)).toBeNull()
    expect(await findPictureImage(id, 'webp', 1600)).toBeNull()
    expect(await findPictureImage('not-an-id', 'webp', 480)).toBeNull()
  })

  test('is cut around what matters, in exactly the size that is asked for', async () => {
    const { ctx, eventId } = await world()
    const left = await ground(600, 800, '#ff0000').png().toBuffer()
    const two = ground(1200, 800, '#0000ff').composite([{ input: left, left: 0, top: 0 }])
    const made = await pictureSizes(await two.png().toBuffer())
    await saveCover(ctx, { eventId, made, details: { ...details, focalX: 0 } })
    const cut = await findCoverCut(await findCover(eventId), { width: 100, height: 126 })
    const { data, info } = await sharp(cut ?? new Uint8Array())
      .raw()
      .toBuffer({ resolveWithObject: true })
    expect(info).toMatchObject({ width: 100, height: 126 })
    expect(data[0]).toBeGreaterThan(200)
    expect(await findCoverCut(null, { width: 100, height: 126 })).toBeNull()
  })

  test('of two who write at once one is asked again; nothing changed is no change', async () => {
    const { ctx, eventId, made } = await world()
    await saveCover(ctx, { eventId, made, details })
    expect(await editCover(ctx, { eventId, revision: 1, details })).toBe(false)
    const moved = { ...details, focalX: 20 }
    expect(await editCover(ctx, { eventId, revision: 1, details: moved })).toBe(true)
    const late = editCover(ctx, { eventId, revision: 1, details: { ...details, focalX: 80 } })
    await expect(late).rejects.toMatchObject({ stored: { focalX: 20 } })
  })

  test('comes back with its image when its removal is taken back; so does the one that was replaced', async () => {
    const { ctx, eventId, made } = await world()
    const id = await saveCover(ctx, { eventId, made, details })
    const act = (verb: string, work: () => Promise<unknown>) =>
      performAct(ctx, { act: { eventId, verb }, answered: unasked, work })
    const undo = async () => undoAct(ctx, (await listOpenActs(ctx, { eventId }))[0]?.id ?? '')
    await act('cover.removed', () => removeCover(ctx, { eventId }))
    expect(await findPictureImage(id, 'jpeg')).toBeNull()
    await undo()
    expect(await findPictureImage(id, 'jpeg')).not.toBeNull()
    await act('cover.saved', () => saveCover(ctx, { eventId, made, details }))
    await undo()
    expect((await findCover(eventId))?.id).toBe(id)
  })

  test('is for those who edit the event', async () => {
    const { body, ctx, eventId, made } = await world()
    const door = signedIn(await memberOf(body, 'door'))
    const refused = { kind: 'rights' }
    await expect(saveCover(door, { eventId, made, details })).rejects.toMatchObject(refused)
    await saveCover(ctx, { eventId, made, details })
    await expect(removeCover(door, { eventId })).rejects.toMatchObject(refused)
    const edit = { eventId, revision: 1, details: { ...details, focalX: 1 } }
    await expect(editCover(door, edit)).rejects.toMatchObject(refused)
  })
})

describe('a logo', () => {
  test('loses the empty ground around it, keeps what is see-through, and stands with its host', async () => {
    const { ctx, event, body } = await world()
    const sign = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"><ellipse cx="100" cy="50" rx="100" ry="50"/></svg>',
    )
    const image = await ground(600, 500, '#00000000')
      .composite([{ input: sign, left: 120, top: 80 }])
      .png()
      .toBuffer()
    const made = await logoSizes(image)
    expect(Math.abs(made.width - 200) + Math.abs(made.height - 100)).toBeLessThan(8)
    await saveLogo(ctx, { organizationId: body.id, ground: 'logo-dark', made })
    const [host] = (await findPublicEvent(event.slug))?.hosts ?? []
    expect(host?.logos).toMatchObject({ light: null, dark: { width: made.width, height: made.height } })
    const file = await findPictureImage(host?.logos.dark?.id ?? '', 'webp', made.width)
    expect(await sharp(file ?? new Uint8Array()).metadata()).toMatchObject({ hasAlpha: true })
    await removeLogo(ctx, { organizationId: body.id, ground: 'logo-dark' })
    expect(await findLogos(body.id)).toEqual({ light: null, dark: null })
  })
})
