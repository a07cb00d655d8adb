import { and, asc, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { onPageChange } from '#app/shared/pages/page-changes.server.ts'
import {
  activity,
  event as events,
  guestCategory,
  outbox,
  registration as registrations,
} from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { signedIn, system } from '#tests/factories/contexts.ts'
import { eventDetails, organizedEvent } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { registration } from '#tests/factories/registrations.ts'
import { cancelEvent } from './cancel-event.server.ts'
import { createEvent } from './create-event.server.ts'
import { listCategories, listOrganizedEvents } from './organized-events.server.ts'
import { publishEvent } from './publish-event.server.ts'

const { db } = await testDatabase()
const refusal = (code: string) => expect.objectContaining({ code })

async function getStored(id: string) {
  const [row] = await db.select().from(events).where(eq(events.id, id))
  if (!row) throw new Error('No such event')
  return row
}

const mailsOf = (eventId: string) =>
  db.select().from(outbox).where(eq(outbox.eventId, eventId)).orderBy(asc(outbox.recipientEmail))

describe('a new event', () => {
  it('belongs to its host, has a category and an address, and waits to be published', async () => {
    const body = await organization()
    const ctx = signedIn(await memberOf(body, 'organizer'))
    const made = await createEvent(ctx, { ...eventDetails(), organizationId: body.id })
    expect(made.slug).toBe('film-roundtable')
    expect(await getStored(made.id)).toMatchObject({ publishedAt: null, seated: 0, revision: 1 })
    expect(await listCategories(made.id)).toMatchObject([{ code: 'guest' }])
    expect((await listOrganizedEvents(ctx)).map((one) => one.id)).toEqual([made.id])
    const twin = createEvent(ctx, { ...eventDetails(), organizationId: body.id })
    expect((await twin).slug).toMatch(/-2$/)
  })

  it('is made by organizers of that host only', async () => {
    const body = await organization()
    const door = signedIn(await memberOf(body, 'door'))
    const stranger = signedIn(await memberOf(await organization()))
    const wish = { ...eventDetails(), organizationId: body.id }
    await expect(createEvent(door, wish)).rejects.toEqual(refusal('right-missing'))
    await expect(createEvent(stranger, wish)).rejects.toEqual(refusal('organization-missing'))
  })

  it('ends after it begins', async () => {
    const body = await organization()
    const details = eventDetails()
    const wish = { ...details, endsAt: details.startsAt, organizationId: body.id }
    await expect(createEvent(system(), wish)).rejects.toEqual(refusal('event-ends-before'))
  })

  it('keeps its guests until it is over', async () => {
    const body = await organization()
    const details = eventDetails()
    const wish = { ...details, retainUntil: details.startsAt, organizationId: body.id }
    await expect(createEvent(system(), wish)).rejects.toEqual(refusal('event-retention-early'))
  })

  it('is published and taken off again', async () => {
    const { ctx, event: it } = await organizedEvent({ publishedAt: null })
    const seen: string[] = []
    const stop = onPageChange((tags) => seen.push(...tags))
    await publishEvent(ctx, { eventId: it.id })
    stop()
    expect(seen).toContain(`event:${it.id}`)
    expect((await getStored(it.id)).publishedAt).not.toBeNull()
    await publishEvent(ctx, { eventId: it.id, published: false })
    expect((await getStored(it.id)).publishedAt).toBeNull()
  })
})

describe('calling an event off', () => {
  it('ends every live registration with its mail, and takes it out of calendars', async () => {
    const { ctx, event: it } = await organizedEvent({ capacity: 2 })
    const confirmed = await registration(it.guest)
    for (const state of ['offered', 'waitlisted', 'pending', 'declined'] as const)
      await registration(it.guest, { state })
    const { told } = await cancelEvent(ctx, { eventId: it.id, reason: 'Bão' })
    expect(told).toBe(4)
    const mails = await mailsOf(it.id)
    expect(mails.map((mail) => mail.kind)).toEqual(Array(4).fill('cancelled'))
    const withdrawn = mails.find((mail) => mail.registrationId === confirmed.id)
    expect(withdrawn?.facts).toMatchObject({ reason: 'Bão', calendar: { method: 'CANCEL', sequence: 1 } })
    expect(mails.filter((mail) => 'calendar' in mail.facts)).toHaveLength(1)
    expect(await getStored(it.id)).toMatchObject({ seated: 0, cancelledAt: ctx.now })
    const [category] = await db.select().from(guestCategory).where(eq(guestCategory.id, it.guest.id))
    expect(category).toMatchObject({
      confirmed: 0,
      offered: 0,
      waitlisted: 0,
      pending: 0,
      cancelled: 4,
      declined: 1,
    })
    const rows = await db.select().from(registrations).where(eq(registrations.eventId, it.id))
    expect(rows.filter((row) => row.state === 'cancelled')).toHaveLength(4)
    expect(rows.find((row) => row.id === confirmed.id)?.reason).toBe('Bão')
    await expect(cancelEvent(ctx, { eventId: it.id, reason: '' })).rejects.toEqual(refusal('event-cancelled'))
    const noted = and(eq(activity.eventId, it.id), eq(activity.verb, 'event.cancelled'))
    expect(await db.select().from(activity).where(noted)).toMatchObject([
      { details: { reason: 'Bão', told: 4 } },
    ])
  })

  it('for no reason given, keeps none', async () => {
    const { ctx, event: it } = await organizedEvent()
    const guest = await registration(it.guest)
    await cancelEvent(ctx, { eventId: it.id, reason: '' })
    const [row] = await db.select().from(registrations).where(eq(registrations.id, guest.id))
    expect(row).toMatchObject({ state: 'cancelled', reason: null })
  })

  it('is for organizers of a host', async () => {
    const { event: it } = await organizedEvent()
    const stranger = signedIn(await memberOf(await organization()))
    await expect(cancelEvent(stranger, { eventId: it.id, reason: '' })).rejects.toEqual(
      refusal('event-missing'),
    )
  })
})
