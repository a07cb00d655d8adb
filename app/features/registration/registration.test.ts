import { expect, test } from 'vitest'
import { testDatabase } from '#tests/database.ts'
import { event } from '#tests/factories/events.ts'
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
