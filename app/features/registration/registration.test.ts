import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { recap } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { testDatabase } from '#tests/database.ts'
import { event } from '#tests/factories/events.ts'
import { publishedRecap } from '#tests/factories/recaps.ts'
import { registration } from '#tests/factories/registrations.ts'
import { getPage } from '#tests/factories/requests.ts'
import { personalToken } from './domain/links/personal-link.server.ts'
import { loader } from './registration.tsx'

await testDatabase()

test('the page says where the event is, and beside it the place in the line', async () => {
  const { guest } = await event()
  const shown = async (state: 'confirmed' | 'waitlisted') => {
    const { tokenSalt } = await registration(guest, { state })
    const token = personalToken(tokenSalt)
    return loader({ request: getPage(`/registrations/${token}`), params: { token }, context: {} })
  }
  const place = expect.stringContaining('Đại học Harvard')
  expect(await shown('confirmed')).toMatchObject({ place, placeInLine: null })
  expect(await shown('waitlisted')).toMatchObject({ place, placeInLine: 1 })
})

test('after the event the same link opens with its recap and recordings, as long as readers have them', async () => {
  const [startsAt, endsAt] = [new Date(Date.now() - 7_200_000), new Date(Date.now() - 3_600_000)]
  const shownOf = async (values: Parameters<typeof event>[0]) => {
    const made = await event(values)
    const token = personalToken((await registration(made.guest)).tokenSalt)
    const read = () => loader({ request: getPage(`/registrations/${token}`), params: { token }, context: {} })
    return { made, read }
  }
  const nothing = { recap: null, recordings: [], slides: [] }
  const past = await shownOf({ startsAt, endsAt })
  expect(await past.read()).toMatchObject({ ticket: null, after: nothing })
  const recordings = [{ title: { vi: 'Bản ghi', original: 'vi' as const }, url: 'https://example.org/film' }]
  await publishedRecap(past.made, { recordings })
  const opening = { title: 'Một buổi chiều quanh bàn tròn', lang: 'vi' }
  expect(await past.read()).toMatchObject({ after: { recap: opening, recordings, slides: [] } })
  await database().update(recap).set({ publishedNumber: null }).where(eq(recap.eventId, past.made.id))
  expect(await past.read()).toMatchObject({ after: nothing })
  // Neither before the end, nor of what was called off or withdrawn from readers.
  for (const values of [{}, { startsAt, endsAt, cancelledAt: new Date() }]) {
    const other = await shownOf(values)
    await publishedRecap(other.made)
    expect(await other.read()).toMatchObject({ after: null })
  }
  const hidden = await shownOf({ startsAt, endsAt, publishedAt: null })
  await publishedRecap(hidden.made, { recordings })
  expect(await hidden.read()).toMatchObject({ after: nothing })
})
