import type { LoaderFunctionArgs } from '@remix-run/node'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { addSession } from '#app/features/agenda/domain/add-session.server.ts'
import { listDraftSessions } from '#app/features/agenda/domain/draft/draft.server.ts'
import {
  action as categoryAction,
  loader as categoryLoader,
} from '#app/features/events/organize/categories/category.tsx'
import { action as cancelEventAction } from '#app/features/events/organize/settings/cancellation.tsx'
import { action as publicationAction } from '#app/features/events/organize/settings/publication.tsx'
import {
  action as settingsAction,
  loader as settingsLoader,
} from '#app/features/events/organize/settings/settings.tsx'
import { claimDueMail } from '#app/features/mail/domain/sending/outbox-queue.server.ts'
import { action as removeMemberAction } from '#app/features/organizations/organize/member-removal.ts'
import { action as cancelGuestAction } from '#app/features/registration/organize/steps/registration-cancellation.ts'
import type { Context } from '#app/shared/context.ts'
import type { FormValues } from '#app/shared/forms/form-values.ts'
import { flatten } from '#app/shared/forms/merge.ts'
import {
  act,
  event as events,
  guestCategory,
  invitation,
  member,
  outbox,
  registration as registrations,
} from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { signedIn, system } from '#tests/factories/contexts.ts'
import { category, event, organizedEvent } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { registration } from '#tests/factories/registrations.ts'
import { getPage, postForm, signInCookieOf } from '#tests/factories/requests.ts'
import { finishActs } from '../domain/finish-acts.server.ts'
import { undoAct } from '../domain/undo-act.server.ts'

const { db } = await testDatabase()

type Route = (args: { request: Request; params: Record<string, string>; context: object }) => Promise<unknown>
type Loader = (args: LoaderFunctionArgs) => Promise<{ data: unknown }>
type Preview = { print: string; mails: number; people: { key: string; email: string }[] }
type Shown = { init?: { status: number } | null; data: { preview: Preview; seen?: unknown; errors: object } }

const accountOf = (ctx: Context) => (ctx.actor.kind === 'account' ? ctx.actor.accountId : '')
const later = (ms: number) => system(new Date(Date.now() + ms))
const mailsOf = (eventId: string) => db.select().from(outbox).where(eq(outbox.eventId, eventId))

/** A desk of one event with so many confirmed guests, each with a calendar entry. */
async function desk(guests: number, values: Parameters<typeof organizedEvent>[0] = {}) {
  const made = await organizedEvent(values)
  const cookie = await signInCookieOf({ id: accountOf(made.ctx) })
  const seated = []
  for (let n = 0; n < guests; n++) seated.push(await registration(made.event.guest, { state: 'confirmed' }))
  const call = (route: Route, fields: Record<string, string>, more: Record<string, string> = {}) => {
    const params = { event: made.event.slug, ...more }
    return route({ request: postForm('/organize', fields, cookie), params, context: {} })
  }
  const rows = () => rowsOf(made.event.id)
  const undo = async () => {
    const [last] = await db.select().from(act).where(eq(act.eventId, made.event.id))
    return undoAct(made.ctx, last?.id ?? '')
  }
  const page = async (load: Loader, more: Record<string, string> = {}) => {
    const params = { event: made.event.slug, ...more }
    const shown = await load({ request: getPage('/organize', cookie), params, context: {} })
    return shown.data as { values: FormValues; base: string }
  }
  return { ...made, seated, call, rows, undo, page }
}

/** Everything an act may touch, to see that it is as before. */
async function rowsOf(eventId: string) {
  const people = await db.select().from(registrations).where(eq(registrations.eventId, eventId))
  const sent = await db
    .select({ row: invitation })
    .from(invitation)
    .innerJoin(registrations, eq(registrations.id, invitation.registrationId))
    .where(eq(registrations.eventId, eventId))
  const byId = <One extends { id: string }>(rows: One[]) => rows.sort((a, b) => (a.id < b.id ? -1 : 1))
  return {
    event: await db.query.event.findFirst({ where: eq(events.id, eventId) }),
    categories: byId(await db.select().from(guestCategory).where(eq(guestCategory.eventId, eventId))),
    people: byId(people),
    sent: byId(sent.map(({ row }) => row)),
  }
}

async function settingsOf(made: Awaited<ReturnType<typeof desk>>) {
  const shown = await made.page(settingsLoader)
  return { ...flatten(shown.values), base: shown.base }
}

describe('settings that mail many', () => {
  it('are shown first, hold somebody back with a reason, wait for a minute, and are undone whole', async () => {
    const made = await desk(3)
    const before = await made.rows()
    const form = { ...(await settingsOf(made)), 'place.address': '7 Harvard Yard' }
    const shown = (await made.call(settingsAction as Route, form)) as Shown
    expect(shown.data.preview).toMatchObject({ mails: 3 })
    expect(shown.data.preview.people.map(({ email }) => email).sort()).toEqual(
      made.seated.map(({ email }) => email).sort(),
    )
    expect(await mailsOf(made.event.id)).toEqual([])
    expect(await made.rows()).toEqual(before)

    const [first] = shown.data.preview.people
    const hold = { [`hold.${first?.key}`]: 'on' }
    const answered = { ...form, ...hold, previewed: shown.data.preview.print }
    const unreasoned = (await made.call(settingsAction as Route, answered)) as Shown
    expect(unreasoned).toMatchObject({ init: { status: 400 } })
    expect(await mailsOf(made.event.id)).toEqual([])

    const reasoned = { ...answered, [`why.${first?.key}`]: 'knows already' }
    expect(await made.call(settingsAction as Route, reasoned)).toMatchObject({ status: 303 })
    const held = await mailsOf(made.event.id)
    expect(held.map((mail) => mail.recipientEmail)).not.toContain(first?.email)
    expect(held).toHaveLength(2)
    const [done] = await db.select().from(act).where(eq(act.eventId, made.event.id))
    expect(done).toMatchObject({ mails: 2, heldBack: [{ email: first?.email, reason: 'knows already' }] })
    const due = await claimDueMail(50)
    expect(due.filter((mail) => mail.eventId === made.event.id)).toEqual([])

    await made.undo()
    expect(await mailsOf(made.event.id)).toEqual([])
    expect(await made.rows()).toEqual(before)
  })

  it('that mail nobody are saved at once', async () => {
    const made = await desk(2)
    const form = { ...(await settingsOf(made)), 'theme.en': 'Light' }
    expect(await made.call(settingsAction as Route, form)).toMatchObject({ status: 303 })
  })

  it('move the agenda and the deadlines along when the event moves, and say what lies outside', async () => {
    const made = await desk(0, {
      startsAt: new Date('2027-03-11T23:00Z'),
      endsAt: new Date('2027-03-12T01:00Z'),
    })
    const slot = { startsAt: new Date('2027-03-11T23:30Z'), endsAt: new Date('2027-03-12T00:30Z') }
    await addSession(system(), { eventId: made.event.id, kind: 'talk', title: { vi: 'Phiên' }, ...slot })
    const values = await settingsOf(made)
    // A week later, in summer time.
    const form = { ...values, startsAt: '2027-03-18T18:00', endsAt: '2027-03-18T20:00' }
    const shown = (await made.call(settingsAction as Route, form)) as Shown
    expect(shown.data.seen).toMatchObject({ isMove: true, goesAlong: true, sessions: 1, outside: [] })
    const stays = (await made.call(settingsAction as Route, {
      ...form,
      previewed: shown.data.preview.print,
    })) as Shown
    expect(stays.data.seen).toMatchObject({
      goesAlong: false,
      outside: [{ startsAt: slot.startsAt.toISOString() }],
    })
    const answer = { ...form, moveAlong: 'on', previewed: shown.data.preview.print }
    expect(await made.call(settingsAction as Route, answer)).toMatchObject({ status: 303 })
    expect(await listDraftSessions(made.event.id)).toMatchObject([
      { startsAt: '2027-03-18T22:30:00.000Z', endsAt: '2027-03-18T23:30:00.000Z' },
    ])
    await made.undo()
    expect(await listDraftSessions(made.event.id)).toMatchObject([{ startsAt: slot.startsAt.toISOString() }])
  })
})

describe('what else mails many', () => {
  it('cancelling an event is shown first and can be undone with every seat', async () => {
    const made = await desk(2)
    const before = await made.rows()
    const fields = { sure: 'on', reason: 'storm' }
    const shown = (await made.call(cancelEventAction as Route, fields)) as Shown
    expect(shown.data.preview.mails).toBe(2)
    expect(await made.rows()).toEqual(before)
    const answer = { ...fields, previewed: shown.data.preview.print }
    expect(await made.call(cancelEventAction as Route, answer)).toMatchObject({ status: 303 })
    expect((await made.rows()).event?.cancelledAt).not.toBeNull()
    await made.undo()
    expect(await made.rows()).toEqual(before)
    expect(await mailsOf(made.event.id)).toEqual([])
  })

  it('a larger category shows to whom it offers seats', async () => {
    const made = await desk(0, { capacity: null })
    const small = await category(made.event, { capacity: 1 })
    await registration(small, { state: 'confirmed' })
    for (let n = 0; n < 2; n++) await registration(small, { state: 'waitlisted' })
    const params = { category: small.id }
    const shownPage = await made.page(categoryLoader, params)
    const form = {
      ...flatten(shownPage.values),
      base: shownPage.base,
      capacity: '3',
    }
    const shown = (await made.call(categoryAction as Route, form, params)) as Shown
    expect(shown.data.preview).toMatchObject({ mails: 2 })
    expect(await mailsOf(made.event.id)).toEqual([])
    const answer = { ...form, previewed: shown.data.preview.print }
    expect(await made.call(categoryAction as Route, answer, params)).toMatchObject({ status: 303 })
    expect(await mailsOf(made.event.id)).toHaveLength(2)
  })

  it('shows again when other mails would go than were seen', async () => {
    const made = await desk(2)
    const form = { ...(await settingsOf(made)), 'place.address': '7 Harvard Yard' }
    const shown = (await made.call(settingsAction as Route, form)) as Shown
    await registration(made.event.guest, { state: 'confirmed' })
    const again = (await made.call(settingsAction as Route, {
      ...form,
      previewed: shown.data.preview.print,
    })) as Shown
    expect(again.data.preview).toMatchObject({ mails: 3 })
    expect(await mailsOf(made.event.id)).toEqual([])
  })
})

describe('one click that can be undone', () => {
  it('a cancelled guest: no mail leaves and the seat is offered to nobody for a minute', async () => {
    const made = await desk(0, { capacity: 1 })
    const guest = await registration(made.event.guest, { state: 'confirmed' })
    await registration(made.event.guest, { state: 'waitlisted' })
    const before = await made.rows()
    const params = { registration: guest.id }
    expect(await made.call(cancelGuestAction as Route, {}, params)).toMatchObject({ status: 303 })
    expect((await mailsOf(made.event.id)).map(({ kind }) => kind)).toEqual(['cancelled'])
    await finishActs(system())
    expect((await mailsOf(made.event.id)).map(({ kind }) => kind)).toEqual(['cancelled'])
    await made.undo()
    expect(await made.rows()).toEqual(before)
    expect(await mailsOf(made.event.id)).toEqual([])
  })

  it('when the minute is over the seat is offered on, and nothing can be undone', async () => {
    const made = await desk(0, { capacity: 1 })
    const guest = await registration(made.event.guest, { state: 'confirmed' })
    await registration(made.event.guest, { state: 'waitlisted' })
    await made.call(cancelGuestAction as Route, {}, { registration: guest.id })
    await finishActs(later(61_000))
    expect((await mailsOf(made.event.id)).map(({ kind }) => kind).sort()).toEqual(['cancelled', 'offered'])
    await expect(made.undo()).rejects.toMatchObject({ code: 'act-over' })
  })

  it('does not take back what somebody changed since', async () => {
    const made = await desk(0)
    const form = { ...(await settingsOf(made)), 'theme.en': 'Light' }
    await made.call(settingsAction as Route, form)
    await db
      .update(events)
      .set({ theme: { en: 'Shadow' } })
      .where(eq(events.id, made.event.id))
    await expect(made.undo()).rejects.toMatchObject({ code: 'act-overtaken' })
  })

  it('taking the page offline', async () => {
    const made = await desk(0)
    const before = await made.rows()
    expect(await made.call(publicationAction as Route, { published: '' })).toMatchObject({ status: 303 })
    expect((await made.rows()).event?.publishedAt).toBeNull()
    await made.undo()
    expect((await made.rows()).event).toEqual(before.event)
  })

  it('removing a member, by an admin and by nobody else', async () => {
    const body = await organization()
    const admin = await memberOf(body, 'admin')
    const gone = await memberOf(body, 'door')
    const cookie = await signInCookieOf(admin)
    const params = { organization: body.slug, account: gone.id }
    const request = postForm('/organize', {}, cookie)
    expect(await removeMemberAction({ request, params, context: {} })).toMatchObject({ status: 303 })
    const there = () => db.select().from(member).where(eq(member.accountId, gone.id))
    expect(await there()).toEqual([])
    const [done] = await db.select().from(act).where(eq(act.organizationId, body.id))
    const stranger = signedIn(await memberOf(await organization(), 'admin'))
    await expect(undoAct(stranger, done?.id ?? '')).rejects.toMatchObject({ code: 'organization-missing' })
    await undoAct(signedIn(admin), done?.id ?? '')
    expect(await there()).toMatchObject([{ role: 'door', organizationId: body.id }])
  })

  it('a stranger cannot undo what was done to an event', async () => {
    const made = await desk(0)
    await made.call(publicationAction as Route, { published: '' })
    const [done] = await db.select().from(act).where(eq(act.eventId, made.event.id))
    const stranger = signedIn(await memberOf(await organization(), 'admin'))
    await expect(undoAct(stranger, done?.id ?? '')).rejects.toMatchObject({ code: 'event-missing' })
    expect(await event()).toBeDefined()
  })
})
