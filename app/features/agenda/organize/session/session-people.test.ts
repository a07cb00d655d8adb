import { eq, inArray } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { listDraftSessions } from '#app/features/agenda/domain/draft/draft.server.ts'
import { editDraft } from '#app/features/agenda/domain/draft/edit-draft.server.ts'
import { addPerson } from '#app/features/people/domain/add-person.server.ts'
import { person as people } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { system } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { signInCookieOf } from '#tests/factories/requests.ts'
import * as session from './edit-session.tsx'
import * as newSession from './new-session.tsx'
import * as undo from './session-undo.ts'

const { db } = await testDatabase()

const typed = {
  'title.vi': 'Mở đầu',
  'title.en': '',
  'abstract.vi': '',
  'abstract.en': '',
  kind: 'talk',
  track: '',
  room: '',
  startsAt: '',
  minutes: '',
}

async function desk() {
  const body = await organization()
  const made = await event({ hosts: [body], timeZone: 'America/New_York' })
  const headers = { Cookie: await signInCookieOf(await memberOf(body, 'organizer')) }
  const address = `http://localhost:3000/organize/events/${made.slug}/agenda`
  const args = (sessionId: string, body?: [string, string][], query = '') => ({
    request: new Request(`${address}${query}`, {
      headers,
      ...(body && { method: 'POST', body: new URLSearchParams(body) }),
    }),
    params: { event: made.slug, session: sessionId },
    context: {},
  })
  return { made, args }
}

it('asks which of several who bear a name, until one is chosen, by form alone', async () => {
  const { made, args } = await desk()
  const named = (position: string) =>
    addPerson(system(), { eventId: made.id, name: 'Lê Minh An', position: { vi: position, original: 'vi' } })
  const writer = await named('Nhà văn')
  const director = await named('Đạo diễn')
  const send = (person: string) => {
    const row = { ...typed, person, role: 'speaker', turn: '', place: '1' }
    return newSession.action(args('', Object.entries(row)))
  }
  expect(await send('le minh an')).toMatchObject({
    init: { status: 400 },
    data: { errors: { person: { 0: { message: 'agenda.session.person-several' } } } },
  })
  const seated = async () =>
    (await listDraftSessions(made.id)).map((one) => one.appearances.map(({ personId }) => personId))
  expect(await seated()).toEqual([])
  await send('Lê Minh An (Đạo diễn)')
  expect(await seated()).toEqual([[director.id]])
  await send(writer.id)
  expect(await seated()).toContainEqual([writer.id])
  await send('+ Lê Minh An')
  const known = await db.select().from(people).where(eq(people.name, 'Lê Minh An'))
  expect(known).toHaveLength(3)
  const third = known.find(({ id }) => id !== writer.id && id !== director.id)
  expect(await seated()).toContainEqual([third?.id])
})

it('says whose turns were shortened, from what to what, and takes it back', async () => {
  const { made, args } = await desk()
  const sessionId = crypto.randomUUID()
  const one = await addPerson(system(), { eventId: made.id, name: 'Lê Một' })
  const two = await addPerson(system(), { eventId: made.id, name: 'Lê Hai' })
  const seat = (personId: string) => ({ personId, role: 'speaker', minutes: 20, deputyForId: null }) as const
  const set = {
    kind: 'talk' as const,
    title: { vi: 'Mở đầu', original: 'vi' as const },
    abstract: {},
    languages: [],
    interpretation: [],
    films: [],
    trackId: null,
    roomId: null,
    capacity: null,
    signUp: false,
    dropped: false,
    startsAt: '2025-03-11T22:00:00.000Z',
    endsAt: '2025-03-11T23:00:00.000Z',
    appearances: [seat(one.id), seat(two.id)],
  }
  await editDraft(system(), { eventId: made.id, edits: [{ kind: 'add', sessionId, set }] })
  const { base } = (await session.loader(args(sessionId))).data
  const rows = [one, two].flatMap(({ id }, index): [string, string][] => [
    ['person', id],
    ['role', 'speaker'],
    ['turn', '20'],
    ['place', String(index + 1)],
  ])
  const fields: [string, string][] = [
    ...Object.entries({ ...typed, base, startsAt: '2025-03-11T18:00', minutes: '20' }),
    ...rows,
  ]
  const turns = async () => (await listDraftSessions(made.id))[0]?.appearances.map(({ minutes }) => minutes)
  const answer = (await session.action(args(sessionId, fields))) as Response
  expect(await turns()).toEqual([10, 10])
  const { search } = new URL(answer.headers.get('Location') ?? '', 'http://localhost:3000')
  const { fitted } = (await session.loader(args(sessionId, undefined, search))).data
  expect(fitted?.turns).toEqual([
    { personId: one.id, before: 20, after: 10 },
    { personId: two.id, before: 20, after: 10 },
  ])
  const change = String(fitted?.id)
  await undo.action(args(sessionId, [['change', change]]))
  expect(await turns()).toEqual([20, 20])
  await expect(undo.action(args(sessionId, [['change', '0']]))).rejects.toMatchObject({ kind: 'invalid' })
  await expect(undo.action(args(crypto.randomUUID(), [['change', change]]))).rejects.toMatchObject({
    kind: 'missing',
  })
})

it('adds somebody new with address and position, with the session or not at all', async () => {
  const { made, args } = await desk()
  const send = (rows: Record<string, string>[], more: Record<string, string> = {}) => {
    const fields = rows.flatMap((row, index) =>
      Object.entries({ role: 'speaker', turn: '', place: String(index + 1), ...row }),
    )
    return newSession.action(args('', [...Object.entries({ ...typed, ...more }), ...fields]))
  }
  const newcomers = [
    { person: '+ Trần Thị Mới', newEmail: 'moi@example.org', newPosition: 'Nhà văn' },
    { person: '+ Lê Khác', newEmail: '', newPosition: '' },
  ]
  const named = () =>
    db
      .select()
      .from(people)
      .where(inArray(people.name, ['Trần Thị Mới', 'Lê Khác']))
  const wrong = await send([{ ...newcomers[0], newEmail: 'không phải' } as Record<string, string>])
  expect(wrong).toMatchObject({
    init: { status: 400 },
    data: {
      errors: { newEmail: { 0: { message: 'shared.form.email' } } },
      values: { person: ['+ Trần Thị Mới'], newPosition: ['Nhà văn'] },
    },
  })
  expect(await send(newcomers, { minutes: '30', startsAt: 'morgen' })).toMatchObject({
    init: { status: 400 },
  })
  // What only the database refuses takes them back too.
  const elsewhere = send(newcomers, { track: crypto.randomUUID() })
  await expect(elsewhere).rejects.toMatchObject({ kind: 'missing' })
  expect(await named()).toEqual([])
  expect(await send(newcomers)).toMatchObject({ status: 303 })
  const added = await named()
  expect(added.find(({ name }) => name === 'Trần Thị Mới')).toMatchObject({
    email: 'moi@example.org',
    position: { vi: 'Nhà văn', original: 'vi' },
  })
  const [session] = await listDraftSessions(made.id)
  const names = session?.appearances.map(({ personId }) => added.find(({ id }) => id === personId)?.name)
  expect(names).toEqual(['Trần Thị Mới', 'Lê Khác'])
})
