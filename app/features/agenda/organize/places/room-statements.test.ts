import { expect, test } from 'vitest'
import { addRoom } from '#app/features/agenda/domain/rooms/add-room.server.ts'
import { statementsOf, testDatabase } from '#tests/database.ts'
import { system } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { postForm, signInCookieOf } from '#tests/factories/requests.ts'
import { action } from './room.tsx'

await testDatabase()

test('an organizer’s form takes eleven statements from cookie to commit, and no frame', async () => {
  const body = await organization()
  const made = await event({ hosts: [body] })
  const cookie = await signInCookieOf(await memberOf(body))
  const { id } = await addRoom(system(), { eventId: made.id, name: { vi: 'Phòng', en: 'Room' } })
  const path = `/organize/events/${made.slug}/agenda/rooms/${id}`
  const request = postForm(path, { 'name.vi': 'Phòng lớn', 'name.en': 'Great room' }, cookie)
  const save = () => action({ request, params: { event: made.slug, room: id }, context: {} })
  expect(await statementsOf(async () => expect(await save()).toMatchObject({ status: 303 }))).toHaveLength(11)
})
