import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { addPerson } from '#app/features/people/domain/add-person.server.ts'
import { loader } from '#app/features/people/portrait-file.ts'
import { portraitSize } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { testDatabase } from '#tests/database.ts'
import { system } from '#tests/factories/contexts.ts'
import { organizedEvent } from '#tests/factories/events.ts'
import { portraitWidths } from './portrait-widths.ts'
import { removePortrait, savePortrait } from './save-portrait.server.ts'

await testDatabase()

const blank = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#a03040' } })

async function somebody() {
  const { event } = await organizedEvent()
  return addPerson(system(), { eventId: event.id, name: 'Đặng Hoàng Giang' })
}

async function ask(portrait: string, file: string, headers = {}) {
  const request = new Request(`http://localhost/portraits/${portrait}/${file}`, { headers })
  return loader({ request, params: { portrait, file }, context: {} })
}

describe('a portrait', () => {
  it('is kept as squares in every width, turned upright, without what else the file held', async () => {
    const { id: personId } = await somebody()
    const withExif = await blank(1200, 900)
      .withExif({ IFD0: { Artist: 'Secret Maker' }, IFD3: { GPSLatitude: '42/1 22/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const id = await savePortrait(system(), { personId, image: withExif, credit: '  Ảnh:  An ' })
    for (const width of portraitWidths) {
      const answer = await ask(id, `${width}.webp`)
      const bytes = Buffer.from(await answer.arrayBuffer())
      const made = await sharp(bytes).metadata()
      expect(made).toMatchObject({ format: 'webp', width, height: width })
      expect(made.exif).toBeUndefined()
      expect(bytes.includes('Secret Maker')).toBe(false)
    }
  })

  it('is answered once and for all, and to nobody after it went', async () => {
    const { id: personId } = await somebody()
    const image = await blank(300, 500).png().toBuffer()
    const first = await savePortrait(system(), { personId, image, credit: '' })
    const answer = await ask(first, '96.webp')
    expect(answer.headers.get('Cache-Control')).toContain('immutable')
    const etag = String(answer.headers.get('ETag'))
    expect((await ask(first, '96.webp', { 'If-None-Match': etag })).status).toBe(304)
    await expect(ask(first, '97.webp')).rejects.toMatchObject({ kind: 'missing' })
    await expect(ask(first, '96.png')).rejects.toMatchObject({ kind: 'missing' })
    const second = await savePortrait(system(), { personId, image, credit: '' })
    await expect(ask(first, '96.webp')).rejects.toMatchObject({ kind: 'missing' })
    await removePortrait(system(), { personId })
    await expect(ask(second, '96.webp')).rejects.toMatchObject({ kind: 'missing' })
    const left = await database().select().from(portraitSize)
    expect(left.some((one) => [first, second].includes(one.portraitId))).toBe(false)
  })

  it.each([
    ['a page', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'portrait-not-image'],
    ['nothing', () => Buffer.alloc(0), 'portrait-not-image'],
    ['a moving picture', () => blank(200, 200).gif().toBuffer(), 'portrait-not-image'],
    ['a stamp', () => blank(300, 80).png().toBuffer(), 'portrait-too-small'],
    ['a wall', () => blank(9000, 7000).png().toBuffer(), 'portrait-too-large'],
    ['too many bytes', () => Buffer.alloc(13 * 1024 * 1024), 'portrait-too-large'],
    [
      'half a file',
      async () => {
        const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const
        const whole = await sharp({
          create: { width: 400, height: 400, channels: 3, background: '#fff', noise },
        })
          .jpeg()
          .toBuffer()
        return whole.subarray(0, whole.length / 3)
      },
      'portrait-broken',
    ],
  ] as const)('is not %s', async (_, make, code) => {
    const { id: personId } = await somebody()
    const image = new Uint8Array(await make())
    await expect(savePortrait(system(), { personId, image, credit: '' })).rejects.toMatchObject({
      code,
      kind: 'invalid',
    })
  })
})
