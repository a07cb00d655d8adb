import { and, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { addAppearance } from '#app/features/agenda/domain/add-appearance.server.ts'
import { addSession } from '#app/features/agenda/domain/add-session.server.ts'
import { addRoom } from '#app/features/agenda/domain/rooms/add-room.server.ts'
import { addPerson } from '#app/features/people/domain/add-person.server.ts'
import { onPageChange } from '#app/shared/pages/page-changes.server.ts'
import {
  activity,
  agendaVersion,
  invitation,
  outbox,
  room,
  session as sessions,
  venue,
} from '#db/schema/index.ts'
import { statementsOf, testDatabase } from '#tests/database.ts'
import { signedIn, system } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { first } from '#tests/factories/numbers.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { previewPublication } from './preview-publication.server.ts'
import { publishAgenda } from './publish-agenda.server.ts'

const { db } = await testDatabase()
const minutes = (of: Date, count: number) => new Date(of.getTime() + count * 60_000)

async function draft() {
  const body = await organization()
  const made = await event({ hosts: [body] })
  const speaker = await addPerson(system(), {
    eventId: made.id,
    name: 'Đặng Hoàng Giang',
    email: 'giang@example.org',
  })
  const room = await addRoom(system(), { eventId: made.id, name: { vi: 'Phòng lớn' } })
  const session = await addSession(system(), {
    eventId: made.id,
    kind: 'keynote',
    title: { vi: 'Điện ảnh là nhịp cầu', en: 'Film is a bridge' },
    roomId: room.id,
    startsAt: made.startsAt,
    endsAt: minutes(made.startsAt, 20),
  })
  await addAppearance(system(), { sessionId: session.id, personId: speaker.id, role: 'speaker', minutes: 15 })
  return { body, made, speaker, room, session }
}

describe('publishing', () => {
  it('finds the draft once, to show it and to publish it', async () => {
    const { made } = await draft()
    const found = async (work: () => Promise<unknown>) => {
      const sent = await statementsOf(work)
      const count = (of: RegExp) => sent.filter((one) => of.test(one)).length
      return {
        rooms: count(/from "room"/),
        // The draft of this event; with the same people elsewhere it is another.
        sessions: count(/from "session" where "session"\."event_id" = \$1 order by/),
        appearances: count(/from "appearance" .*"session"\."event_id" = \$1/),
      }
    }
    const once = { rooms: 1, sessions: 1, appearances: 1 }
    expect(await found(() => previewPublication(system(), { eventId: made.id }))).toEqual(once)
    expect(await found(() => publishAgenda(system(), { eventId: made.id }))).toEqual(once)
  })

  it('keeps where a room’s own venue is, street and all, for every calendar', async () => {
    const { made, session, room: at } = await draft()
    const cinema = {
      eventId: made.id,
      slug: 'rap-le-do',
      position: 2,
      name: { vi: 'Rạp Lê Độ' },
      address: '46 Trần Phú',
      city: { vi: 'Đà Nẵng', en: 'Da Nang' },
      country: 'VN',
    }
    const { id: venueId } = first(await db.insert(venue).values(cinema).returning())
    await db.update(room).set({ venueId }).where(eq(room.id, at.id))
    await publishAgenda(system(), { eventId: made.id })
    const place = {
      vi: 'Rạp Lê Độ, 46 Trần Phú, Đà Nẵng, Việt Nam',
      en: 'Rạp Lê Độ, 46 Trần Phú, Da Nang, Vietnam',
    }
    const [version] = await db.select().from(agendaVersion).where(eq(agendaVersion.eventId, made.id))
    expect(version?.agenda.rooms).toMatchObject([{ place }])
    const [told] = await db.select().from(invitation).where(eq(invitation.sessionId, session.id))
    expect(told?.sent).toMatchObject({ place })
  })

  it('tells nobody of a mark that keeps words on one line', async () => {
    const { made, session } = await draft()
    await publishAgenda(system(), { eventId: made.id })
    const stands = () => db.select().from(invitation).where(eq(invitation.sessionId, session.id))
    const before = await stands()
    const mails = () => db.$count(outbox, eq(outbox.eventId, made.id))
    const sent = await mails()
    const marked = { ...session.title, vi: 'Điện~ảnh là nhịp cầu' }
    await db.update(sessions).set({ title: marked }).where(eq(sessions.id, session.id))
    const { number } = await publishAgenda(system(), { eventId: made.id })
    const [version] = await db
      .select()
      .from(agendaVersion)
      .where(and(eq(agendaVersion.eventId, made.id), eq(agendaVersion.number, number)))
    expect([version?.agenda.sessions[0]?.title, version?.changes]).toEqual([marked, []])
    expect([await stands(), await mails()]).toEqual([before, sent])
  })

  it('freezes the draft as numbered versions that never change', async () => {
    const { body, made, session, speaker } = await draft()
    const told: string[] = []
    const stop = onPageChange((tags) => told.push(...tags))
    const organizer = await memberOf(body, 'organizer')
    expect(await publishAgenda(signedIn(organizer), { eventId: made.id })).toMatchObject({ number: 1 })
    stop()
    expect(told).toContain(`event:${made.id}`)
    await addSession(system(), {
      eventId: made.id,
      kind: 'break',
      title: { vi: 'Giải lao', en: 'Break' },
      startsAt: minutes(made.startsAt, 20),
      endsAt: minutes(made.startsAt, 30),
    })
    expect(await publishAgenda(system(), { eventId: made.id })).toMatchObject({ number: 2 })
    const versions = await db
      .select()
      .from(agendaVersion)
      .where(eq(agendaVersion.eventId, made.id))
      .orderBy(agendaVersion.number)
    expect(versions.map((one) => one.agenda.sessions.length)).toEqual([1, 2])
    expect(versions.map((one) => one.changes.map(({ kind, slug }) => [kind, slug]))).toEqual([
      [['new', 'film-is-a-bridge']],
      [['new', 'break']],
    ])
    expect(versions[0]).toMatchObject({ publishedById: organizer.id })
    expect(versions[0]?.agenda.sessions[0]).toMatchObject({
      id: session.id,
      startsAt: made.startsAt.toISOString(),
      appearances: [{ personId: speaker.id, role: 'speaker', minutes: 15 }],
    })
    expect(JSON.stringify(versions)).not.toContain('giang@example.org')
    const verbs = await db.select({ verb: activity.verb }).from(activity).where(eq(activity.eventId, made.id))
    expect(verbs.filter((row) => row.verb === 'agenda.published')).toHaveLength(2)
  })

  it('lets one of those who publish the same draft at once', async () => {
    const { made } = await draft()
    const outcomes = await Promise.allSettled(
      [1, 2, 3].map(() => publishAgenda(system(), { eventId: made.id })),
    )
    const told = outcomes.map((one) => (one.status === 'fulfilled' ? one.value.number : String(one.reason)))
    expect(told.sort()).toEqual([1, 'Refusal: agenda-unchanged', 'Refusal: agenda-unchanged'])
  })

  it('publishes errors only when as many were seen and accepted', async () => {
    const { body, made, room } = await draft()
    await addSession(system(), {
      eventId: made.id,
      kind: 'talk',
      title: { vi: 'Trùng phòng', en: 'Same room' },
      roomId: room.id,
      startsAt: minutes(made.startsAt, 10),
      endsAt: minutes(made.startsAt, 30),
    })
    const ctx = signedIn(await memberOf(body, 'organizer'))
    const versions = () => db.$count(agendaVersion, eq(agendaVersion.eventId, made.id))
    for (const acceptedClashes of [undefined, 0, 2]) {
      await expect(publishAgenda(ctx, { eventId: made.id, acceptedClashes })).rejects.toMatchObject({
        code: 'agenda-clashes',
        kind: 'state',
        details: { count: 1 },
      })
    }
    expect(await versions()).toBe(0)
    expect(await publishAgenda(ctx, { eventId: made.id, acceptedClashes: 1 })).toMatchObject({ number: 1 })
  })

  it('refuses an empty draft, and a session outside its event', async () => {
    const made = await event()
    await expect(publishAgenda(system(), { eventId: made.id })).rejects.toThrow('agenda-empty')
  })
})
