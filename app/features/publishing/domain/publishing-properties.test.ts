import { randomUUID } from 'node:crypto'
import { and, asc, eq, inArray, notInArray } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { listDraftSessions } from '#app/features/agenda/domain/draft/draft.server.ts'
import type { DraftEdit, DraftFields, DraftSession } from '#app/features/agenda/domain/draft/draft-edit.ts'
import { editDraft } from '#app/features/agenda/domain/draft/edit-draft.server.ts'
import { addRoom } from '#app/features/agenda/domain/rooms/add-room.server.ts'
import { previewMail } from '#app/features/mail/domain/preview-mail.server.ts'
import { addPerson } from '#app/features/people/domain/add-person.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import type { PublishedAgenda } from '#db/schema/agenda-snapshot.ts'
import { invitation, outbox } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { calendarModel } from '#tests/factories/calendar-model.ts'
import { system } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { seededRandom } from '#tests/factories/randomness.ts'
import { previewPublication } from './preview-publication.server.ts'
import { publishAgenda } from './publish-agenda.server.ts'
import { getVersion } from './versions.server.ts'

const { db } = await testDatabase()
const roles = ['moderator', 'speaker', 'discussant'] as const
const words = ['Điện ảnh', 'Ký ức', 'Nhịp cầu', 'Ánh sáng', 'Âm thanh', 'Khán giả']
const hour = 3_600_000

async function world() {
  const made = await event()
  const rooms = []
  for (const vi of ['Phòng lớn', 'Phòng nhỏ', 'Sân'])
    rooms.push(await addRoom(system(), { eventId: made.id, name: { vi } }))
  const people = []
  for (const [n, name] of ['Giang', 'Tâm', 'Lâm', 'Huyền', 'Mai', 'Vô Danh'].entries()) {
    const address = n === 5 ? {} : { email: `speaker${n}@example.org` }
    const assistant = n === 1 ? { assistantEmail: 'assistant@example.org' } : {}
    people.push(
      await addPerson(system(), {
        eventId: made.id,
        name,
        locale: n % 2 ? 'en' : 'vi',
        ...address,
        ...assistant,
      }),
    )
  }
  return { made, rooms, people }
}
type World = Awaited<ReturnType<typeof world>>
type Random = ReturnType<typeof seededRandom>

function randomFields({ made, rooms, people }: World, random: Random): DraftFields {
  const startsAt = new Date(made.startsAt.getTime() + random.below(12) * 300_000)
  const cast = people.filter(() => random.chance(0.4))
  const word = random.pick(words)
  return {
    kind: 'talk',
    title: {
      vi: `${word} ${random.below(100)}`,
      ...(random.chance(0.5) && { en: `Film ${random.below(100)}` }),
    },
    abstract: {},
    languages: ['vi'],
    interpretation: [],
    films: [],
    trackId: null,
    capacity: null,
    signUp: false,
    dropped: false,
    roomId: random.pick([...rooms.map((room) => room.id), null]),
    startsAt: startsAt.toISOString(),
    endsAt: new Date(startsAt.getTime() + hour / 4).toISOString(),
    appearances: cast.map(({ id }) => ({
      personId: id,
      role: random.pick(roles),
      minutes: random.pick([null, 5, 10]),
      deputyForId: null,
    })),
  }
}

function randomEdit(all: World, sessions: DraftSession[], random: Random): DraftEdit {
  const session = sessions.length > 0 ? random.pick(sessions) : undefined
  if (!session || random.chance(0.15)) {
    return { kind: 'add', sessionId: randomUUID(), set: randomFields(all, random) }
  }
  const other = randomFields(all, random)
  const set = random.pick<() => Partial<DraftFields>>([
    () => ({ startsAt: other.startsAt, endsAt: other.endsAt }),
    () => ({ roomId: other.roomId }),
    () => ({ title: other.title }),
    () => ({ abstract: { vi: `Tóm tắt ${random.below(1000)}` } }),
    () => ({ appearances: [...session.appearances].reverse() }),
    () => ({ appearances: other.appearances }),
    () => ({ dropped: !session.dropped }),
    () => ({ startsAt: null, endsAt: null }),
    () => ({ startsAt: other.startsAt, endsAt: other.endsAt, dropped: false }),
  ])()
  const was = Object.fromEntries(Object.keys(set).map((key) => [key, session[key as keyof DraftFields]]))
  return { kind: 'edit', sessionId: session.id, was, set }
}

/** What somebody's calendar should hold by an agenda, by session. */
function calendarOf(agenda: PublishedAgenda, person: { id: string; locale: 'vi' | 'en' }) {
  const rooms = new Map(agenda.rooms.map((room) => [room.id, room.name]))
  return agenda.sessions
    .filter((session) => session.appearances.some((one) => one.personId === person.id))
    .map(({ id, startsAt, endsAt, title, roomId }) => ({
      sessionId: id,
      startsAt,
      endsAt,
      title: textIn(title, person.locale),
      room: textIn(rooms.get(roomId ?? ''), person.locale),
    }))
}

/** What somebody can see of their own part, roles and all. */
function partOf(agenda: PublishedAgenda, person: World['people'][number]): string {
  const roles = agenda.sessions.map((one) => one.appearances.filter((each) => each.personId === person.id))
  return JSON.stringify([calendarOf(agenda, person), roles.filter((own) => own.length > 0)])
}

type Pair = { personId: string | null; sessionId: string | null }
type Mails = Awaited<ReturnType<typeof previewPublication>>['mails']
const key = (one: Pair) => `${one.personId} ${one.sessionId}`
const to = (mail: { recipientEmail: string; kind: string }) => `${mail.kind} ${mail.recipientEmail}`

/** What is known of a run so far, by person and session where it is of a calendar's entry. */
function emptyRecord({ people }: World) {
  return {
    calendars: new Map(people.map((person) => [person.id, calendarModel()])),
    uids: new Map<string, string>(),
    sequences: new Map<string, number>(),
    untold: new Set<string>(),
    agenda: { rooms: [], tracks: [], people: [], sessions: [] } as PublishedAgenda,
    seen: [] as string[],
  }
}
type RunRecord = ReturnType<typeof emptyRecord>
type Sent = Awaited<ReturnType<typeof sentSince>>[number]

async function editAtRandom(all: World, random: Random, now: Date) {
  const count = 1 + random.below(4)
  for (let n = 0; n < count; n++) {
    const edits = [randomEdit(all, await listDraftSessions(all.made.id), random)]
    await editDraft(system(now), { eventId: all.made.id, edits })
  }
}

/** Publishes, holding some mails back at random; null when there was nothing to publish. */
async function publishAtRandom(all: World, random: Random, now: Date, mayHold: boolean) {
  const eventId = all.made.id
  const preview = await previewPublication(system(now), { eventId })
  const holds = mayHold && random.chance(0.3)
  const heldBack = preview.mails.flatMap(({ personId, sessionId }) =>
    holds && personId && sessionId && random.chance(0.5) ? [{ personId, sessionId, reason: 'Chờ đã' }] : [],
  )
  const held = new Set(heldBack.map(key))
  const expectedDraft = preview.plan.fingerprint
  const outcome = await publishAgenda(system(now), { eventId, heldBack, expectedDraft }).catch(refusalOf)
  if (typeof outcome === 'string') {
    expect(['agenda-empty', 'agenda-unchanged']).toContain(outcome)
    return null
  }
  const { agenda } = await getVersion(eventId, outcome.number)
  const untold = new Set(preview.mails.map(key).filter((pair) => held.has(pair)))
  return { agenda, shown: preview.mails.filter((one) => !held.has(key(one))), untold }
}

function sentSince(eventId: string, seen: string[]) {
  return db
    .select({
      mail: outbox,
      personId: invitation.personId,
      sessionId: invitation.sessionId,
      uid: invitation.uid,
    })
    .from(outbox)
    .innerJoin(invitation, eq(invitation.id, outbox.invitationId))
    .where(and(eq(outbox.eventId, eventId), seen.length > 0 ? notInArray(outbox.id, seen) : undefined))
    .orderBy(asc(outbox.createdAt))
}

/** A mail is what the preview showed, to somebody whom the change concerns, and their calendar takes it. */
async function expectGood(
  { mail, personId, sessionId, uid }: Sent,
  shown: Mails,
  all: World,
  record: RunRecord,
) {
  const pair = key({ personId, sessionId })
  expect(record.uids.get(pair) ?? uid).toBe(uid)
  record.uids.set(pair, uid)
  const { text, failure } = await previewMail(mail)
  expect(failure).toBeNull()
  const twin = shown.find((one) => key(one) === pair && to(one) === to(mail))
  expect(text).toMatchObject(twin?.words ?? {})
  const calendar = text?.calendar ?? ''
  const person = all.people.find((one) => one.id === personId)
  const unfolded = calendar.replace(/\r\n[ \t]/g, '')
  const isOwn = mail.recipientEmail === person?.email
  // An assistant's copy names nobody whom a calendar could answer for.
  const addresses = all.people.flatMap((one) => [one.email, one.assistantEmail]).filter((one) => one !== null)
  const named = addresses.filter((address) => unfolded.includes(address))
  expect(named).toEqual(isOwn ? [person?.email] : [])
  if (!person || !isOwn) return
  // Every mail says something new of time, place, title or role, so each raises the number.
  const sequence = Number(/\r\nSEQUENCE:(\d+)/.exec(calendar)?.[1])
  expect(sequence).toBeGreaterThan(record.sequences.get(pair) ?? -1)
  record.sequences.set(pair, sequence)
  expect(record.calendars.get(person.id)?.apply(calendar)).toBe(true)
}

/** Whoever was told has in their calendar what the agenda says of them, and nothing else. */
function expectCalendar(person: World['people'][number], { agenda, untold, uids, calendars }: RunRecord) {
  const told = <T extends { sessionId: string }>(list: T[]) =>
    list.filter((one) => !untold.has(`${person.id} ${one.sessionId}`))
  const sessionOf = new Map([...uids].map(([pair, uid]) => [uid, pair.split(' ')[1] ?? '']))
  const entries = (calendars.get(person.id)?.entries() ?? []).map((entry) => ({
    sessionId: sessionOf.get(entry.uid) ?? '',
    startsAt: entry.startsAt,
    endsAt: entry.endsAt,
    title: entry.title,
    location: entry.location,
  }))
  const bySession = (a: { sessionId: string }, b: { sessionId: string }) =>
    a.sessionId < b.sessionId ? -1 : 1
  const wanted = told(calendarOf(agenda, person)).sort(bySession)
  expect(told(entries).sort(bySession)).toEqual(
    wanted.map(({ room, ...rest }) => ({ ...rest, location: expect.stringMatching(`^${room ?? ''}`) })),
  )
}

describe.each([1, 20_250_311, 777])('publishing at random, seed %i', (seed) => {
  it('keeps every calendar equal to the agenda, and leaves alone whom it does not concern', async () => {
    const random = seededRandom(seed)
    const all = await world()
    const eventId = all.made.id
    const record = emptyRecord(all)
    let published = 0

    for (let step = 0; step < 45; step++) {
      const now = new Date(Date.now() + step * 60_000)
      await editAtRandom(all, random, now)
      const publication = await publishAtRandom(all, random, now, step < 44)
      if (!publication) continue
      published++
      const { agenda, shown, untold } = publication
      const sent = await sentSince(eventId, record.seen)
      record.seen.push(...sent.map(({ mail }) => mail.id))
      expect(sent.map((one) => `${key(one)} ${to(one.mail)}`).sort()).toEqual(
        shown.map((one) => `${key(one)} ${to(one)}`).sort(),
      )

      const isTouched = (one: World['people'][number]) => partOf(record.agenda, one) !== partOf(agenda, one)
      const touched = new Set(all.people.filter(isTouched).map((one) => one.id))
      for (const one of sent) {
        expect(touched.has(one.personId ?? '') || record.untold.has(key(one))).toBe(true)
        await expectGood(one, shown, all, record)
      }
      record.untold = untold
      record.agenda = agenda
      for (const person of all.people.filter((one) => one.email)) expectCalendar(person, record)
    }
    expect(published).toBeGreaterThan(30)
    const kinds = await db.select({ kind: outbox.kind }).from(outbox).where(inArray(outbox.id, record.seen))
    expect([...new Set(kinds.map((one) => one.kind))].sort()).toEqual([
      'speaker-asked',
      'speaker-cancelled',
      'speaker-changed',
    ])
  }, 120_000)
})

function refusalOf(error: unknown): string {
  if (error instanceof Refusal) return error.code
  throw error
}
