import { and, eq, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { composeMail } from '#app/features/mail/domain/compose-mail.server.ts'
import { findMailBasis } from '#app/features/mail/domain/facts/mail-basis.server.ts'
import { claimDueMail } from '#app/features/mail/domain/sending/outbox-queue.server.ts'
import { saveHostWords } from '#app/features/organizations/domain/host-words.server.ts'
import { cancelOwnRegistration } from '#app/features/registration/domain/lifecycle/cancel-registration.server.ts'
import { registerAttendee } from '#app/features/registration/domain/lifecycle/register-attendee.server.ts'
import { personalToken } from '#app/features/registration/domain/links/personal-link.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { guestCategory, guestInvitation, invitation, outbox, quota, registration } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { testDatabase } from '#tests/database.ts'
import { signedIn, system, visitor } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { acceptGuestInvitation } from './accept-invitation.server.ts'
import { declineGuestInvitation, withdrawInvitation } from './end-invitation.server.ts'
import { getInvitationByToken, guestToken, listGuests } from './guest-invitations.server.ts'
import { inviteGuests } from './invite-guests.server.ts'
import { releaseQuotas } from './release-quotas.server.ts'
import { remindSilent } from './remind-silent.server.ts'
import { setQuota } from './set-quota.server.ts'

await testDatabase()

const hour = 3_600_000
const inHours = (hours: number) => new Date(Date.now() + hours * hour)
const person = (of: string, n: number) => ({
  name: `Khách ${of} ${n}`,
  email: `${of}${n}@example.org`,
  organization: '',
  position: '',
  language: 'vi' as const,
})
const people = (of: string, count: number) => Array.from({ length: count }, (_, n) => person(of, n))

async function table(capacity: number) {
  const bodies = [await organization(), await organization()]
  const of = await event({ hosts: bodies, capacity })
  await database().update(guestCategory).set({ capacity }).where(eq(guestCategory.id, of.guest.id))
  const [a, b] = bodies as [(typeof bodies)[0], (typeof bodies)[0]]
  const admin = signedIn(await memberOf(a, 'admin'))
  const [ctxA, ctxB] = [admin, signedIn(await memberOf(b, 'organizer'))]
  const keep = async (organizationId: string, reserved: number, releasesAt: Date | null = null) => {
    await setQuota(admin, { eventId: of.id, organizationId, categoryId: of.guest.id, reserved, releasesAt })
    const own = and(eq(quota.eventId, of.id), eq(quota.organizationId, organizationId))
    const [found] = await database().select().from(quota).where(own)
    return found?.id ?? ''
  }
  const invite = (ctx: typeof ctxA, quotaId: string, guests: ReturnType<typeof people>) =>
    inviteGuests(ctx, { eventId: of.id, quotaId, guests })
  const arrive = (n: number) =>
    registerAttendee(visitor(), of.slug, {
      ...person('khach', n),
      category: 'guest',
      code: '',
      consent: true,
    })
  const tokens = async (quotaId: string) => {
    const rows = await database().select().from(guestInvitation).where(eq(guestInvitation.quotaId, quotaId))
    return rows.map((row) => guestToken(row.tokenSalt))
  }
  const figures = async (id: string) => {
    const [row] = await database().select().from(quota).where(eq(quota.id, id))
    const { reserved, invited, accepted, declined, released } = row as typeof quota.$inferSelect
    return { reserved, invited, accepted, declined, released }
  }
  const states = async () => {
    const rows = await database().select().from(registration).where(eq(registration.eventId, of.id))
    return rows.map(({ state }) => state).sort()
  }
  const seats = async () => {
    const [row] = await database().select().from(guestCategory).where(eq(guestCategory.id, of.guest.id))
    return { confirmed: row?.confirmed, held: row?.held, offered: row?.offered }
  }
  return { of, a, b, ctxA, ctxB, keep, invite, arrive, tokens, figures, states, seats }
}

const mailsOf = (email: string) =>
  database().select().from(outbox).where(eq(outbox.recipientEmail, email)).orderBy(outbox.createdAt)

/** The next mail as it would leave. */
async function composed() {
  const [mail] = await claimDueMail(1)
  return mail && (await composeMail(mail, await findMailBasis([mail]))).message
}

describe('guests of a host', () => {
  it('get a seat by saying yes, with a mail that is no neighbour’s to read', async () => {
    const { of, a, ctxA, ctxB, keep, invite, tokens, figures, seats } = await table(3)
    const own = await keep(a.id, 2)
    expect(await invite(ctxA, own, people('a', 3))).toEqual(['invited', 'invited', 'full'])
    expect(await invite(ctxA, own, people('a', 1))).toEqual(['known'])
    expect(await mailsOf('a0@example.org')).toMatchObject([
      { kind: 'guest-invited', eventId: null, organizationId: a.id },
    ])
    await expect(listGuests(ctxB, of.id, own)).rejects.toMatchObject({ code: 'quota-missing' })
    await expect(invite(ctxB, own, people('b', 1))).rejects.toMatchObject({ code: 'quota-missing' })
    const [first = '', second = ''] = await tokens(own)
    const path = await acceptGuestInvitation(visitor(), first)
    expect(await acceptGuestInvitation(visitor(), first)).toBe(path)
    await declineGuestInvitation(visitor(), second)
    await declineGuestInvitation(visitor(), second)
    expect(await figures(own)).toEqual({ reserved: 2, invited: 0, accepted: 1, declined: 1, released: 0 })
    expect(await seats()).toEqual({ confirmed: 1, held: 1, offered: 0 })
    await expect(acceptGuestInvitation(visitor(), second)).rejects.toMatchObject({ code: 'guest-answered' })
    // The seat takes the place of the hold in their calendar.
    const [guest] = (await listGuests(ctxA, of.id, own)).filter(({ state }) => state === 'accepted')
    const [entry] = await database()
      .select()
      .from(invitation)
      .where(eq(invitation.uid, guest?.id ?? ''))
    expect(entry).toMatchObject({ sequence: 1, cancelledAt: null })
  })

  it('read of the event as their host calls it, before and after they say yes', async () => {
    const { of, a, ctxA, keep, invite, tokens } = await table(3)
    const words = {
      title: { vi: 'Phim và lòng nhân', en: 'Film and humanity' },
      greeting: { vi: 'Kính mời!', en: '' },
    }
    await saveHostWords(ctxA, { eventId: of.id, slug: a.slug, seen: { title: {}, greeting: {} }, words })
    const own = await keep(a.id, 1)
    await database().delete(outbox)
    await invite(ctxA, own, people('a', 1))
    const asked = await composed()
    expect(asked?.subject).toContain('Phim và lòng nhân')
    expect(asked?.text).toContain('Kính mời!')
    const [token = ''] = await tokens(own)
    expect(await getInvitationByToken(token)).toMatchObject({ title: { vi: 'Phim và lòng nhân' } })
    await database().delete(outbox)
    await acceptGuestInvitation(visitor(), token)
    expect((await composed())?.subject).toContain('Phim và lòng nhân')
  })

  it('who cancel leave their place to the host until it goes back, then to all', async () => {
    const { of, a, ctxA, keep, invite, arrive, tokens, figures, states, seats } = await table(2)
    const own = await keep(a.id, 1, inHours(2))
    await invite(ctxA, own, people('a', 1))
    await arrive(1)
    await arrive(2)
    const [token = ''] = await tokens(own)
    await acceptGuestInvitation(visitor(), token)
    const leave = async (email: string) => {
      const [row] = await database()
        .select()
        .from(registration)
        .where(and(eq(registration.eventId, of.id), eq(registration.emailKey, email)))
      await cancelOwnRegistration(visitor(), personalToken(row?.tokenSalt ?? ''))
    }
    await leave('a0@example.org')
    expect(await figures(own)).toEqual({ reserved: 1, invited: 0, accepted: 0, declined: 1, released: 0 })
    expect([await states(), await seats()]).toEqual([
      ['cancelled', 'confirmed', 'waitlisted'],
      { confirmed: 1, held: 1, offered: 0 },
    ])
    await invite(ctxA, own, people('a', 1))
    expect(await releaseQuotas(system(inHours(1)))).toBe(0)
    expect(await releaseQuotas(system(inHours(3)))).toBe(1)
    expect(await figures(own)).toEqual({ reserved: 1, invited: 0, accepted: 0, declined: 1, released: 1 })
    expect([await states(), await seats()]).toEqual([
      ['cancelled', 'confirmed', 'offered'],
      { confirmed: 1, held: 0, offered: 1 },
    ])
    const [, late = ''] = await tokens(own)
    await expect(acceptGuestInvitation(visitor(), late)).rejects.toMatchObject({ code: 'guest-answered' })
    await expect(invite(ctxA, own, people('x', 1))).rejects.toMatchObject({ code: 'quota-released' })
  })

  it('who were registered come on the host’s place, and their own goes to the next', async () => {
    const { a, ctxA, keep, invite, arrive, tokens, states, seats } = await table(2)
    const own = await keep(a.id, 1)
    await invite(ctxA, own, [person('khach', 1)])
    await arrive(1)
    await arrive(2)
    const [token = ''] = await tokens(own)
    await acceptGuestInvitation(visitor(), token)
    expect(await states()).toEqual(['confirmed', 'offered'])
    expect(await seats()).toEqual({ confirmed: 1, held: 0, offered: 1 })
  })

  it('are reminded while silent, and another takes a withdrawn place', async () => {
    const { of, a, ctxA, keep, invite, figures } = await table(2)
    const own = await keep(a.id, 1)
    await invite(ctxA, own, people('silent', 1))
    expect(await remindSilent(ctxA, { eventId: of.id, quotaId: own })).toBe(0)
    const later = { ...ctxA, now: inHours(25) }
    expect(await remindSilent(later, { eventId: of.id, quotaId: own })).toBe(1)
    expect(await remindSilent(later, { eventId: of.id, quotaId: own })).toBe(0)
    const [guest] = await listGuests(ctxA, of.id, own)
    await withdrawInvitation(ctxA, { eventId: of.id, quotaId: own, id: guest?.id ?? '' })
    expect(await invite(ctxA, own, people('b', 1))).toEqual(['invited'])
    expect(await figures(own)).toMatchObject({ invited: 1, declined: 0 })
    const told = (await mailsOf('silent0@example.org')).map(({ facts }) => (facts as { guest: object }).guest)
    expect(told).toMatchObject([{ what: 'invited' }, { what: 'reminded' }, { what: 'withdrawn' }])
  })
})

it('two hosts invite forty guests each for sixty seats while others register: nothing is overdrawn', async () => {
  const { of, a, b, ctxA, ctxB, keep, invite, arrive, tokens } = await table(60)
  const [mine, theirs] = [await keep(a.id, 35), await keep(b.id, 20)]
  const invited = await Promise.all([
    invite(ctxA, mine, people('a', 40)),
    invite(ctxB, theirs, people('b', 40)),
    invite(ctxA, mine, people('c', 40)),
  ])
  expect(invited.flat().filter((one) => one === 'invited')).toHaveLength(55)
  const all = [...(await tokens(mine)), ...(await tokens(theirs))]
  const answers = all.flatMap((token, n) =>
    n % 4 === 3
      ? [declineGuestInvitation(visitor(), token), acceptGuestInvitation(visitor(), token)]
      : [acceptGuestInvitation(visitor(), token), acceptGuestInvitation(visitor(), token)],
  )
  const arrivals = Array.from({ length: 20 }, (_, n) => arrive(n))
  const more = [invite(ctxA, mine, people('d', 10)), releaseQuotas(system(of.startsAt))]
  for (const one of await Promise.allSettled([...answers, ...arrivals, ...more])) {
    if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(Refusal)
  }
  const [sums] = await database().execute(sql`
    select c.confirmed + c.offered as taken, c.held, e.seated, e.held as kept,
      (select count(*)::int from registration r where r.event_id = e.id and r.state in ('confirmed', 'offered')) as there,
      (select count(*)::int from guest_invitation g where g.event_id = e.id and g.state = 'accepted') as guests,
      (select sum(accepted)::int from quota q where q.event_id = e.id) as accepted,
      (select bool_and(reserved = accepted + released and invited = 0) from quota q where q.event_id = e.id) as settled
    from event e join guest_category c on c.event_id = e.id where e.id = ${of.id}`)
  expect(sums).toMatchObject({ held: 0, kept: 0, settled: true })
  expect(sums?.taken).toBe(sums?.there)
  expect(sums?.seated).toBe(sums?.there)
  expect(sums?.guests).toBe(sums?.accepted)
  expect(Number(sums?.there)).toBeLessThanOrEqual(60)
})
