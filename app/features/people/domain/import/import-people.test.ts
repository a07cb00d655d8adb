import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { person } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { system } from '#tests/factories/contexts.ts'
import { organizedEvent } from '#tests/factories/events.ts'
import { addPerson } from '../add-person.server.ts'
import { listDuplicates } from '../duplicates/duplicates.server.ts'
import { listPeople } from '../people.server.ts'
import { importPeople, previewPeople } from './import-people.server.ts'

const { db } = await testDatabase()

const everybody = { q: '', show: null, page: 1 }

it('adds who is new, fills what was blank, leaves out what is unclear, and does nothing twice', async () => {
  const { ctx, event } = await organizedEvent()
  const eventId = event.id
  await addPerson(system(), { eventId, name: 'Đặng Hoàng Giang', email: 'Giang@example.org' })
  await addPerson(system(), { eventId, name: 'Ngô Phương Lan' })
  for (const n of [1, 2]) await addPerson(system(), { eventId, name: 'Lê Hà', email: `ha${n}@example.org` })
  const text = [
    'Họ và tên;Email;Chức vụ;Ghi chú',
    'Giang;giang@example.org;Nhà văn;',
    'Ngô Phương Lan;lan@example.org;;',
    'Lê Hà;;;',
    'Lê Hà;ha3@example.org;;',
    'Mới Tinh;moi@example.org;Đạo diễn;',
    'Mới Tinh;MOI@example.org;;',
    ';khong-ten@example.org;;',
    'Sai Thư;sai@;;',
    'Lê Hà;giang@example.org;;',
  ].join('\n')
  const { plan, table } = await previewPeople(ctx, { eventId, text })
  expect(table?.columns.filter(({ field }) => !field).map(({ name }) => name)).toEqual(['Ghi chú'])
  expect(plan.map((row) => [row.line, row.what === 'unclear' ? row.why : row.what])).toEqual([
    [2, 'known'],
    [3, 'asked'],
    [4, 'asked'],
    [5, 'asked'],
    [6, 'new'],
    [7, 'repeated'],
    [8, 'no-name'],
    [9, 'email'],
    [10, 'asked'],
  ])
  const lan = await db.select().from(person).where(eq(person.name, 'Ngô Phương Lan'))
  const answers = { 3: lan[0]?.id ?? '' }
  expect(await importPeople(ctx, { eventId, text, answers })).toEqual({ added: 1, filled: 2 })
  const rows = async () => db.select().from(person).orderBy(person.id)
  const after = await rows()
  expect(after.find((row) => row.name === 'Đặng Hoàng Giang')?.position.vi).toBe('Nhà văn')
  expect(after.find((row) => row.name === 'Ngô Phương Lan')?.email).toBe('lan@example.org')
  expect(await importPeople(ctx, { eventId, text })).toEqual({ added: 0, filled: 0 })
  expect(await rows()).toEqual(after)
})

it('asks about namesakes, never fills an address in by name, and suggests nobody again who was said to be new', async () => {
  const { ctx, event } = await organizedEvent()
  const eventId = event.id
  const old = await addPerson(system(), { eventId, name: 'Nguyễn Văn Nam' })
  const text = 'Name,Email,Language\nNguyễn Văn Nam,nam@example.org,English\nNguyen Van Nam,nam2@example.org,'
  const what = async () => (await previewPeople(ctx, { eventId, text })).plan.map((row) => row.what)
  expect(await what()).toEqual(['asked', 'asked'])
  const { candidates } = await previewPeople(ctx, { eventId, text })
  expect(candidates).toMatchObject([{ id: old.id, portraitId: null, position: {} }])
  expect(await importPeople(ctx, { eventId, text })).toEqual({ added: 0, filled: 0 })
  expect(await importPeople(ctx, { eventId, text, answers: { 2: 'new', 3: 'skip' } })).toEqual({
    added: 1,
    filled: 0,
  })
  const all = await db.select().from(person).where(eq(person.name, 'Nguyễn Văn Nam'))
  expect(new Map(all.map(({ email, locale }) => [email, locale]))).toEqual(
    new Map([
      [null, 'vi'],
      ['nam@example.org', 'en'],
    ]),
  )
  expect(await listDuplicates(ctx, eventId)).toEqual([])
})

it('takes 5,000 rows and no more; they are found at once', async () => {
  const { ctx, event } = await organizedEvent()
  const line = (_: unknown, n: number) => `Nguyễn Văn Số ${n} <so${n}@example.org>`
  const text = Array.from({ length: 5000 }, line).join('\n')
  const started = performance.now()
  expect(await importPeople(ctx, { eventId: event.id, text })).toEqual({ added: 5000, filled: 0 })
  expect(performance.now() - started).toBeLessThan(20_000)
  await expect(importPeople(ctx, { eventId: event.id, text: `${text}\nx@x.vn` })).rejects.toMatchObject({
    code: 'people-import-too-many',
  })
  const list = await listPeople(ctx, event.id, { ...everybody, page: 3 })
  expect(list).toMatchObject({ total: 5000, last: 100, page: 3 })
  const found = await listPeople(ctx, event.id, { ...everybody, q: 'nguyen so 4321' })
  expect(found.rows.map(({ name }) => name)).toEqual(['Nguyễn Văn Số 4321'])
})

it('finds names without diacritics, those spelled as typed first, and nobody of a neighbour', async () => {
  const [mine, theirs] = [await organizedEvent(), await organizedEvent()]
  const eventId = mine.event.id
  for (const name of ['Dang Hoang', 'Đặng Hoàng', 'Phan Lan']) await addPerson(system(), { eventId, name })
  await addPerson(system(), { eventId: theirs.event.id, name: 'Đặng Hoàng Ta' })
  const names = async (q: string) =>
    (await listPeople(mine.ctx, eventId, { ...everybody, q })).rows.map(({ name }) => name)
  expect(await names('dang hoang')).toEqual(['Dang Hoang', 'Đặng Hoàng'])
  expect(await names('Đặng')).toEqual(['Đặng Hoàng', 'Dang Hoang'])
  expect(await names('an')).toEqual([])
  expect(await names('la')).toEqual(['Phan Lan'])
  expect(await names('%')).toEqual([])
  await expect(listPeople(theirs.ctx, eventId, everybody)).rejects.toMatchObject({ kind: 'missing' })
})

it('gives people of one name addresses of their own when lists of two events and a form bring them at once', async () => {
  const [one, two, three] = await Promise.all([organizedEvent(), organizedEvent(), organizedEvent()])
  const text = 'Họ và tên;Email\nLâm Quỳnh Trang;trang@example.org'
  const eventId = three.event.id
  await Promise.all([
    importPeople(one.ctx, { eventId: one.event.id, text }),
    importPeople(two.ctx, { eventId: two.event.id, text }),
    ...[1, 2, 3].map(() => addPerson(system(), { eventId, name: 'Lâm Quỳnh Trang' })),
  ])
  const rows = await db.select({ slug: person.slug }).from(person).where(eq(person.name, 'Lâm Quỳnh Trang'))
  const [slug, numbers] = ['lam-quynh-trang', [2, 3, 4, 5]]
  const expected = [slug, ...numbers.map((n) => `${slug}-${n}`)]
  expect(rows.map((row) => row.slug).sort()).toEqual(expected)
})
