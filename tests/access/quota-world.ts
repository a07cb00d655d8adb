import { listGuests } from '#app/features/quotas/domain/guest-invitations.server.ts'
import { inviteGuests } from '#app/features/quotas/domain/invite-guests.server.ts'
import { listQuotas } from '#app/features/quotas/domain/quotas.server.ts'
import { setQuota } from '#app/features/quotas/domain/set-quota.server.ts'
import { systemContext } from '#app/shared/context.ts'
import { nextNumber } from '#tests/factories/numbers.ts'

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
