import { expect, it } from 'vitest'
import { addPerson } from '#app/features/people/domain/add-person.server.ts'
import { testDatabase } from '#tests/database.ts'
import { system } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { signInCookieOf } from '#tests/factories/requests.ts'
import { loader } from './choose-other.tsx'

await testDatabase()

it('leads to the comparison with whoever is named, and lists them where several are meant', async () => {
  const body = await organization()
  const made = await event({ hosts: [body] })
  const adds = (name: string) => addPerson(system(), { eventId: made.id, name })
  const own = await adds('Lê Minh An')
  const other = await adds('Lê Minh Ân')
  const third = await adds('Lê Minh Anh')
  const cookie = await signInCookieOf(await memberOf(body, 'organizer'))
  const home = `/organize/events/${made.slug}/people/${own.id}/merge`
  const names = async (text: string) => {
    const url = `http://localhost:3000${home}?other=${encodeURIComponent(text)}`
    const request = new Request(url, { headers: { Cookie: cookie } })
    const { others } = await loader({ request, params: { event: made.slug, person: own.id }, context: {} })
    return others.map(({ name }) => name)
  }
  const placeOf = (text: string) => names(text).catch((answer: Response) => answer.headers.get('Location'))
  expect(await placeOf(third.id)).toBe(`${home}/${third.id}`)
  expect(await placeOf('le minh an')).toBe(`${home}/${other.id}`)
  expect(await names('minh')).toEqual(['Lê Minh Anh', 'Lê Minh Ân'])
  await adds('Lê Minh Ân')
  expect(await names('Lê Minh Ân')).toHaveLength(2)
  expect(await names('')).toEqual([])
  expect(await names(own.id)).toEqual([])
})
