import { beforeAll, describe, expect, test } from 'vitest'
import { addPerson } from '#app/features/people/domain/add-person.server.ts'
import { mergePeople } from '#app/features/people/domain/duplicates/merge-people.server.ts'
import type { Context } from '#app/shared/context.ts'
import { write } from '#app/shared/i18n/translated-text.ts'
import { testDatabase } from '#tests/database.ts'
import { signedIn, system, visitor } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { noteOf } from '#tests/factories/notes.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { getSearchChoices, type NoteFilter, searchNotes } from './search-notes.server.ts'

await testDatabase()

const all: NoteFilter = { q: '', kind: null, eventId: null, personId: null }
let reader: Context
let body: Awaited<ReturnType<typeof organization>>
let first: Awaited<ReturnType<typeof event>>
let second: Awaited<ReturnType<typeof event>>
let giang: { id: string }

beforeAll(async () => {
  body = await organization()
  ;[first, second] = [await event({ hosts: [body] }), await event({ hosts: [body] })]
  reader = signedIn(await memberOf(body, 'rapporteur'))
  giang = await addPerson(system(), { eventId: first.id, name: 'Đặng Hoàng Giang' })
  const twin = await addPerson(system(), { eventId: first.id, name: 'Dang Hoang Giang' })
  const at = (minute: number) => new Date(Date.UTC(2027, 0, 1, 0, minute))
  const said = async (of: typeof first, minute: number, vi: string, more: object = {}) =>
    noteOf(of, { saidAt: at(minute), text: write({ vi }), ...more })
  await said(first, 1, 'Phim là ký ức', { kind: 'quote', personId: giang.id })
  await said(first, 2, 'Ký ức của đất nước', { kind: 'quote', personId: twin.id })
  await said(second, 3, 'Họp lại', { kind: 'decision' })
  await said(second, 4, 'Gửi 100% biên bản', { kind: 'action', ownerId: giang.id })
  await said(second, 5, 'Đã xóa ký ức', { removedAt: new Date() })
  await said(second, 6, 'Lời của khách', { guestName: 'Bà Tư' })
  await said(await event(), 7, 'Ký ức của hàng xóm')
  await mergePeople(system(), { eventId: first.id, keptId: giang.id, goneId: twin.id })
})

const found = async (filter: Partial<NoteFilter>, ctx = reader) =>
  (await searchNotes(ctx, { ...all, ...filter }, 1)).notes.map((one) => one.text.vi)

describe('a search over events', () => {
  test.each<[string, () => Partial<NoteFilter>, string[]]>([
    [
      'everything, the newest first',
      () => ({}),
      ['Lời của khách', 'Gửi 100% biên bản', 'Họp lại', 'Ký ức của đất nước', 'Phim là ký ức'],
    ],
    ['words without diacritics', () => ({ q: 'ky uc' }), ['Ký ức của đất nước', 'Phim là ký ức']],
    ['words in any order, with diacritics', () => ({ q: 'ức phim' }), ['Phim là ký ức']],
    ['d for đ', () => ({ q: 'DAT NUOC' }), ['Ký ức của đất nước']],
    ['who said it', () => ({ q: 'hoang giang' }), ['Ký ức của đất nước', 'Phim là ký ức']],
    ['a guest', () => ({ q: 'ba tu' }), ['Lời của khách']],
    ['nothing that is not there', () => ({ q: 'xyzzy' }), []],
    ['no wildcard', () => ({ q: '%' }), []],
    ['nothing for what is no text', () => ({ q: 'a\0b' }), []],
    ['one kind', () => ({ kind: 'decision' }), ['Họp lại']],
    ['one event', () => ({ eventId: first.id }), ['Ký ức của đất nước', 'Phim là ký ức']],
    [
      'one person, with the record merged into theirs and what they do',
      () => ({ personId: giang.id }),
      ['Gửi 100% biên bản', 'Ký ức của đất nước', 'Phim là ký ức'],
    ],
    [
      'all together',
      () => ({ q: 'phim', kind: 'quote', eventId: first.id, personId: giang.id }),
      ['Phim là ký ức'],
    ],
    ['nothing of what is no id', () => ({ eventId: 'x' }), []],
  ])('finds %s', async (_, filter, expected) => expect(await found(filter())).toEqual(expected))

  test('shows nobody a neighbour’s notes, nor any to the door or to visitors', async () => {
    const neighbour = signedIn(await memberOf(await organization(), 'admin'))
    const door = signedIn(await memberOf(body, 'door'))
    for (const ctx of [neighbour, door, visitor()]) {
      expect(await found({}, ctx)).toEqual([])
      expect(await getSearchChoices(ctx)).toEqual({ events: [], people: [] })
    }
  })

  test('offers the reader’s events and those who said something', async () => {
    const { events, people } = await getSearchChoices(reader)
    expect(new Set(events.map((one) => one.id))).toEqual(new Set([first.id, second.id]))
    expect(people.map((one) => one.id)).toEqual([giang.id])
  })

  test('goes by pages, and past the last is the last', async () => {
    const many = await event({ hosts: [body] })
    for (let at = 0; at < 51; at++) await noteOf(many)
    const page = (number: number) => searchNotes(reader, { ...all, eventId: many.id }, number)
    expect(await page(1)).toMatchObject({ total: 51, page: 1, last: 2 })
    expect([(await page(1)).notes.length, (await page(9)).notes.length]).toEqual([50, 1])
  })
})
