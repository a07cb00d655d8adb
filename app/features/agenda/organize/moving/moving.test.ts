import { expect, it } from 'vitest'
import { addAppearance } from '#app/features/agenda/domain/add-appearance.server.ts'
import { addSession } from '#app/features/agenda/domain/add-session.server.ts'
import { listDraftSessions } from '#app/features/agenda/domain/draft/draft.server.ts'
import { addRoom } from '#app/features/agenda/domain/rooms/add-room.server.ts'
import { addPerson } from '#app/features/people/domain/add-person.server.ts'
import { publishAgenda } from '#app/features/publishing/domain/publish-agenda.server.ts'
import { testDatabase } from '#tests/database.ts'
import { system } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { getPage, postForm, signInCookieOf } from '#tests/factories/requests.ts'
import * as undo from '../session/session-undo.ts'
import * as moving from './move-session.tsx'
import { loader as list } from './moving-list.tsx'

await testDatabase()

async function desk() {
  const body = await organization()
  // At noon there: a clock alone names a time of the same day.
  const startsAt = new Date(`${new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)}T16:00:00Z`)
  const endsAt = new Date(startsAt.getTime() + 8 * 3_600_000)
  const made = await event({ hosts: [body], timeZone: 'America/New_York', startsAt, endsAt })
  const cookie = await signInCookieOf(await memberOf(body, 'organizer'))
  const at = (minutes: number) => new Date(made.startsAt.getTime() + minutes * 60_000)
  const adds = (title: string, from: number, roomId?: string) =>
    addSession(system(), {
      eventId: made.id,
      kind: 'talk',
      title: { vi: title, original: 'vi' },
      startsAt: at(from),
      endsAt: at(from + 30),
      ...(roomId && { roomId }),
    })
  const args = (request: Request, session?: string) => ({
    request,
    params: { event: made.slug, ...(session && { session }) },
    context: {},
  })
  const post = (session: string, fields: Record<string, string>) =>
    moving.action(args(postForm('/organize', fields, cookie), session))
  const get = (session: string, query = '') =>
    moving.loader(args(getPage(`/organize${query}`, cookie), session))
  const draft = async (id: string) => (await listDraftSessions(made.id)).find((one) => one.id === id)
  return { made, cookie, at, adds, args, post, get, draft }
}

it('moves a session by minutes, says who will hear of it, and takes it back', async () => {
  const { made, cookie, at, adds, args, post, get, draft } = await desk()
  const session = await adds('Mở đầu', 0)
  const speaker = await addPerson(system(), { eventId: made.id, name: 'Lê Minh', email: 'minh@example.org' })
  await addAppearance(system(), { sessionId: session.id, personId: speaker.id, role: 'speaker' })
  await publishAgenda(system(), { eventId: made.id })
  const seen = at(0).toISOString()
  const answer = (await post(session.id, { by: '15', seen })) as Response
  expect(answer.status).toBe(303)
  expect(await draft(session.id)).toMatchObject({
    startsAt: at(15).toISOString(),
    endsAt: at(45).toISOString(),
  })
  const { search } = new URL(answer.headers.get('Location') ?? '', 'http://localhost:3000')
  const { moved } = (await get(session.id, search)).data
  expect(moved).toMatchObject({ wasAt: seen, mailed: ['Lê Minh'] })
  // The same press once more, of a page that is out of date.
  expect(await post(session.id, { by: '15', seen })).toMatchObject({ init: { status: 409 } })
  const back = postForm('/organize', { change: String(moved?.change), back: 'moving' }, cookie)
  const undone = await undo.action(args(back, session.id))
  expect(undone.headers.get('Location')).toContain(`/agenda/moving/${session.id}`)
  expect(await draft(session.id)).toMatchObject({ startsAt: seen })
})

it('moves to a time and a room, and shows what does not fit there', async () => {
  const { made, at, adds, post, get, draft } = await desk()
  const room = await addRoom(system(), { eventId: made.id, name: { vi: 'Lớn' } })
  await adds('Ở đó', 60, room.id)
  const session = await adds('Mở đầu', 0)
  const clock = (minutes: number) =>
    new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'America/New_York' }).format(at(minutes))
  const seen = at(0).toISOString()
  for (const start of ['99:99', '', 'noon']) {
    const refused = await post(session.id, { start, room: room.id, seen })
    expect(refused).toMatchObject({ init: { status: 400 }, data: { values: { start, room: room.id } } })
  }
  expect(await post(session.id, { start: clock(0), room: '', seen })).toMatchObject({ status: 303 })
  expect(await draft(session.id)).toMatchObject({ startsAt: seen, roomId: null })
  await post(session.id, { start: clock(60), room: room.id, seen })
  expect(await draft(session.id)).toMatchObject({ startsAt: at(60).toISOString(), roomId: room.id })
  const { clashes } = (await get(session.id)).data
  expect(clashes.map(({ clash }) => clash.kind)).toContain('room-twice')
})

it('lists the sessions that have a time, nearest first', async () => {
  const { cookie, adds, args } = await desk()
  await adds('Sau', 60)
  await adds('Trước', 0)
  const { groups } = (await list(args(getPage('/organize', cookie)))).data
  const shown = groups.map(({ kind, sessions }) => [kind, sessions.map(({ title }) => title.vi)])
  expect(shown).toEqual([
    ['next', ['Trước']],
    ['later', ['Sau']],
  ])
})
