import { expect, test } from 'vitest'
import { testDatabase } from '#tests/database.ts'
import { system } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { addPerson } from './add-person.server.ts'

await testDatabase()

test('many of one name at once get an address each', async () => {
  const { id: eventId } = await event()
  const added = await Promise.all(
    Array.from({ length: 12 }, () => addPerson(system(), { eventId, name: 'Nguyễn Văn Đông' })),
  )
  const slugs = ['nguyen-van-dong', ...Array.from({ length: 11 }, (_, n) => `nguyen-van-dong-${n + 2}`)]
  expect(added.map(({ slug }) => slug).sort()).toEqual(slugs.sort())
})
