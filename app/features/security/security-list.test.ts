import { eq, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { acceptGuestInvitation } from '#app/features/quotas/domain/accept-invitation.server.ts'
import { guestToken } from '#app/features/quotas/domain/guest-invitations.server.ts'
import { inviteGuests } from '#app/features/quotas/domain/invite-guests.server.ts'
import { listQuotas } from '#app/features/quotas/domain/quotas.server.ts'
import { setQuota } from '#app/features/quotas/domain/set-quota.server.ts'
import { erasePastRegistrations } from '#app/features/registration/domain/lifecycle/erase-past-registrations.server.ts'
import { personalToken } from '#app/features/registration/domain/links/personal-link.server.ts'
import { activity, event as events, guestInvitation, securityEntry } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { signedIn, system, visitor } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { registration } from '#tests/factories/registrations.ts'
import { purgeSecurityLists } from './domain/purge-security-lists.server.ts'
import { correctDetails, giveOwnDetails } from './domain/security-details.server.ts'
import { purgeHour, type SecurityRules } from './domain/security-list.ts'
import { countSecurityGuests, openSecurityList } from './domain/security-rows.server.ts'
import { setSecurityList } from './domain/set-security-list.server.ts'

const { db } = await testDatabase()

const hour = 3_600_000
const none: SecurityRules = { asks: null, purgesAt: null }
const asked: SecurityRules = { asks: ['affiliation', 'arrival'], purgesAt: null }

async function house(values: Parameters<typeof event>[0] = {}) {
  const [a, b] = [await organization(), await organization()]
  const at = await event({ ...values, hosts: [a, b] })
  const admin = signedIn(await memberOf(a, 'admin'))
  const neighbour = signedIn(await memberOf(b, 'organizer'))
  const set = (seen: SecurityRules, rules: SecurityRules, ctx = admin) =>
    setSecurityList(ctx, { eventId: at.id, seen, rules })
  const guest = await registration(at.guest, { name: 'Emily C.', affiliation: 'Harvard' })
  const token = personalToken(guest.tokenSalt)
  const give = (documentName: string, arrival = '') =>
    giveOwnDetails(visitor(), token, { documentName, given: { arrival, document: 'B123' } })
  const now = async () => {
    const [row] = await db.select().from(events).where(eq(events.id, at.id))
    return row as typeof events.$inferSelect
  }
  const open = async (ctx = admin) => openSecurityList(ctx, await now(), 'page')
  const entries = () => db.select().from(securityEntry).where(eq(securityEntry.registrationId, guest.id))
  const done = async () =>
    (await db.select().from(activity).where(eq(activity.eventId, at.id))).map(({ verb }) => verb)
  return { a, b, at, admin, neighbour, set, guest, token, give, now, open, entries, done }
}

describe('the list for the venue’s security', () => {
  it('says what guests gave, of what is asked alone, and who opened it', async () => {
    const { set, give, open, entries, done } = await house()
    await expect(give('Emily Carter')).rejects.toMatchObject({ code: 'security-not-asked' })
    expect(await set(none, asked)).toBe(true)
    expect(await set(asked, asked)).toBe(false)
    expect((await open())[0]).toMatchObject({ documentName: 'Emily C.', given: null, isGiven: false })
    expect(await give('Emily Carter', '8:30')).toBe(true)
    expect(await give('Emily Carter', '8:30')).toBe(false)
    expect(await entries()).toMatchObject([{ documentName: 'Emily Carter', given: { arrival: '8:30' } }])
    expect((await open())[0]).toMatchObject({ documentName: 'Emily Carter', isGiven: true })
    expect(await done()).toEqual(['security.set', 'security.opened', 'security.given', 'security.opened'])
  })

  it('is corrected by an organizer, but not over what the guest says meanwhile', async () => {
    const { at, admin, set, guest, give, entries } = await house()
    await set(none, asked)
    const of = { eventId: at.id, registrationId: guest.id }
    const seen = { documentName: 'Emily C.', given: { affiliation: 'Harvard' } }
    const details = { documentName: 'CARTER EMILY', given: { affiliation: 'Harvard' } }
    await give('Emily Carter')
    await expect(correctDetails(admin, of, { seen, details })).rejects.toMatchObject({
      stored: { documentName: 'Emily Carter' },
    })
    const now = { documentName: 'Emily Carter', given: {} }
    expect(await correctDetails(admin, of, { seen: now, details })).toBe(true)
    expect(await entries()).toMatchObject([details])
  })

  it('is set by whoever decides about the hosts; another host sees its own guests in it', async () => {
    const { at, b, admin, neighbour, set, guest, open } = await house()
    await expect(set(none, asked, neighbour)).rejects.toMatchObject({ code: 'right-missing' })
    await set(none, asked)
    expect(await open(neighbour)).toEqual([])
    const places = { eventId: at.id, organizationId: b.id, categoryId: at.guest.id }
    await setQuota(admin, { ...places, reserved: 1, releasesAt: null })
    const [own] = await listQuotas(at.id)
    const quotaId = own?.id ?? ''
    const asks = { name: 'Lê Lan', email: 'lan@example.org', organization: 'VFDA', position: '' }
    await inviteGuests(neighbour, { eventId: at.id, quotaId, guests: [{ ...asks, language: 'vi' }] })
    const [invited] = await db.select().from(guestInvitation).where(eq(guestInvitation.quotaId, quotaId))
    await acceptGuestInvitation(visitor(), guestToken(invited?.tokenSalt ?? ''))
    expect((await open(neighbour)).map(({ name }) => name)).toEqual(['Lê Lan'])
    expect((await open()).map(({ name }) => name)).toEqual(['Emily C.', 'Lê Lan'])
    const mine = { eventId: at.id, registrationId: (await open(neighbour))[0]?.id ?? '' }
    const lan = { documentName: 'Lê Lan', given: { affiliation: 'VFDA' } }
    expect(await correctDetails(neighbour, mine, { seen: lan, details: lan })).toBe(false)
    const onDocument = { ...lan, documentName: 'LE THI LAN' }
    expect(await correctDetails(neighbour, mine, { seen: lan, details: onDocument })).toBe(true)
    expect(await countSecurityGuests(neighbour, at.id)).toMatchObject({ guests: 1, isOwnOnly: true })
    const of = { eventId: at.id, registrationId: guest.id }
    const details = { documentName: 'x', given: {} }
    await expect(correctDetails(neighbour, of, { seen: details, details })).rejects.toMatchObject({
      code: 'right-missing',
    })
  })
})

describe('what guests gave', () => {
  it('is deleted at its hour by itself, and never before', async () => {
    const { at, set, give, now, open, entries, done } = await house()
    const purgesAt = new Date(at.endsAt.getTime() + 2 * hour)
    await set(none, { ...asked, purgesAt })
    await give('Emily Carter')
    expect(await purgeSecurityLists(system(new Date(purgesAt.getTime() - 1)))).toBe(0)
    expect(await entries()).toHaveLength(1)
    await expect(open(system(purgesAt))).rejects.toMatchObject({ code: 'security-list-gone' })
    expect(await purgeSecurityLists(system(purgesAt))).toBe(1)
    expect(await purgeSecurityLists(system(purgesAt))).toBe(0)
    expect(await entries()).toEqual([])
    expect((await now()).securityPurgedAt).toEqual(purgesAt)
    expect(await done()).toContain('security.purged')
    await expect(open()).rejects.toMatchObject({ code: 'security-list-gone' })
    await expect(give('Emily Carter')).rejects.toMatchObject({ code: 'security-not-asked' })
  })

  it('goes with the list, with a field that is asked no longer, with a seat and with a person', async () => {
    const { at, set, give, entries, guest, admin } = await house()
    const less: SecurityRules = { asks: ['affiliation'], purgesAt: null }
    await set(none, asked)
    await give('Emily Carter', '8:30')
    await set(asked, less)
    expect(await entries()).toMatchObject([{ given: {} }])
    await set(less, none)
    expect(await entries()).toEqual([])
    await set(none, asked)
    await give('Emily Carter')
    const { cancelRegistration } = await import(
      '#app/features/registration/domain/lifecycle/cancel-registration.server.ts'
    )
    await cancelRegistration(admin, at.id, guest.id)
    await purgeSecurityLists(system())
    expect(await entries()).toHaveLength(1)
    await purgeSecurityLists(system(new Date(Date.now() + 2 * hour)))
    expect(await entries()).toEqual([])
  })

  it('is asked anew when the rules are saved again, if the event takes place after all', async () => {
    const { at, set, give, entries } = await house()
    await set(none, asked)
    const cancelledAt = new Date(Date.now() - 2 * hour)
    await db.update(events).set({ cancelledAt }).where(eq(events.id, at.id))
    expect(await purgeSecurityLists(system())).toBe(1)
    expect(await set(asked, asked)).toBe(false)
    await db.update(events).set({ cancelledAt: null }).where(eq(events.id, at.id))
    await expect(give('Emily Carter')).rejects.toMatchObject({ code: 'security-not-asked' })
    expect(await set(asked, asked)).toBe(true)
    await give('Emily Carter')
    expect(await entries()).toHaveLength(1)
  })

  it('is deleted although the list of another event cannot be', async () => {
    const [stuck, other] = [await house(), await house()]
    for (const { set, give } of [stuck, other]) {
      await set(none, asked)
      await give('Emily Carter')
    }
    await db.execute(sql`
      create function keep_list() returns trigger language plpgsql as $$ begin raise 'kept'; end $$`)
    const id = sql.raw(`'${stuck.at.id}'`)
    await db.execute(sql`
      create trigger keep_list before update of security_purged_at on event for each row
      when (new.id = ${id}) execute function keep_list()`)
    const later = system(new Date(Math.max(+stuck.at.endsAt, +other.at.endsAt) + 25 * hour))
    await expect(purgeSecurityLists(later)).rejects.toThrow('1 lists for security stayed')
    expect([await stuck.entries(), await other.entries()]).toMatchObject([[{}], []])
    await db.execute(sql`drop trigger keep_list on event`)
    expect(await purgeSecurityLists(later)).toBe(1)
  })

  it('goes with whoever is erased', async () => {
    const { at, set, give, entries } = await house()
    await set(none, asked)
    await give('Emily Carter')
    const past = new Date(Date.now() - hour)
    const ended = { startsAt: new Date(past.getTime() - hour), endsAt: past, retainUntil: past }
    await db.update(events).set(ended).where(eq(events.id, at.id))
    expect(await erasePastRegistrations(system())).toBe(1)
    expect(await entries()).toEqual([])
  })
})

const day = (text: string) => new Date(`2026-12-${text}Z`)
const timed = {
  startsAt: day('10T08:00'),
  endsAt: day('10T18:00'),
  cancelledAt: null,
  securityAsks: [],
  securityPurgesAt: null,
  securityPurgedAt: null,
}

it.each([
  ['a day after the event, when nobody said otherwise', {}, '11T18:00'],
  ['at the hour that was set', { securityPurgesAt: day('12T09:00') }, '12T09:00'],
  ['not before the event, when that was moved later', { securityPurgesAt: day('08T09:00') }, '10T08:00'],
  ['an hour after the event was cancelled', { cancelledAt: day('05T10:00') }, '05T11:00'],
])('a list is deleted %s', (_, of, hourOf) => {
  expect(purgeHour({ ...timed, ...of })).toEqual(day(hourOf))
})
