import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { loader } from '#app/features/people/organize/choosing/people-choices.ts'
import { person, personWords } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { signedIn, system } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { signInCookieOf } from '#tests/factories/requests.ts'
import { addPerson } from './add-person.server.ts'
import { listPeopleToChoose, type PersonToChoose, searchPeopleToChoose } from './people-to-choose.server.ts'

const { db } = await testDatabase()

async function desk() {
  const body = await organization()
  const made = await event({ hosts: [body] })
  const other = await event({ hosts: [body] })
  const organizer = signedIn(await memberOf(body, 'organizer'))
  const adds = (name: string, position = '', eventId = made.id, otherNames = '') =>
    addPerson(organizer, {
      eventId,
      name,
      otherNames,
      position: position ? { vi: position, en: `${position} (en)`, original: 'vi' } : {},
      affiliation: { vi: 'Hãng phim Sông Hàn', en: 'Han River Films', original: 'vi' },
    })
  const find = async (q: string, page = 1) =>
    (await searchPeopleToChoose(organizer, made.id, { q, page })).people.map(({ name }) => name)
  return { body, made, other, organizer, adds, find }
}

describe('people to choose', () => {
  it.each([
    ['dang thai', ['Đặng Thái Huyền']],
    ['huyen dao dien', ['Đặng Thái Huyền']],
    ['song han', ['Đặng Thái Huyền', 'Michael Digregorio']],
    ['mike', ['Michael Digregorio']],
    ['100%_', []],
  ])('%s finds %j', async (q, names) => {
    const { adds, find } = await desk()
    await adds('Đặng Thái Huyền', 'Đạo diễn')
    await adds('Michael Digregorio', '', undefined, 'Mike')
    expect(await find(q)).toEqual(names)
  })

  it('begins with those of the event, then those spelled as typed', async () => {
    const { other, adds, find } = await desk()
    await adds('Lê Bình', '', other.id)
    await adds('Phạm Bính')
    await adds('Trần Bình')
    expect(await find('Bình')).toEqual(['Trần Bình', 'Phạm Bính', 'Lê Bình'])
  })

  it('puts a name before a position', async () => {
    const { adds, find } = await desk()
    await adds('Bùi Ẩn', 'Đạo diễn')
    await adds('Phan Đăng', 'Nhà văn')
    expect(await find('da')).toEqual(['Phan Đăng', 'Bùi Ẩn'])
  })

  it('gives a page at a time, each person once', async () => {
    const { made, organizer, adds } = await desk()
    for (let n = 10; n < 22; n += 1) await adds(`Người ${n}`)
    const first = await searchPeopleToChoose(organizer, made.id, { q: 'nguoi', page: 1 })
    const second = await searchPeopleToChoose(organizer, made.id, { q: 'nguoi', page: first.next ?? 0 })
    expect(first.people).toHaveLength(10)
    expect(second).toMatchObject({ people: [{ name: 'Người 20' }, { name: 'Người 21' }], next: null })
  })

  it('is looked up in an index', async () => {
    const plan = await db.transaction(async (tx) => {
      await tx.execute(sql`set local enable_seqscan = off`)
      return tx.execute<{ 'QUERY PLAN': string }>(
        sql`explain select id from ${person} where ${personWords} like '%giang%'`,
      )
    })
    expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toContain('person_words')
  })

  it("shows nobody of a neighbour's, and nothing to whoever has no part in the event", async () => {
    const { made, organizer, find } = await desk()
    const neighbours = await event({ hosts: [await organization()] })
    const hidden = await addPerson(system(), { eventId: neighbours.id, name: 'Ẩn Danh' })
    expect(await find('an danh')).toEqual([])
    expect(await listPeopleToChoose(organizer, made.id, [hidden.id])).toEqual([])
    const stranger = signedIn(await memberOf(await organization(), 'organizer'))
    await expect(searchPeopleToChoose(stranger, made.id, { q: '', page: 1 })).rejects.toMatchObject({
      kind: 'missing',
    })
  })

  it('answers in the language of the reader, those of some ids in their order, and refuses nonsense', async () => {
    const { body, made, adds } = await desk()
    const [one, two] = [await adds('Đặng Thái Huyền', 'Đạo diễn'), await adds('Lê Hai')]
    const cookie = await signInCookieOf(await memberOf(body, 'rapporteur'))
    const ask = (query: string) => {
      const url = `http://localhost:3000/organize/events/${made.slug}/people/choices?${query}`
      const request = new Request(url, { headers: { Cookie: cookie } })
      return loader({ request, params: { event: made.slug }, context: {} })
    }
    const people = async (query: string): Promise<PersonToChoose[]> =>
      (await (await ask(query)).json()).people
    expect(await people('q=huyen')).toMatchObject([
      { id: one.id, note: 'Đạo diễn, Hãng phim Sông Hàn', initials: 'ĐH', lang: 'vi', isHere: true },
    ])
    expect(await people(`ids=${two.id}+${one.id}`)).toMatchObject([{ id: two.id }, { id: one.id }])
    for (const query of ['page=0', 'page=x', 'ids=one', 'q=%00', `q=${'a'.repeat(201)}`]) {
      await expect(ask(query)).rejects.toMatchObject({ kind: 'invalid' })
    }
  })
})
