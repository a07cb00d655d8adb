import { and, asc, eq } from 'drizzle-orm'
import { guestToken, listGuests } from '#app/features/quotas/domain/guest-invitations.server.ts'
import { inviteGuests } from '#app/features/quotas/domain/invite-guests.server.ts'
import { listQuotas } from '#app/features/quotas/domain/quotas.server.ts'
import { setQuota } from '#app/features/quotas/domain/set-quota.server.ts'
import { systemContext } from '#app/shared/context.ts'
import { guestCategory, guestInvitation, quota } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { signedIn } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { nextNumber } from '#tests/factories/numbers.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'

type Of = { eventId: string; organizationId: string; categoryId: string }

/** Places of the world's own host, and a guest who was asked and has not answered. */
export async function quotaWorld(of: Of, mark: string) {
  const ctx = systemContext('test')
  await setQuota(ctx, { ...of, reserved: 3, releasesAt: null })
  const [own] = await listQuotas(of.eventId)
  const guest = { name: mark, email: `asked-${nextNumber()}@example.org`, language: 'vi' as const }
  const quota = String(own?.id)
  const guests = [{ ...guest, organization: mark, position: '' }]
  await inviteGuests(ctx, { eventId: of.eventId, quotaId: quota, guests })
  const [asked] = await listGuests(ctx, of.eventId, quota)
  return { quota, guest: String(asked?.id) }
}

/** Somebody whom a host may ask. */
export const askable = (name: string) => ({
  name,
  email: `${name.toLowerCase()}@example.org`,
  organization: '',
  position: '',
  language: 'vi' as const,
})

/** An event with so many seats of which its host keeps some, and those it has asked by name. */
export async function hostedPlaces({ seats, reserved }: { seats: number; reserved: number }) {
  const body = await organization()
  const at = await event({ hosts: [body], capacity: seats })
  await database().update(guestCategory).set({ capacity: seats }).where(eq(guestCategory.id, at.guest.id))
  const account = await memberOf(body, 'admin', { locale: 'en' })
  const ctx = signedIn(account)
  const places = { eventId: at.id, organizationId: body.id, categoryId: at.guest.id }
  await setQuota(ctx, { ...places, reserved, releasesAt: null })
  const ofHost = and(eq(quota.eventId, at.id), eq(quota.organizationId, body.id))
  const figures = async () => {
    const [row] = await database().select().from(quota).where(ofHost)
    if (!row) throw new Error('The places are gone')
    return row
  }
  const { id: quotaId } = await figures()
  const guests = async () => {
    const rows = await database()
      .select()
      .from(guestInvitation)
      .where(eq(guestInvitation.quotaId, quotaId))
      .orderBy(asc(guestInvitation.name))
    return rows.map((row) => ({ ...row, token: guestToken(row.tokenSalt) }))
  }
  const guest = async (name: string) => {
    const found = (await guests()).find((one) => one.name === name)
    if (!found) throw new Error(`${name} was not asked`)
    return found
  }
  const invite = (...names: string[]) =>
    inviteGuests(ctx, { eventId: at.id, quotaId, guests: names.map(askable) })
  return { at, body, account, ctx, quotaId, figures, guests, guest, invite }
}
