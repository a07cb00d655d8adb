import { asc, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { isStale } from '#app/shared/i18n/translated-text.ts'
import { event as events, invitation, outbox, registration as registrations } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { eventDetails, organizedEvent } from '#tests/factories/events.ts'
import { registration } from '#tests/factories/registrations.ts'
import { editEvent } from './edit-event.server.ts'
import { publishEvent } from './publish-event.server.ts'

const { db } = await testDatabase()

async function getStored(id: string) {
  const [row] = await db.select().from(events).where(eq(events.id, id))
  if (!row) throw new Error('No such event')
  return row
}

const mailsOf = (eventId: string) =>
  db.select().from(outbox).where(eq(outbox.eventId, eventId)).orderBy(asc(outbox.recipientEmail))

const hour = 60 * 60_000

describe('editing an event', () => {
  it('refuses to save over somebody, who is told what is stored', async () => {
    const { ctx, event: it } = await organizedEvent()
    const details = eventDetails({ startsAt: it.startsAt, endsAt: it.endsAt })
    const mine = { ...details, title: { vi: 'Của tôi', en: 'Mine' } }
    const theirs = { ...details, title: { vi: 'Của bạn', en: 'Theirs' } }
    const results = await Promise.allSettled(
      [mine, theirs].map((wish) => editEvent(ctx, { eventId: it.id, revision: 1, details: wish })),
    )
    const lost = results.find((result) => result.status === 'rejected')
    const stored = await getStored(it.id)
    expect(lost).toMatchObject({
      reason: { code: 'saved-by-other', stored: { title: stored.title, revision: 2 } },
    })
    expect(stored.revision).toBe(2)
  })

  it('makes a translation stale until somebody says that it is still right', async () => {
    const { ctx, event: it } = await organizedEvent()
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
    expect(isStale((await getStored(it.id)).title)).toBe(true)
    const confirmed = { ...details, title: { vi: 'Một hai', en: 'One', confirmed: true } }
    await editEvent(ctx, { eventId: it.id, revision: 3, details: confirmed })
    expect(isStale((await getStored(it.id)).title)).toBe(false)
  })

  it('keeps every seat that is taken', async () => {
    const { ctx, event: it } = await organizedEvent()
    await registration(it.guest)
    await registration(it.guest)
    const details = eventDetails({ startsAt: it.startsAt, endsAt: it.endsAt, capacity: 1 })
    await expect(editEvent(ctx, { eventId: it.id, revision: 1, details })).rejects.toMatchObject({
      code: 'event-capacity-below-seats',
      details: { field: 'capacity', seated: 2 },
    })
  })

  it('offers the seats that are new', async () => {
    const { ctx, event: it } = await organizedEvent({ capacity: 1 })
    await registration(it.guest)
    const next = await registration(it.guest, { state: 'waitlisted' })
    const details = eventDetails({ startsAt: it.startsAt, endsAt: it.endsAt, capacity: 2 })
    await editEvent(ctx, { eventId: it.id, revision: 1, details })
    const [row] = await db.select().from(registrations).where(eq(registrations.id, next.id))
    expect(row?.state).toBe('offered')
    expect((await getStored(it.id)).seated).toBe(2)
  })

  it('offers what stayed free while it seemed to have begun', async () => {
    const startsAt = new Date(Date.now() - hour)
    const { ctx, event: it } = await organizedEvent({ startsAt })
    const next = await registration(it.guest, { state: 'waitlisted' })
    const later = { startsAt: new Date(Date.now() + hour), endsAt: it.endsAt }
    const details = eventDetails({ ...later, registrationOpensAt: it.registrationOpensAt })
    await editEvent(ctx, { eventId: it.id, revision: 1, details })
    const [row] = await db.select().from(registrations).where(eq(registrations.id, next.id))
    expect(row?.state).toBe('offered')
  })

  it('ends offers by the new start when it moves earlier, and says so', async () => {
    const { ctx, event: it } = await organizedEvent({ capacity: 1 })
    const startsAt = new Date(Math.floor(Date.now() / 1000) * 1000 + hour)
    const held = await registration(it.guest, { state: 'offered' })
    const details = eventDetails({ startsAt, endsAt: it.endsAt, capacity: 1 })
    await editEvent(ctx, { eventId: it.id, revision: 1, details })
    const [row] = await db.select().from(registrations).where(eq(registrations.id, held.id))
    expect(row).toMatchObject({ state: 'offered', offerExpiresAt: startsAt })
    expect((await mailsOf(it.id)).at(-1)).toMatchObject({
      kind: 'offered',
      facts: { deadline: startsAt.toISOString() },
    })
  })

  it('sends offers of a hidden event again when it is shown, once, and only where the deadline moved', async () => {
    const { ctx, event: it } = await organizedEvent({ capacity: 2, publishedAt: null })
    await registration(it.guest, { state: 'offered' })
    const startsAt = new Date(Math.floor(Date.now() / 1000) * 1000 + hour)
    const details = eventDetails({ startsAt, endsAt: it.endsAt, capacity: 2 })
    await editEvent(ctx, { eventId: it.id, revision: 1, details })
    expect((await mailsOf(it.id)).filter(({ kind }) => kind === 'offered')).toEqual([])
    await publishEvent(ctx, { eventId: it.id })
    await publishEvent(ctx, { eventId: it.id, published: false })
    await publishEvent(ctx, { eventId: it.id })
    expect((await mailsOf(it.id)).filter(({ kind }) => kind === 'offered')).toMatchObject([
      { facts: { deadline: startsAt.toISOString() } },
    ])
  })

  it('tells everybody with a seat that it moved, once, with a higher sequence', async () => {
    const { ctx, event: it } = await organizedEvent()
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

  it('tells them too when it was put off after its day had passed', async () => {
    const past = { startsAt: new Date(Date.now() - 2 * hour), endsAt: new Date(Date.now() - hour) }
    const { ctx, event: it } = await organizedEvent(past)
    await registration(it.guest)
    expect((await editEvent(ctx, { eventId: it.id, revision: 1, details: eventDetails() })).told).toBe(1)
  })

  it('tells those who read another title, with a higher sequence, and leaves their answers', async () => {
    const { ctx, event: it } = await organizedEvent()
    const [english] = [await registration(it.guest, { locale: 'en' }), await registration(it.guest)]
    const answeredAt = new Date('2026-01-02T03:04:05Z')
    await db
      .update(invitation)
      .set({ answer: 'accepted', answeredAt })
      .where(eq(invitation.registrationId, english.id))
    const title = { vi: it.title.vi ?? '', en: 'Another title' }
    const details = eventDetails({ startsAt: it.startsAt, endsAt: it.endsAt, title })
    expect((await editEvent(ctx, { eventId: it.id, revision: 1, details })).told).toBe(1)
    expect(await mailsOf(it.id)).toMatchObject([
      { kind: 'changed', recipientEmail: english.email, facts: { previous: { title: it.title } } },
    ])
    const [sent] = await db.select().from(invitation).where(eq(invitation.registrationId, english.id))
    expect(sent).toMatchObject({ sequence: 1, answer: 'accepted', answeredAt })
  })

  it('tells nobody of a mark that keeps words on one line, in title or place', async () => {
    const { ctx, event: it } = await organizedEvent()
    await registration(it.guest)
    const words = (mark: string) =>
      eventDetails({
        startsAt: it.startsAt,
        endsAt: it.endsAt,
        title: { vi: `Điện${mark}ảnh`, en: `Moving${mark}pictures` },
        place: {
          name: { vi: `Nhà${mark}hát`, en: 'Theatre' },
          address: `20 Quincy${mark}Street`,
          city: { vi: `Nha${mark}Trang`, en: '' },
          country: 'VN',
        },
      })
    await editEvent(ctx, { eventId: it.id, revision: 1, details: words(' ') })
    const before = await mailsOf(it.id)
    const edited = await editEvent(ctx, { eventId: it.id, revision: 2, details: words('~') })
    expect(edited).toMatchObject({ told: 0, changed: expect.arrayContaining(['title', 'place.address']) })
    expect(await mailsOf(it.id)).toEqual(before)
  })

  it('of words alone, of a draft, or of what is over tells nobody', async () => {
    const { ctx, event: it } = await organizedEvent()
    await registration(it.guest)
    const same = { startsAt: it.startsAt, endsAt: it.endsAt }
    const words = eventDetails({ ...same, theme: { vi: 'Chủ đề khác', en: 'Other' } })
    expect((await editEvent(ctx, { eventId: it.id, revision: 1, details: words })).told).toBe(0)
    const draft = await organizedEvent({ publishedAt: null })
    await registration(draft.event.guest)
    const moved = eventDetails({ timeZone: 'Asia/Ho_Chi_Minh', ...same })
    expect((await editEvent(draft.ctx, { eventId: draft.event.id, revision: 1, details: moved })).told).toBe(
      0,
    )
    const over = await organizedEvent({
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
