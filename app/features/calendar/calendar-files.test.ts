import ICAL from 'ical.js'
import { beforeAll, expect, test } from 'vitest'
import { addSession } from '#app/features/agenda/domain/add-session.server.ts'
import { publishAgenda } from '#app/features/publishing/domain/publish-agenda.server.ts'
import { eventItem, sessionItem } from '#app/public/calendar-item.server.ts'
import { testDatabase } from '#tests/database.ts'
import { system } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { loader as agendaFeed } from './agenda-feed.ts'
import { loader as eventFile } from './event-file.ts'
import { loader as eventsFeed } from './events-feed.ts'
import { loader as sessionFile } from './session-file.ts'

await testDatabase()
let shown: Awaited<ReturnType<typeof event>>

beforeAll(async () => {
  shown = await event({ slug: 'shown' })
  for (const [minutes, title] of [
    [0, 'Một'],
    [30, 'Hai'],
  ] as const) {
    const startsAt = new Date(shown.startsAt.getTime() + minutes * 60_000)
    const endsAt = new Date(startsAt.getTime() + 20 * 60_000)
    await addSession(system(), { eventId: shown.id, kind: 'talk', title: { vi: title }, startsAt, endsAt })
  }
  await publishAgenda(system(), { eventId: shown.id })
})

async function entries(loader: typeof eventFile, params: Record<string, string> = {}) {
  const request = new Request('http://localhost:3000/file.ics?lang=vi')
  const answer = await loader({ request, params, context: {} })
  expect(answer.headers.get('Content-Type')).toBe('text/calendar; charset=utf-8')
  const calendar = new ICAL.Component(ICAL.parse(await answer.text()))
  return calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
}

test('a file holds the one entry, as the feed of all events has it', async () => {
  const [entry, ...more] = await entries(eventFile, { event: 'shown' })
  const feed = await entries(eventsFeed)
  expect(more).toEqual([])
  expect(feed.map(({ uid, summary }) => ({ uid, summary }))).toContainEqual({
    uid: entry?.uid,
    summary: entry?.summary,
  })
})

test('a session’s file holds that session alone, as the feed of its agenda has it', async () => {
  const feed = await entries(agendaFeed, { event: 'shown' })
  const [entry, ...more] = await entries(sessionFile, { event: 'shown', session: 'hai' })
  expect(more).toEqual([])
  expect(entry?.summary).toBe('Hai')
  expect(feed.map((one) => one.uid)).toContain(entry?.uid)
})

test('a session that is not published has no file', async () => {
  await expect(entries(sessionFile, { event: 'shown', session: 'ba' })).rejects.toMatchObject({
    code: 'session-missing',
  })
})

test('what is over or cancelled is offered to no calendar', () => {
  const session = { slug: 'hai', title: {}, startsAt: '2027-03-11T13:00:00Z', endsAt: '2027-03-11T14:00:00Z' }
  const about = { ...shown, venue: null, cancelledAt: null }
  const [before, after] = [new Date(shown.endsAt.getTime() - 1), shown.endsAt]
  expect(eventItem(about, 'vi', before)).toMatchObject({ startsAt: shown.startsAt })
  expect(eventItem(about, 'vi', after)).toBeNull()
  expect(eventItem({ ...about, cancelledAt: before }, 'vi', before)).toBeNull()
  expect(sessionItem(about, session, undefined, 'vi', new Date('2027-03-11T13:59:00Z'))).not.toBeNull()
  expect(sessionItem(about, session, undefined, 'vi', new Date('2027-03-11T14:00:00Z'))).toBeNull()
})

test('a session of a festival is in its own house, not where its event is', () => {
  const session = { slug: 'hai', title: {}, startsAt: '2027-03-11T13:00:00Z', endsAt: '2027-03-11T14:00:00Z' }
  const venue = { name: { vi: 'Nhà hát' }, address: '1 Trần Phú', city: { vi: 'Đà Nẵng' }, country: 'VN' }
  const about = { ...shown, venue, cancelledAt: null }
  const house = { vi: 'Rạp Lê Độ, 46 Trần Phú' }
  const room = { id: 'r', name: { vi: 'Phòng 2' }, venue: null, place: house }
  const early = new Date('2027-03-11T12:00:00Z')
  expect(sessionItem(about, session, room, 'vi', early)?.place).toBe('Phòng 2, Rạp Lê Độ, 46 Trần Phú')
  expect(sessionItem(about, session, undefined, 'vi', early)?.place).toContain('Nhà hát, 1 Trần Phú')
})

test('the calendar of a festival holds its parts too, each once and as everywhere else', async () => {
  const part = await event({ slug: 'shown-part', parentId: shown.id, title: { vi: 'Đêm nhạc phim' } })
  await event({ slug: 'hidden-part', parentId: shown.id, publishedAt: null })
  const feed = await entries(agendaFeed, { event: 'shown' })
  expect(feed.map((one) => one.summary)).toEqual(['Một', 'Hai', 'Đêm nhạc phim'])
  const [alone] = await entries(eventFile, { event: 'shown-part' })
  expect(feed.at(-1)?.uid).toBe(alone?.uid)
  expect(alone?.uid).toContain(part.id)
})
