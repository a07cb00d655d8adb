import { and, asc, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { onPageChange } from '#app/shared/http/page-changes.server.ts'
import { isStale } from '#app/shared/i18n/translated-text.ts'
import {
  activity,
  event as events,
  guestCategory,
  invitation,
  outbox,
  registration as registrations,
} from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { signedIn, system } from '#tests/factories/contexts.ts'
import { event, eventDetails } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { registration } from '#tests/factories/registrations.ts'
import { addCategory } from './add-category.server.ts'
import { cancelEvent } from './cancel-event.server.ts'
import { openCategory } from './category-details.ts'
import { createEvent } from './create-event.server.ts'
import { categoryRevision, editCategory } from './edit-category.server.ts'
import { editEvent } from './edit-event.server.ts'
import { getCategory, listCategories, listOrganizedEvents } from './organized-events.server.ts'
import { publishEvent } from './publish-event.server.ts'
import { removeCategory } from './remove-category.server.ts'

const { db } = await testDatabase()
const refusal = (code: string) => expect.objectContaining({ code })

async function organized(values: Parameters<typeof event>[0] = {}) {
  const body = await organization()
  const ctx = signedIn(await memberOf(body, 'organizer'))
  return { ctx, body, event: await event({ ...values, hosts: [body] }) }
}

async function readEvent(id: string) {
  const [row] = await db.select().from(events).where(eq(events.id, id))
  if (!row) throw new Error('No such event')
  return row
}

const mailsOf = (eventId: string) =>
  db.select().from(outbox).where(eq(outbox.eventId, eventId)).orderBy(asc(outbox.recipientEmail))
const hour = 60 * 60_000

describe('a new event', () => {
  it('belongs to its host, has a category and an address, and waits to be published', async () => {
    const body = await organization()
    const ctx = signedIn(await memberOf(body, 'organizer'))
    const made = await createEvent(ctx, { ...eventDetails(), organizationId: body.id })
    expect(made.slug).toBe('film-roundtable')
    expect(await readEvent(made.id)).toMatchObject({ publishedAt: null, seated: 0, revision: 1 })
    expect(await listCategories(made.id)).toMatchObject([{ code: 'guest' }])
    expect((await listOrganizedEvents(ctx)).map((one) => one.id)).toEqual([made.id])
    const twin = createEvent(ctx, { ...eventDetails(), organizationId: body.id })
    await expect(twin).rejects.toEqual(refusal('event-slug-taken'))
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

  it('is published and taken off again', async () => {
    const { ctx, event: it } = await organized({ publishedAt: null })
    const seen: string[] = []
    const stop = onPageChange((tags) => seen.push(...tags))
    await publishEvent(ctx, { eventId: it.id })
    stop()
    expect(seen).toContain(`event:${it.id}`)
    expect((await readEvent(it.id)).publishedAt).not.toBeNull()
    await publishEvent(ctx, { eventId: it.id, published: false })
    expect((await readEvent(it.id)).publishedAt).toBeNull()
  })
})

describe('editing an event', () => {
  it('refuses to save over somebody, who is told what is stored', async () => {
    const { ctx, event: it } = await organized()
    const details = eventDetails({ startsAt: it.startsAt, endsAt: it.endsAt })
    const mine = { ...details, title: { vi: 'Của tôi', en: 'Mine' } }
    const theirs = { ...details, title: { vi: 'Của bạn', en: 'Theirs' } }
    const results = await Promise.allSettled(
      [mine, theirs].map((wish) => editEvent(ctx, { eventId: it.id, revision: 1, details: wish })),
    )
    const lost = results.find((result) => result.status === 'rejected')
    const stored = await readEvent(it.id)
    expect(lost).toMatchObject({
      reason: { code: 'saved-by-other', revision: 2, stored: { title: stored.title } },
    })
    expect(stored.revision).toBe(2)
  })

  it('makes a translation stale until somebody says that it is still right', async () => {
    const { ctx, event: it } = await organized()
    const details = eventDetails({
      startsAt: it.startsAt,
      endsAt: it.endsAt,
      title: { vi: 'Một', en: 'One' },
    })
    await editEvent(ctx, { eventId: it.id, revision: 1, details })
    await editEvent(ctx, {
      eventId: it.id,
      revision: 2,
      details: { ...details, title: { vi: 'Một hai', en: 'One' } },
    })
    expect(isStale((await readEvent(it.id)).title)).toBe(true)
    const confirmed = { ...details, title: { vi: 'Một hai', en: 'One', confirmed: true } }
    await editEvent(ctx, { eventId: it.id, revision: 3, details: confirmed })
    expect(isStale((await readEvent(it.id)).title)).toBe(false)
  })

  it('keeps every seat that is taken', async () => {
    const { ctx, event: it } = await organized()
    await registration(it.guest)
    await registration(it.guest)
    const details = eventDetails({ startsAt: it.startsAt, endsAt: it.endsAt, capacity: 1 })
    await expect(editEvent(ctx, { eventId: it.id, revision: 1, details })).rejects.toMatchObject({
      code: 'event-capacity-below-seats',
      details: { field: 'capacity', seated: 2 },
    })
  })

  it('offers the seats that are new', async () => {
    const { ctx, event: it } = await organized({ capacity: 1 })
    await registration(it.guest)
    const next = await registration(it.guest, { state: 'waitlisted' })
    const details = eventDetails({ startsAt: it.startsAt, endsAt: it.endsAt, capacity: 2 })
    await editEvent(ctx, { eventId: it.id, revision: 1, details })
    const [row] = await db.select().from(registrations).where(eq(registrations.id, next.id))
    expect(row?.state).toBe('offered')
    expect((await readEvent(it.id)).seated).toBe(2)
  })

  it('tells everybody with a seat that it moved, once, with a higher sequence', async () => {
    const { ctx, event: it } = await organized()
    const guests = [await registration(it.guest, { locale: 'en' }), await registration(it.guest)]
    await registration(it.guest, { state: 'waitlisted' })
    const startsAt = new Date(it.startsAt.getTime() + hour)
    const details = eventDetails({ startsAt, endsAt: new Date(it.endsAt.getTime() + hour) })
    const { told } = await editEvent(ctx, { eventId: it.id, revision: 1, details })
    expect(told).toBe(2)
    const mails = await mailsOf(it.id)
    expect(mails.map((mail) => [mail.kind, mail.recipientEmail, mail.locale])).toEqual(
      guests.map((guest) => ['changed', guest.email, guest.locale]),
    )
    expect(new Set(mails.map((mail) => mail.messageId)).size).toBe(2)
    const [first] = mails
    const [sent] = await db
      .select()
      .from(invitation)
      .where(eq(invitation.registrationId, guests[0]?.id ?? ''))
    expect(sent).toMatchObject({ sequence: 1, issuedAt: ctx.now })
    expect(first?.facts).toMatchObject({
      previous: {
        startsAt: it.startsAt.toISOString(),
        timeZone: it.timeZone,
        place: { address: '1 Harvard Yard' },
      },
      calendar: { method: 'REQUEST', uid: sent?.uid, sequence: 1, issuedAt: ctx.now.toISOString() },
    })
  })

  it('of words alone, of a draft, or of what is over tells nobody', async () => {
    const { ctx, event: it } = await organized()
    await registration(it.guest)
    const same = { startsAt: it.startsAt, endsAt: it.endsAt }
    const words = eventDetails({ ...same, title: { vi: 'Tên khác', en: 'Other' } })
    expect((await editEvent(ctx, { eventId: it.id, revision: 1, details: words })).told).toBe(0)
    const draft = await organized({ publishedAt: null })
    await registration(draft.event.guest)
    const moved = eventDetails({ timeZone: 'Asia/Ho_Chi_Minh', ...same })
    expect((await editEvent(draft.ctx, { eventId: draft.event.id, revision: 1, details: moved })).told).toBe(
      0,
    )
    const over = await organized({
      startsAt: new Date('2025-03-11T22:00Z'),
      endsAt: new Date('2025-03-12T00:00Z'),
    })
    await registration(over.event.guest)
    const corrected = eventDetails({
      startsAt: new Date('2025-03-11T21:00Z'),
      endsAt: new Date('2025-03-12T00:00Z'),
      registrationOpensAt: null,
    })
    expect(
      (await editEvent(over.ctx, { eventId: over.event.id, revision: 1, details: corrected })).told,
    ).toBe(0)
  })
})

describe('calling an event off', () => {
  it('ends every live registration with its mail, and takes it out of calendars', async () => {
    const { ctx, event: it } = await organized({ capacity: 2 })
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
    expect(await readEvent(it.id)).toMatchObject({ seated: 0, cancelledAt: ctx.now })
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
    await expect(cancelEvent(ctx, { eventId: it.id, reason: '' })).rejects.toEqual(refusal('event-cancelled'))
    const noted = and(eq(activity.eventId, it.id), eq(activity.verb, 'event.cancelled'))
    expect(await db.select().from(activity).where(noted)).toMatchObject([
      { details: { reason: 'Bão', told: 4 } },
    ])
  })

  it('is for organizers of a host', async () => {
    const { event: it } = await organized()
    const stranger = signedIn(await memberOf(await organization()))
    await expect(cancelEvent(stranger, { eventId: it.id, reason: '' })).rejects.toEqual(
      refusal('event-missing'),
    )
  })
})

describe('guest categories', () => {
  it('get a code of their own', async () => {
    const { ctx, event: it } = await organized()
    const details = { ...openCategory, name: { vi: 'Báo chí', en: 'Press' } }
    expect((await addCategory(ctx, { eventId: it.id, details })).code).toBe('press')
    expect((await addCategory(ctx, { eventId: it.id, details })).code).toBe('press-2')
  })

  it('keep every seat that is taken, and know who saved last', async () => {
    const { ctx, event: it } = await organized()
    await registration(it.guest)
    const revision = categoryRevision(await getCategory(it.id, it.guest.id))
    const wish = { eventId: it.id, categoryId: it.guest.id, revision }
    const details = { ...openCategory, capacity: 0 }
    await expect(editCategory(ctx, { ...wish, details })).rejects.toMatchObject({
      code: 'category-capacity-below-seats',
      details: { seated: 1 },
    })
    await editCategory(ctx, { ...wish, details: { ...openCategory, capacity: 5 } })
    await registration(it.guest)
    await expect(editCategory(ctx, { ...wish, details: openCategory })).rejects.toEqual(
      refusal('saved-by-other'),
    )
  })

  it('offer their new seats in order of arrival', async () => {
    const { ctx, event: it } = await organized()
    const wish = (await getCategory(it.id, it.guest.id)).id
    const limit = async (capacity: number) => {
      const revision = categoryRevision(await getCategory(it.id, wish))
      await editCategory(ctx, {
        eventId: it.id,
        categoryId: wish,
        revision,
        details: { ...openCategory, capacity },
      })
    }
    await registration(it.guest)
    await limit(1)
    const waiting = [
      await registration(it.guest, { state: 'waitlisted' }),
      await registration(it.guest, { state: 'waitlisted' }),
    ]
    await limit(2)
    const rows = await db
      .select()
      .from(registrations)
      .where(eq(registrations.eventId, it.id))
      .orderBy(asc(registrations.arrival))
    expect(rows.slice(-2).map((row) => [row.id, row.state])).toEqual([
      [waiting[0]?.id, 'offered'],
      [waiting[1]?.id, 'waitlisted'],
    ])
  })

  it('go only when nobody ever chose them, and never the last', async () => {
    const { ctx, event: it } = await organized()
    const remove = (categoryId: string) => removeCategory(ctx, { eventId: it.id, categoryId })
    await expect(remove(it.guest.id)).rejects.toEqual(refusal('last-category'))
    const press = await addCategory(ctx, {
      eventId: it.id,
      details: { ...openCategory, name: { en: 'Press' } },
    })
    await registration(it.guest, { state: 'cancelled' })
    await expect(remove(it.guest.id)).rejects.toEqual(refusal('category-has-registrations'))
    await remove(press.id)
    expect(await listCategories(it.id)).toHaveLength(1)
    await expect(remove(press.id)).rejects.toEqual(refusal('category-missing'))
  })
})
