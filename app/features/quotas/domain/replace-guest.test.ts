import { and, eq, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { performSeenAct } from '#app/features/acts/domain/perform-act.server.ts'
import { undoAct } from '#app/features/acts/domain/undo-act.server.ts'
import { registerAttendee } from '#app/features/registration/domain/lifecycle/register-attendee.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { act, activity, guestCategory, outbox, registration, suppression } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { askable, hostedPlaces } from '#tests/access/quota-world.ts'
import { testDatabase } from '#tests/database.ts'
import { system, visitor } from '#tests/factories/contexts.ts'
import { acceptGuestInvitation } from './accept-invitation.server.ts'
import { declineGuestInvitation } from './end-invitation.server.ts'
import { listGuests } from './guest-invitations.server.ts'
import { inviteGuests } from './invite-guests.server.ts'
import { listQuotas } from './quotas.server.ts'
import { releaseQuotas } from './release-quotas.server.ts'
import { replaceGuest } from './replace-guest.server.ts'
import { setQuota } from './set-quota.server.ts'

await testDatabase()

async function places(of = { seats: 2, reserved: 1 }) {
  const here = await hostedPlaces(of)
  const replace = async (name: string, by: string) => {
    const { id } = await here.guest(name)
    return replaceGuest(here.ctx, { eventId: here.at.id, quotaId: here.quotaId, id, by: askable(by) })
  }
  const states = async () => (await here.guests()).map(({ name, state }) => `${name} ${state}`)
  const counts = async () => {
    const { reserved, invited, accepted, declined } = await here.figures()
    return { reserved, invited, accepted, declined }
  }
  const told = async (name: string) => {
    const rows = await database()
      .select()
      .from(outbox)
      .where(eq(outbox.recipientEmail, askable(name).email))
      .orderBy(outbox.createdAt)
    // A mail to a host's guest is the host's, not the event's.
    return rows
      .filter(({ eventId, organizationId }) => eventId === here.at.id || organizationId === here.body.id)
      .map(({ kind, facts }) => (facts as { guest?: { what: string } }).guest?.what ?? kind)
  }
  return { ...here, replace, states, counts, told }
}

describe('another guest gets the place of one', () => {
  it('who has not answered: the invitation is withdrawn, and the place is asked for once', async () => {
    const { ctx, quotaId, invite, replace, states, counts, told, guests, at } = await places()
    await invite('Lan')
    await replace('Lan', 'An')
    await replace('Lan', 'An')
    expect(await states()).toEqual(['An open', 'Lan withdrawn'])
    expect(await counts()).toEqual({ reserved: 1, invited: 1, accepted: 0, declined: 0 })
    expect([await told('Lan'), await told('An')]).toEqual([['invited', 'withdrawn'], ['invited']])
    const [next, old] = await guests()
    expect(old?.replacedById).toBe(next?.id)
    expect((await listGuests(ctx, at.id, quotaId)).map(({ replacedBy }) => replacedBy)).toEqual([null, 'An'])
    await expect(replace('Lan', 'Chi')).rejects.toMatchObject({ code: 'guest-replaced' })
    await expect(replace('An', 'An')).rejects.toMatchObject({ code: 'guest-known' })
    const done = await database().select().from(activity).where(eq(activity.eventId, at.id))
    expect(done.filter(({ verb }) => verb === 'quota.replaced')).toHaveLength(1)
    expect(JSON.stringify(done.map(({ subjectName, details }) => [subjectName, details]))).not.toMatch(
      /An|Lan/,
    )
  })

  it('who has accepted: the seat is given up and kept, whoever waits', async () => {
    const { invite, replace, states, counts, told, guest, at } = await places({ seats: 1, reserved: 1 })
    await invite('Lan')
    await acceptGuestInvitation(visitor(), (await guest('Lan')).token)
    const wish = { ...askable('Waiting'), category: 'guest', code: '', consent: true } as const
    await registerAttendee(visitor(), at.slug, wish)
    await replace('Lan', 'An')
    expect(await states()).toEqual(['An open', 'Lan withdrawn'])
    expect(await counts()).toEqual({ reserved: 1, invited: 1, accepted: 0, declined: 0 })
    expect(await told('Lan')).toEqual(['invited', 'confirmed', 'cancelled'])
    await acceptGuestInvitation(visitor(), (await guest('An')).token)
    const rows = await database().select().from(registration).where(eq(registration.eventId, at.id))
    expect(rows.map(({ name, state }) => `${name} ${state}`).sort()).toEqual([
      'An confirmed',
      'Lan cancelled',
      'Waiting waitlisted',
    ])
  })

  it('who has declined, as long as the place is no other’s', async () => {
    const { invite, replace, states, guest, told } = await places()
    await invite('Lan')
    await declineGuestInvitation(visitor(), (await guest('Lan')).token)
    await invite('Chi')
    await expect(replace('Lan', 'An')).rejects.toMatchObject({ code: 'quota-full' })
    await declineGuestInvitation(visitor(), (await guest('Chi')).token)
    await replace('Lan', 'An')
    expect(await states()).toEqual(['An open', 'Chi declined', 'Lan declined'])
    expect(await told('Lan')).toEqual(['invited'])
  })

  it('unless that one is asked on another of the host’s places, or nothing is sent to them', async () => {
    const { ctx, at, body, invite, replace, states, told } = await places()
    await invite('Lan')
    const [press] = await database()
      .insert(guestCategory)
      .values({ eventId: at.id, code: 'press', name: { en: 'Press' }, position: 2 })
      .returning()
    const of = { eventId: at.id, organizationId: body.id, categoryId: press?.id ?? '' }
    await setQuota(ctx, { ...of, reserved: 1, releasesAt: null })
    const ofPress = (await listQuotas(at.id)).find(({ categoryCode }) => categoryCode === 'press')
    await inviteGuests(ctx, { eventId: at.id, quotaId: ofPress?.id ?? '', guests: [askable('Chi')] })
    await expect(replace('Lan', 'Chi')).rejects.toMatchObject({ code: 'guest-known' })
    const stopped = { email: askable('Dung').email, scope: 'all', cause: 'dead' } as const
    await database().insert(suppression).values(stopped)
    await expect(replace('Lan', 'Dung')).rejects.toMatchObject({ code: 'guest-unreachable' })
    expect([await states(), await told('Lan')]).toEqual([['Lan open'], ['invited']])
  })

  it('and it is taken back with everything', async () => {
    const { invite, ctx, replace, states, counts, guest, at } = await places()
    await invite('Lan')
    await acceptGuestInvitation(visitor(), (await guest('Lan')).token)
    const before = await counts()
    const of = { eventId: at.id, verb: 'quota.replaced', freesSeats: true }
    await performSeenAct(ctx, { act: of, work: () => replace('Lan', 'An') })
    const [done] = await database().select().from(act).where(eq(act.eventId, at.id))
    await undoAct(system(), done?.id ?? '')
    expect([await states(), await counts()]).toEqual([['Lan accepted'], before])
    const seated = and(eq(registration.eventId, at.id), eq(registration.state, 'confirmed'))
    expect(await database().$count(registration, seated)).toBe(1)
  })
})

it('guests are replaced, say yes, register and are asked at once: nothing is overdrawn', async () => {
  const { at, invite, replace, guests, figures } = await places({ seats: 30, reserved: 20 })
  const names = Array.from({ length: 20 }, (_, n) => `Guest${n}`)
  await invite(...names)
  const asked = await guests()
  for (const { token } of asked.slice(0, 8)) await acceptGuestInvitation(visitor(), token)
  const steps = [
    ...names.map((name) => replace(name, `First-${name}`)),
    ...names.map((name) => replace(name, `Second-${name}`)),
    ...asked.slice(8).map(({ token }) => acceptGuestInvitation(visitor(), token)),
    ...asked.slice(0, 4).map(({ token }) => declineGuestInvitation(visitor(), token)),
    ...Array.from({ length: 15 }, (_, n) =>
      registerAttendee(visitor(), at.slug, {
        ...askable(`Other${n}`),
        category: 'guest',
        code: '',
        consent: true,
      }),
    ),
    invite('More1', 'More2', 'More3'),
  ]
  for (const one of await Promise.allSettled(steps)) {
    if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(Refusal)
  }
  const { reserved, invited, accepted } = await figures()
  expect(invited + accepted).toBeLessThanOrEqual(reserved)
  const sums = async () => {
    const [row] = await database().execute(sql`
      select c.confirmed + c.offered + c.held as taken, c.held, e.held as kept,
        (select count(*)::int from guest_invitation g where g.event_id = e.id and g.state = 'open') as open,
        (select count(*)::int from guest_invitation g where g.event_id = e.id and g.state = 'accepted') as there,
        (select count(*)::int from guest_invitation g join registration r on r.id = g.registration_id
          where g.event_id = e.id and g.state = 'accepted' and r.state = 'confirmed') as seated
      from event e join guest_category c on c.event_id = e.id where e.id = ${at.id}`)
    return row
  }
  const now = await sums()
  expect(now).toMatchObject({ open: invited, there: accepted, seated: accepted, held: reserved - accepted })
  expect(now?.kept).toBe(now?.held)
  expect(Number(now?.taken)).toBeLessThanOrEqual(30)
  await releaseQuotas(system(at.startsAt))
  expect(await sums()).toMatchObject({ held: 0, kept: 0, open: 0 })
})
