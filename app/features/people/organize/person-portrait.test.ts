import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { portrait } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { system } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { signInCookieOf } from '#tests/factories/requests.ts'
import { addPerson } from '../domain/add-person.server.ts'
import * as page from './person-portrait.tsx'

const { db } = await testDatabase()
const photo = (side: number) =>
  sharp({ create: { width: side, height: side, channels: 3, background: '#8a1f2d' } })
    .jpeg()
    .toBuffer()

it('a picture that cannot be taken brings its form back with the credit', async () => {
  const body = await organization()
  const made = await event({ hosts: [body] })
  const { id } = await addPerson(system(), { eventId: made.id, name: 'Ngô Phương Lan' })
  const cookie = await signInCookieOf(await memberOf(body, 'organizer'))
  const send = (content: Buffer, credit: string) => {
    const fields = new FormData()
    fields.set('portrait', new File([new Uint8Array(content)], 'lan.jpg'))
    fields.set('credit', credit)
    const request = new Request('http://localhost:3000/organize', {
      method: 'POST',
      body: fields,
      headers: { Cookie: cookie },
    })
    return page.action({ request, params: { event: made.slug, person: id }, context: {} })
  }
  for (const [content, code] of [
    [Buffer.from('MZ program'), 'portrait-not-image'],
    [await photo(20), 'portrait-too-small'],
    [Buffer.alloc(0), null],
  ] as const) {
    const message = code ? `shared.refusal.${code}` : 'shared.form.missing'
    expect(await send(content, ' Trần  Thị Ánh ')).toMatchObject({
      init: { status: 400 },
      data: { errors: { portrait: { message } }, values: { credit: ' Trần  Thị Ánh ' } },
    })
  }
  expect(await send(await photo(200), 'x'.repeat(201))).toMatchObject({
    data: { errors: { credit: { message: 'shared.form.too-long?max=200' } } },
  })
  expect(await send(await photo(200), ' Trần  Thị Ánh ')).toMatchObject({ status: 303 })
  const [kept] = await db.select().from(portrait).where(eq(portrait.personId, id))
  expect(kept?.credit).toBe('Trần Thị Ánh')
})
