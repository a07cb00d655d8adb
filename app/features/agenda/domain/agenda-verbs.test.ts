import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { addPerson } from '#app/features/people/domain/add-person.server.ts'
import { acquaintance } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { signedIn, system, visitor } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { addAppearance } from './add-appearance.server.ts'
import { addSession } from './add-session.server.ts'
import { addRoom } from './rooms/add-room.server.ts'
import { addTrack } from './rooms/add-track.server.ts'

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
  const track = await addTrack(system(), { eventId: made.id, name: { en: 'AI' } })
  const session = await addSession(system(), {
    eventId: made.id,
    kind: 'keynote',
    title: { vi: 'Điện ảnh là nhịp cầu', en: 'Film is a bridge' },
    roomId: room.id,
    trackId: track.id,
    startsAt: made.startsAt,
    endsAt: minutes(made.startsAt, 20),
  })
  await addAppearance(system(), { sessionId: session.id, personId: speaker.id, role: 'speaker', minutes: 15 })
  return { body, made, speaker, room, session }
}

describe('adding a person', () => {
  it('gives each namesake an address and makes the hosts know them', async () => {
    const { body, made, speaker } = await draft()
    const namesake = await addPerson(system(), { eventId: made.id, name: ' Dang Hoang Giang ' })
    expect(speaker.slug).toBe('dang-hoang-giang')
    expect(namesake).toMatchObject({ slug: 'dang-hoang-giang-2', name: 'Dang Hoang Giang' })
    const known = await db.select().from(acquaintance).where(eq(acquaintance.organizationId, body.id))
    expect(known.map((row) => row.personId).sort()).toEqual([speaker.id, namesake.id].sort())
  })

  it('refuses a name of nothing', async () => {
    const made = await event()
    await expect(addPerson(system(), { eventId: made.id, name: ' ' })).rejects.toThrow('person-name-missing')
  })
})

describe('the draft', () => {
  it('refuses nonsense', async () => {
    const { made, speaker, session } = await draft()
    const other = await draft()
    const add = (values: object) =>
      addSession(system(), { eventId: made.id, kind: 'talk', title: { vi: 'Một' }, ...values })
    const slot = { startsAt: made.startsAt, endsAt: minutes(made.startsAt, 10) }
    await expect(add({ ...slot, endsAt: minutes(made.endsAt, 1) })).rejects.toThrow('session-outside-event')
    await expect(add({ ...slot, endsAt: made.startsAt })).rejects.toThrow('session-ends-before-start')
    await expect(add({ title: {} })).rejects.toThrow('session-title-missing')
    await expect(add({ ...slot, roomId: other.room.id })).rejects.toThrow('room-missing')
    const again = { sessionId: session.id, personId: speaker.id, role: 'speaker' as const }
    await expect(addAppearance(system(), again)).rejects.toThrow('appearance-already')
    await expect(addAppearance(system(), { ...again, personId: other.speaker.id })).rejects.toThrow(
      'person-missing',
    )
  })

  it('is edited by members of a host only', async () => {
    const { body, made } = await draft()
    const room = { eventId: made.id, name: { vi: 'Phòng nhỏ' } }
    await expect(addRoom(visitor(), room)).rejects.toThrow()
    await expect(addRoom(signedIn(await memberOf(await organization())), room)).rejects.toThrow(
      'event-missing',
    )
    await expect(addRoom(signedIn(await memberOf(body, 'door')), room)).rejects.toThrow('right-missing')
    expect(await addRoom(signedIn(await memberOf(body, 'organizer')), room)).toMatchObject({ position: 2 })
  })
})
