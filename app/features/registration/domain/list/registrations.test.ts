import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { registration as registrations } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { signedIn, system } from '#tests/factories/contexts.ts'
import { category, event } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { registration } from '#tests/factories/registrations.ts'
import { readCursor, writeCursor } from './registration-cursor.ts'
import { getRegistration } from './registration-detail.server.ts'
import type { RegistrationFilter } from './registration-scope.server.ts'
import { listRegistrations } from './registrations.server.ts'

const { db } = await testDatabase()

async function names(eventId: string, filter: RegistrationFilter) {
  const { rows } = await listRegistrations(system(), eventId, filter)
  return rows.map(({ name }) => name)
}

describe('searching', async () => {
  const at = await event()
  const people = [
    { name: 'Dang Hoang Giang', email: 'dhg@example.org' },
    { name: 'Đặng Hoàng Giang', email: 'giang@harvard.edu', affiliation: 'Hãng phim Giải Phóng' },
    { name: 'Lê An', email: 'le.an@example.org', affiliation: '100% Film' },
    { name: 'Lê Ân', email: 'a_n@example.org', jobTitle: 'Đạo diễn' },
    { name: 'Le An', email: 'lean@example.org' },
    { name: 'Nguyễn “Lan” O’Brien', email: 'lan@xn--bcher-kva.example', affiliation: 'C:\\phim' },
    { name: 'HOÀNG LÂN', email: 'hl@example.org' },
  ]
  // Arrived in this order, so the list has the last one first.
  for (const person of people) await registration(at.guest, person)

  test.each([
    ['Dang Hoang Giang', ['Dang Hoang Giang', 'Đặng Hoàng Giang']],
    ['Đặng Hoàng Giang', ['Đặng Hoàng Giang', 'Dang Hoang Giang']],
    ['giang hoang DANG', ['Dang Hoang Giang', 'Đặng Hoàng Giang']],
    ['đang', ['Đặng Hoàng Giang', 'Dang Hoang Giang']],
    ['hoàng', ['HOÀNG LÂN', 'Đặng Hoàng Giang', 'Dang Hoang Giang']],
    ['Lê An', ['Lê An', 'Le An', 'Lê Ân']],
    ['le an', ['Le An', 'Lê Ân', 'Lê An']],
    ['lân', ['HOÀNG LÂN', 'Nguyễn “Lan” O’Brien']],
    ['lan', ['Nguyễn “Lan” O’Brien', 'HOÀNG LÂN']],
    ['an', ['Le An', 'Lê An', 'Lê Ân']],
    ['giai phong', ['Đặng Hoàng Giang']],
    ['đạo diễn', ['Lê Ân']],
    ['GIANG@harvard.edu', ['Đặng Hoàng Giang']],
    ['đặng giang@harvard.edu', ['Đặng Hoàng Giang']],
    ['iang', ['Đặng Hoàng Giang', 'Dang Hoang Giang']],
    ['100%', ['Lê An']],
    ['%', []],
    ['a_n@', ['Lê Ân']],
    ['_', []],
    ['c:\\phim', ['Nguyễn “Lan” O’Brien']],
    ["'; drop table registration --", []],
    ['giang nobody', []],
  ])('%s', async (q, expected) => {
    const found = await names(at.id, { q })
    expect(found.toSorted()).toEqual(expected.toSorted())
    // Among the rest the newest comes first; the first one is spelled as typed wherever somebody is.
    expect(found[0]).toBe(expected[0])
  })

  test('text that cannot be searched for finds the whole list rather than an error', async () => {
    expect(await names(at.id, { q: '\0' })).toHaveLength(people.length)
    expect(await names(at.id, { q: `${'x '.repeat(500)}` })).toEqual([])
  })
})

describe('filtering', () => {
  test('by state, by category, by both and by words within them; never from another event', async () => {
    const [at, other] = [await event(), await event()]
    const press = await category(at, { code: 'press' })
    await registration(at.guest, { name: 'A', state: 'pending' })
    await registration(press, { name: 'B', state: 'pending' })
    await registration(press, { name: 'C', state: 'declined' })
    await registration(other.guest, { name: 'D', state: 'pending' })
    expect(await names(at.id, {})).toEqual(['C', 'B', 'A'])
    expect(await names(at.id, { state: 'pending' })).toEqual(['B', 'A'])
    expect(await names(at.id, { category: 'press' })).toEqual(['C', 'B'])
    expect(await names(at.id, { category: 'press', state: 'declined' })).toEqual(['C'])
    expect(await names(at.id, { category: 'press', q: 'b' })).toEqual(['B'])
    expect(await names(other.id, { category: 'press' })).toEqual([])
  })
})

describe('paging', () => {
  async function walk(eventId: string, q: string, meanwhile: () => Promise<unknown> = async () => {}) {
    const forward: string[][] = []
    let cursor: string | null = null
    let page: Awaited<ReturnType<typeof listRegistrations>>
    do {
      page = await listRegistrations(system(), eventId, { q, cursor })
      forward.push(page.rows.map(({ name }) => name))
      cursor = page.next
      await meanwhile()
    } while (cursor)
    const backward = [forward.at(-1) ?? []]
    while (page.previous) {
      page = await listRegistrations(system(), eventId, { q, cursor: page.previous })
      backward.unshift(page.rows.map(({ name }) => name))
      await meanwhile()
    }
    return { forward, backward }
  }

  const many = async (count: number, nameOf: (n: number) => string) => {
    const at = await event()
    for (let n = 0; n < count; n++) await registration(at.guest, { name: nameOf(n) })
    return at
  }

  test('goes through every row once, both ways', async () => {
    const at = await many(120, (n) => `Khách ${n}`)
    const { forward, backward } = await walk(at.id, '')
    expect(forward.map((page) => page.length)).toEqual([50, 50, 20])
    expect(forward.flat()).toEqual(Array.from({ length: 120 }, (_, n) => `Khách ${119 - n}`))
    expect(backward).toEqual(forward)
  })

  test('crosses from those spelled as typed to the others without a gap', async () => {
    const at = await many(130, (n) => (n % 3 === 0 ? `Lân ${n}` : `Lan ${n}`))
    const { forward, backward } = await walk(at.id, 'Lan')
    const spelled = forward.flat().map((name) => name.startsWith('Lan'))
    expect(new Set(forward.flat()).size).toBe(130)
    expect(spelled.lastIndexOf(true)).toBe(spelled.indexOf(false) - 1)
    expect(backward).toEqual(forward)
  })

  test('neither repeats nor skips anybody while others arrive and leave', async () => {
    const at = await many(110, (n) => `Trước ${n}`)
    let late = 0
    const { forward, backward } = await walk(at.id, '', async () => {
      await registration(at.guest, { name: `Sau ${late++}` })
      await db.delete(registrations).where(eq(registrations.name, `Trước ${110 - late}`))
    })
    expect(new Set(forward.flat()).size).toBe(forward.flat().length)
    expect(forward.flat()).toHaveLength(110)
    expect(new Set(backward.flat()).size).toBe(backward.flat().length)
    expect(backward.flat()).toEqual(expect.arrayContaining(['Sau 0', 'Sau 1', 'Trước 0', 'Trước 50']))
  })

  test('tells rows of one arrival number apart', async () => {
    const at = await event()
    for (let n = 0; n < 60; n++) await registration(at.guest, { name: `${n}`, arrival: -7 })
    const { forward, backward } = await walk(at.id, '')
    expect(new Set(forward.flat()).size).toBe(60)
    expect(backward).toEqual(forward)
  })

  test('a cursor is read as written, and what is none begins at the beginning', () => {
    const cursor = { way: 'after', phase: 1, arrival: -3, id: crypto.randomUUID() } as const
    expect(readCursor(writeCursor(cursor))).toEqual(cursor)
    for (const text of [null, '', 'after-2-1-x', `after-0-${'9'.repeat(30)}-${cursor.id}`, "after-0-1-'"]) {
      expect(readCursor(text)).toBeNull()
    }
  })
})

describe('who may read', () => {
  test('members of a host, the door too; others learn nothing; nothing of another event', async () => {
    const body = await organization()
    const [at, other] = [await event({ hosts: [body] }), await event({ hosts: [body] })]
    const row = await registration(at.guest)
    const stranger = signedIn(await memberOf(await organization()))
    const door = signedIn(await memberOf(body, 'door'))
    expect((await listRegistrations(door, at.id, {})).rows).toHaveLength(1)
    expect(await getRegistration(door, at.id, row.id)).toMatchObject({ name: row.name, state: 'confirmed' })
    await expect(listRegistrations(stranger, at.id, {})).rejects.toMatchObject({ kind: 'missing' })
    await expect(getRegistration(stranger, at.id, row.id)).rejects.toMatchObject({ kind: 'missing' })
    for (const id of [row.id, 'nonsense']) {
      await expect(getRegistration(door, other.id, id)).rejects.toMatchObject({ kind: 'missing' })
    }
  })
})
