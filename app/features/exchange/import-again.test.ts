import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { listDraftSessions } from '#app/features/agenda/domain/draft/draft.server.ts'
import { editDraft } from '#app/features/agenda/domain/draft/edit-draft.server.ts'
import { addPerson } from '#app/features/people/domain/add-person.server.ts'
import { person } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { testDatabase } from '#tests/database.ts'
import { system } from '#tests/factories/contexts.ts'
import { importDesk } from '#tests/factories/import-desk.ts'

await testDatabase()
const desk = () => importDesk('Asia/Ho_Chi_Minh')
type Desk = Awaited<ReturnType<typeof desk>>

const talk = (id: string, startsAt: string, more: object = {}) => ({
  id,
  title: `Talk ${id}`,
  description: 'From the file',
  startsAt: `2027-03-01T${startsAt}:00`,
  endsAt: '2027-03-01T12:00:00',
  speakers: [],
  categoryItems: [],
  roomId: 1,
  ...more,
})
const sessionize = (sessions: object[], fullName = 'Test Person', tagLine = 'Tester') =>
  JSON.stringify({
    sessions,
    questions: [],
    categories: [],
    rooms: [{ id: 1, name: 'A' }],
    speakers: [
      {
        id: 's1',
        fullName,
        bio: 'A biography',
        tagLine,
        links: [{ title: 'Blog', url: 'https://blog.example/' }],
      },
    ],
  })
const first = sessionize([talk('1', '09:00', { speakers: ['s1'] }), talk('2', '11:00')])

const whats = async ({ look }: Desk, id: string, fields?: Parameters<Desk['look']>[1]) =>
  (await look(id, fields))?.rows.map((row) => row.what)
const people = async () => database().select().from(person).orderBy(person.createdAt, person.name)

describe('the next file of a source', () => {
  it('leaves what was put right by hand, and brings only what it changed itself', async () => {
    const at = await desk()
    const { made, paste, look, apply } = at
    await apply(await paste(first))
    const [one] = await listDraftSessions(made.id)
    const title = { en: 'Put right by hand', original: 'en' as const }
    const edit = { kind: 'edit' as const, sessionId: one?.id ?? '', was: {}, set: { title } }
    await editDraft(system(), { eventId: made.id, edits: [edit] })
    const byHand = await listDraftSessions(made.id)

    const same = await paste(first)
    expect(await whats(at, same)).toEqual(['unchanged', 'unchanged'])
    await apply(same)
    expect(await listDraftSessions(made.id)).toEqual(byHand)

    const moved = await paste(
      sessionize([talk('1', '09:15', { speakers: ['s1'] }), talk('2', '11:00')], 'Test Persona'),
    )
    const view = await look(moved)
    expect(view?.rows).toMatchObject([
      { what: 'changed', changes: [{ field: 'time' }] },
      { what: 'unchanged' },
    ])
    expect(view?.people).toMatchObject([{ changes: [{ field: 'name', after: 'Test Persona' }] }])
    expect(view).toMatchObject({ newPeople: [], questions: [] })
    await apply(moved)
    expect(await listDraftSessions(made.id)).toMatchObject([
      { title: { en: 'Put right by hand' }, startsAt: '2027-03-01T02:15:00.000Z' },
      { startsAt: '2027-03-01T04:00:00.000Z' },
    ])
    const known = await people()
    expect(known.filter(({ name }) => name.startsWith('Test Person'))).toMatchObject([
      { name: 'Test Persona', biography: { en: 'A biography\n\nBlog: https://blog.example/' } },
    ])
  })

  it('asks about a field that both changed, keeps ours unless told, and asks once', async () => {
    const at = await desk()
    const { made, paste, look, apply } = at
    await apply(await paste(first))
    const [one] = await listDraftSessions(made.id)
    const set = { title: { en: 'Ours', original: 'en' as const }, startsAt: '2027-03-01T01:00:00.000Z' }
    await editDraft(system(), {
      eventId: made.id,
      edits: [{ kind: 'edit', sessionId: one?.id ?? '', was: {}, set }],
    })
    const next = sessionize([talk('1', '09:30', { title: 'Theirs', speakers: ['s1'] }), talk('2', '11:00')])
    const id = await paste(next)
    expect((await look(id))?.rows[0]).toMatchObject({
      what: 'kept',
      clashes: [
        { field: 'time', taken: false },
        { field: 'title', ours: 'Ours', file: 'Theirs', taken: false },
      ],
    })
    await apply(id, { take: ['time sessionize 1'] })
    expect((await listDraftSessions(made.id))[0]).toMatchObject({
      title: { en: 'Ours' },
      startsAt: '2027-03-01T02:30:00.000Z',
    })
    expect((await look(await paste(next)))?.rows[0]).toMatchObject({ what: 'unchanged', clashes: [] })
  })

  it('leaves out whom, and the room that, somebody took out here', async () => {
    const { made, paste, look, apply } = await desk()
    await apply(await paste(first))
    const [one] = await listDraftSessions(made.id)
    await editDraft(system(), {
      eventId: made.id,
      edits: [{ kind: 'edit', sessionId: one?.id ?? '', was: {}, set: { appearances: [], roomId: null } }],
    })
    const id = await paste(sessionize([talk('1', '09:00', { speakers: ['s1'] }), talk('3', '10:00')]))
    const view = await look(id)
    expect(view).toMatchObject({ newRooms: [], rows: [{ what: 'unchanged' }, { what: 'new' }] })
    await apply(id)
    expect((await listDraftSessions(made.id)).find((row) => row.id === one?.id)).toMatchObject({
      appearances: [],
      roomId: null,
    })
  })
})

const event = (id: number, persons: object[]) => ({
  id,
  guid: `00000000-0000-4000-8000-00000000000${id}`,
  date: `2027-03-01T0${id}:00:00+07:00`,
  start: `0${id}:00`,
  duration: '00:30',
  room: 'A',
  title: `Talk ${id}`,
  type: 'talk',
  language: 'en',
  persons,
})
const schedule = (events: object[]) =>
  JSON.stringify({ schedule: { conference: { acronym: 'h', days: [{ rooms: { A: events } }] } } })

describe('people of a file', () => {
  it('are told apart by id, whatever they share of a name; a second run adds nobody', async () => {
    const at = await desk()
    const { made, paste, apply } = at
    const nam = 'Nguyễn Văn Nam'
    const file = schedule([
      event(1, [{ id: 11, code: 'AAA', public_name: nam, biography: 'a director' }]),
      event(2, [{ id: 12, code: 'BBB', public_name: nam, biography: 'an actor' }]),
      event(3, [
        { id: 13, code: 'CCC', public_name: 'mo' },
        { id: 14, code: 'DDD', public_name: 'Mo' },
      ]),
    ])
    const before = (await people()).length
    await apply(await paste(file))
    const stored = await listDraftSessions(made.id)
    expect(new Set(stored.flatMap((one) => one.appearances.map(({ personId }) => personId))).size).toBe(4)
    expect((await people()).length).toBe(before + 4)
    expect(await whats(at, await paste(file))).toEqual(['unchanged', 'unchanged', 'unchanged'])
    await apply(await paste(file))
    expect(await listDraftSessions(made.id)).toEqual(stored)
    expect((await people()).length).toBe(before + 4)
  })

  it('are asked about by a name alone, with what tells namesakes apart; somebody new is a choice', async () => {
    const { made, paste, look, apply } = await desk()
    const known = await addPerson(system(), {
      eventId: made.id,
      name: 'Suharti',
      position: { en: 'Minister', original: 'en' },
      affiliation: { en: 'Film Board', original: 'en' },
    })
    const file = schedule([event(1, [{ id: 7, public_name: 'Suharti', biography: 'a student' }])])
    const id = await paste(file)
    expect(await look(id)).toMatchObject({
      rows: [{ what: 'unclear' }],
      questions: [
        {
          key: 'schedule h/7',
          position: 'a student',
          candidates: [{ id: known.id, words: 'Minister, Film Board' }],
        },
      ],
    })
    expect((await look(id, { sameNames: 'on' }))?.rows).toMatchObject([{ what: 'new' }])
    await apply(id, { who: ['schedule h/7'], is: ['new'] })
    const [stored] = await listDraftSessions(made.id)
    expect(stored?.appearances[0]?.personId).not.toBe(known.id)
    const [kept] = await database().select().from(person).where(eq(person.id, known.id))
    expect(kept).toMatchObject({ biography: {}, revision: 1 })
    expect(await look(await paste(file))).toMatchObject({ questions: [], rows: [{ what: 'unchanged' }] })
  })
})

it('kind and room are set for one new session, or for all', async () => {
  const { made, paste, apply } = await desk()
  await apply(await paste(first))
  const [{ roomId } = { roomId: null }] = await listDraftSessions(made.id)
  const id = await paste(
    sessionize([
      talk('5', '09:00', { roomId: null }),
      talk('6', '10:00', { roomId: null }),
      talk('7', '11:00'),
    ]),
  )
  await apply(id, {
    kindOf: ['', 'sessionize 6'],
    kind: ['panel', 'keynote'],
    roomOf: [''],
    room: [roomId ?? ''],
  })
  const stored = new Map((await listDraftSessions(made.id)).map((one) => [one.title.en, one]))
  expect(['5', '6', '7'].map((one) => stored.get(`Talk ${one}`))).toMatchObject([
    { kind: 'panel', roomId },
    { kind: 'keynote', roomId },
    { kind: 'panel', roomId },
  ])
})
