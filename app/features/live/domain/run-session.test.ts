import { asc, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { addAppearance } from '#app/features/agenda/domain/add-appearance.server.ts'
import { addPerson } from '#app/features/people/domain/add-person.server.ts'
import { publishAgenda } from '#app/features/publishing/domain/publish-agenda.server.ts'
import { live, run, turn } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { testDatabase } from '#tests/database.ts'
import { signedIn, system, visitor } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { sessionOf } from '#tests/factories/sessions.ts'
import { getLive } from './live-now.server.ts'
import {
  endSession,
  endTurn,
  extendTurn,
  pauseTurn,
  resumeTurn,
  startSession,
  startTurn,
  takeTurnBack,
} from './run-session.server.ts'

await testDatabase()

const began = new Date('2027-03-11T09:00:00Z')
/** The context of the system, so many seconds after nine. */
const secondsIn = (seconds: number) => system(new Date(began.getTime() + seconds * 1000))
let body: { id: string }
let room: { eventId: string; sessionId: string }
let [an, binh] = ['', '']

beforeEach(async () => {
  body = await organization()
  const made = await event({ hosts: [body] })
  const talk = await sessionOf(made)
  const ids = await Promise.all(
    ['An', 'Bình'].map(async (name) => (await addPerson(system(), { eventId: made.id, name })).id),
  )
  ;[an = '', binh = ''] = ids
  await addAppearance(system(), { sessionId: talk.id, personId: an, role: 'speaker', minutes: 10 })
  await addAppearance(system(), { sessionId: talk.id, personId: binh, role: 'speaker' })
  await publishAgenda(system(), { eventId: made.id })
  room = { eventId: made.id, sessionId: talk.id }
})

const turns = () =>
  database().select().from(turn).where(eq(turn.sessionId, room.sessionId)).orderBy(asc(turn.startedAt))
const theRun = async () => (await database().select().from(run).where(eq(run.sessionId, room.sessionId)))[0]
const counted = async () =>
  (await database().select().from(live).where(eq(live.eventId, room.eventId)))[0]?.revision ?? 0

describe('turns', () => {
  test('the floor goes from one to the next, and the session begins with the first', async () => {
    await startTurn(secondsIn(0), { ...room, personId: an })
    await startTurn(secondsIn(300), { ...room, personId: binh })
    expect(await theRun()).toMatchObject({ startedAt: began, endedAt: null })
    expect(await turns()).toMatchObject([
      { personId: an, plannedSeconds: 600, endedAt: secondsIn(300).now },
      { personId: binh, plannedSeconds: null, endedAt: null },
    ])
  })

  test('of many who press at once for one person, one gives the floor', async () => {
    await Promise.all(Array.from({ length: 8 }, () => startTurn(secondsIn(0), { ...room, personId: an })))
    expect(await turns()).toHaveLength(1)
    expect(await counted()).toBeGreaterThanOrEqual(8)
  })

  test('of two who press at once for two people, one has the floor in the end', async () => {
    await Promise.all([an, binh, an, binh].map((personId) => startTurn(secondsIn(5), { ...room, personId })))
    const open = (await turns()).filter((one) => one.endedAt === null)
    expect(open).toHaveLength(1)
  })

  test('a press that arrives twice counts once', async () => {
    await startTurn(secondsIn(0), { ...room, personId: an })
    const turnId = (await turns())[0]?.id ?? ''
    const press = { ...room, turnId, seconds: 60, planned: 600 }
    await Promise.all([press, press, press].map((one) => extendTurn(secondsIn(10), one)))
    expect(await turns()).toMatchObject([{ plannedSeconds: 660 }])
    await extendTurn(secondsIn(20), { ...press, planned: 660 })
    expect(await turns()).toMatchObject([{ plannedSeconds: 720 }])
  })

  test('what was pressed for one turn does nothing to the next', async () => {
    await startTurn(secondsIn(0), { ...room, personId: an })
    const turnId = (await turns())[0]?.id ?? ''
    await startTurn(secondsIn(60), { ...room, personId: binh })
    const late = { ...room, turnId }
    await endTurn(secondsIn(61), late)
    for (const step of [pauseTurn, resumeTurn, takeTurnBack]) {
      await expect(step(secondsIn(62), late)).rejects.toMatchObject({ code: 'turn-not-running' })
    }
    expect(await turns()).toMatchObject([{ personId: an }, { personId: binh, endedAt: null, pausedAt: null }])
  })

  test('pauses do not count, however often somebody presses', async () => {
    await startTurn(secondsIn(0), { ...room, personId: an })
    await pauseTurn(secondsIn(60), room)
    await pauseTurn(secondsIn(70), room)
    await resumeTurn(secondsIn(90), room)
    await resumeTurn(secondsIn(95), room)
    expect(await turns()).toMatchObject([{ pausedAt: null, pausedSeconds: 30 }])
    await pauseTurn(secondsIn(100), room)
    await endTurn(secondsIn(120), room)
    expect(await turns()).toMatchObject([{ pausedAt: null, pausedSeconds: 50, endedAt: secondsIn(120).now }])
  })

  test('somebody may speak a second time', async () => {
    await startTurn(secondsIn(0), { ...room, personId: an })
    await endTurn(secondsIn(60), room)
    await startTurn(secondsIn(120), { ...room, personId: an })
    const state = await getLive(room.eventId)
    expect(state.sessions[0]?.turns.map((one) => [one.name, one.endedAt !== null])).toEqual([
      ['An', true],
      ['An', false],
      ['Bình', false],
    ])
  })

  test('time is added and taken, and never below a second', async () => {
    await startTurn(secondsIn(0), { ...room, personId: an })
    await extendTurn(secondsIn(1), { ...room, seconds: 60 })
    expect(await turns()).toMatchObject([{ plannedSeconds: 660 }])
    await extendTurn(secondsIn(2), { ...room, seconds: -10_000 })
    expect(await turns()).toMatchObject([{ plannedSeconds: 1 }])
  })

  test('the wrong name is taken back, and the session goes on', async () => {
    await startTurn(secondsIn(0), { ...room, personId: an })
    await takeTurnBack(secondsIn(5), room)
    expect(await turns()).toEqual([])
    expect(await theRun()).toMatchObject({ endedAt: null })
  })

  test.each<[string, () => Promise<void>]>([
    ['pause', () => pauseTurn(secondsIn(0), room)],
    ['resume', () => resumeTurn(secondsIn(0), room)],
    ['extend', () => extendTurn(secondsIn(0), { ...room, seconds: 60 })],
    ['take back', () => takeTurnBack(secondsIn(0), room)],
  ])('nothing to %s while nobody speaks', async (_, step) => {
    const before = await counted()
    await expect(step()).rejects.toMatchObject({ code: 'turn-not-running' })
    expect(await counted()).toBe(before)
  })

  test('a turn without minutes has none to add to', async () => {
    await startTurn(secondsIn(0), { ...room, personId: binh })
    await expect(extendTurn(secondsIn(1), { ...room, seconds: 60 })).rejects.toMatchObject({
      code: 'turn-not-running',
    })
  })
})

describe('a session', () => {
  test('ends with its turn, keeps its beginning, and can go on', async () => {
    await startSession(secondsIn(0), room)
    await startSession(secondsIn(10), room)
    await startTurn(secondsIn(20), { ...room, personId: an })
    await endSession(secondsIn(600), room)
    await endSession(secondsIn(700), room)
    expect(await theRun()).toMatchObject({ startedAt: began, endedAt: secondsIn(600).now })
    expect(await turns()).toMatchObject([{ endedAt: secondsIn(600).now }])
    await startSession(secondsIn(800), room)
    expect(await theRun()).toMatchObject({ startedAt: began, endedAt: null })
  })

  test('that has not begun does not end', async () => {
    await endSession(secondsIn(0), room)
    expect(await theRun()).toBeUndefined()
  })

  test('never ends before it began, whoever’s clock was read first', async () => {
    await startTurn(secondsIn(10), { ...room, personId: an })
    await endSession(secondsIn(0), room)
    expect(await theRun()).toMatchObject({ endedAt: secondsIn(10).now })
    expect(await turns()).toMatchObject([{ endedAt: secondsIn(10).now }])
  })
})

describe('who may, and where', () => {
  test.each<[string, () => Promise<Parameters<typeof startSession>[0]>, boolean]>([
    ['a visitor', async () => visitor(), false],
    ['a member of another host', async () => signedIn(await memberOf(await organization())), false],
    ['an admin', async () => signedIn(await memberOf(body)), true],
    ['an organizer', async () => signedIn(await memberOf(body, 'organizer')), true],
    ['a rapporteur', async () => signedIn(await memberOf(body, 'rapporteur')), true],
  ])('%s', async (_, who, may) => {
    await startSession(await who(), room).catch(() => undefined)
    expect((await theRun()) !== undefined).toBe(may)
  })

  test('a session of another event, or one not published, is not there', async () => {
    const other = await event({ hosts: [body] })
    await expect(startSession(secondsIn(0), { ...room, eventId: other.id })).rejects.toMatchObject({
      code: 'session-not-published',
    })
    const foreign = await addPerson(system(), { eventId: room.eventId, name: 'Chi' })
    await expect(startTurn(secondsIn(0), { ...room, personId: foreign.id })).rejects.toMatchObject({
      code: 'person-not-in-session',
    })
    expect(await turns()).toEqual([])
  })
})

test('publishing reaches the screens', async () => {
  const before = await counted()
  await addAppearance(system(), { sessionId: room.sessionId, personId: binh, role: 'moderator' })
  await publishAgenda(system(), { eventId: room.eventId })
  expect(await counted()).toBeGreaterThan(before)
})
