import { describe, expect, it } from 'vitest'
import { testDatabase } from '#tests/database.ts'
import { system } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { signInCookieOf } from '#tests/factories/requests.ts'
import { addPerson } from '../domain/add-person.server.ts'
import * as people from './people-list-page.tsx'

await testDatabase()

describe('the list of people', () => {
  it('finds them without diacritics, and shows no neighbour’s', async () => {
    const body = await organization()
    const made = await event({ hosts: [body] })
    const other = await event()
    await addPerson(system(), { eventId: made.id, name: 'Đặng Hoàng Giang' })
    await addPerson(system(), { eventId: made.id, name: 'Ngô Phương Lan' })
    await addPerson(system(), { eventId: other.id, name: 'Đặng Thái Huyền' })
    const cookie = await signInCookieOf(await memberOf(body, 'organizer'))
    const names = async (query: string) => {
      const request = new Request(`http://localhost:3000/organize${query}`, { headers: { Cookie: cookie } })
      const answer = await people.loader({ request, params: { event: made.slug }, context: {} })
      return JSON.stringify(answer)
    }
    expect(await names('')).toContain('Ngô Phương Lan')
    expect(await names('?q=dang')).toContain('Đặng Hoàng Giang')
    expect(await names('?q=dang')).not.toContain('Ngô Phương Lan')
    expect(await names('?q=dang')).not.toContain('Đặng Thái Huyền')
  })
})
