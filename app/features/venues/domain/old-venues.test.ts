import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import postgres from 'postgres'
import { afterAll, expect, inject, test } from 'vitest'

const server = inject('databaseServer')
const name = `test_${randomBytes(6).toString('hex')}`
const url = new URL(server)
url.pathname = `/${name}`
const admin = postgres(server.replace(/[^/]+$/, 'template1'), { max: 1, onnotice: () => {} })
afterAll(async () => {
  await admin.unsafe(`drop database if exists ${name} with (force)`)
  await admin.end()
})

const folder = 'db/migrations'
type Journal = { entries: { tag: string }[] }

/** The statements of the migrations before the one that gave events their venues, and those of that one. */
async function statements() {
  const { entries } = JSON.parse(await readFile(`${folder}/meta/_journal.json`, 'utf8')) as Journal
  const at = entries.findIndex(({ tag }) => tag.endsWith('venues-of-events'))
  const of = async ({ tag }: { tag: string }) =>
    (await readFile(`${folder}/${tag}.sql`, 'utf8')).split('--> statement-breakpoint')
  const before = await Promise.all(entries.slice(0, at).map(of))
  return { before: before.flat(), own: await of(entries[at] ?? { tag: '' }) }
}

test('places of old rows become venues: the same words one, nothing lost, rooms and events where they were', async () => {
  await admin.unsafe(`create database ${name} template template0 encoding 'UTF8'`)
  const sql = postgres(url.href, { max: 1, onnotice: () => {} })
  const { before, own } = await statements()
  for (const statement of before) await sql.unsafe(statement)
  const place = async (words: Record<string, string>, more: object = {}) => {
    const row = {
      name: words,
      address: '',
      city: {},
      country: 'VN',
      latitude: null,
      longitude: null,
      ...more,
    }
    const [made] = await sql`
      insert into venue (name, address, city, country, latitude, longitude)
      values (${sql.json(row.name)}, ${row.address}, ${sql.json(row.city)}, ${row.country}, ${row.latitude}, ${row.longitude})
      returning id`
    return made?.id as string
  }
  const event = async (slug: string, venueId: string | null) => {
    const [made] = await sql`
      insert into event (slug, kind, title, starts_at, ends_at, time_zone, venue_id)
      values (${slug}, 'festival', '{"vi":"X"}', now(), now() + interval '1 day', 'Asia/Ho_Chi_Minh', ${venueId})
      returning id`
    return made?.id as string
  }
  const room = (eventId: string, venueId: string | null, position: number) => sql`
    insert into room (event_id, venue_id, name, position) values (${eventId}, ${venueId}, '{"vi":"P"}', ${position})`

  const leDo = { vi: 'Rạp Lê Độ', en: 'Lê Độ' }
  const shared = await place(leDo, { address: '46 Trần Phú' })
  const again = await place(leDo, { address: ' 46 Trần Phú', latitude: 16.06, longitude: 108.22 })
  const half = await place({ vi: 'Rạp Lê Độ' }, { address: '46 Trần Phú', latitude: 16 })
  const nameless = await place({}, { address: 'Công viên APEC' })
  const one = await event('one', shared)
  await event('two', shared)
  const none = await event('none', null)
  await room(one, again, 1)
  await room(one, null, 2)
  await room(one, half, 3)
  await room(one, nameless, 4)
  await room(none, again, 1)
  await place({ vi: 'Nowhere' })
  await sql.begin(async (tx) => {
    for (const statement of own) await tx.unsafe(statement)
  })

  const venues = await sql`
    select e.slug as event, v.slug, v.address, v.name, v.latitude, v.position, v.id = e.venue_id as main,
      (select array_agg(r.position order by r.position) from room r where r.venue_id = v.id) as rooms
    from venue v join event e on e.id = v.event_id order by e.slug, v.position`
  expect(venues.map((row) => ({ ...row }))).toMatchObject(
    [
      { event: 'none', slug: 'le-do', main: null, rooms: [1], latitude: 16.06 },
      { event: 'one', slug: 'le-do', name: leDo, main: true, rooms: [1], latitude: 16.06, position: '1' },
      { event: 'one', slug: 'rap-le-do', main: false, rooms: [3], latitude: null },
      { event: 'one', slug: 'cong-vien-apec', name: {}, address: 'Công viên APEC', main: false, rooms: [4] },
      { event: 'two', slug: 'le-do', address: '46 Trần Phú', main: true, rooms: null, latitude: null },
    ].map((row) => ('position' in row ? { ...row, position: 1 } : row)),
  )
  expect(await sql`select venue_id from room where position = 2`).toMatchObject([{ venue_id: null }])
  await expect(sql`delete from venue where id in (select venue_id from event)`).rejects.toThrow()
  await sql`delete from event where slug = 'one'`
  expect((await sql`select 1 from venue`).length).toBe(2)
  await sql.end()
})
