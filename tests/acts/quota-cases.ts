import type { ActionFunctionArgs } from '@remix-run/node'
import { fingerprintOf } from '#app/features/acts/domain/act-preview.ts'
import { action as inviteOwn } from '#app/features/quotas/organize/own-guests.tsx'
import { action as remindOwn } from '#app/features/quotas/organize/reminder.tsx'
import { action as replaceOwn } from '#app/features/quotas/organize/replacement.tsx'
import { action as setPlaces } from '#app/features/quotas/organize/set-places.tsx'
import { action as withdrawOwn } from '#app/features/quotas/organize/withdrawal.ts'
import { guestInvitation, quota } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

type Fields = Record<string, string>
type Route = (args: ActionFunctionArgs) => unknown
type Sent<Desk> = (of: Desk, action: Route, fields?: Fields, more?: Fields) => Promise<unknown>
type HostDesk = { at: { id: string; guest: { id: string } }; body: { id: string } }

/** A host's places that are all taken. */
async function placesOf({ at, body }: HostDesk) {
  const row = { eventId: at.id, organizationId: body.id, categoryId: at.guest.id, reserved: 0 }
  const [made] = await database().insert(quota).values(row).returning()
  return made?.id ?? ''
}

/** Somebody who declined such a place. */
async function declinedOn({ at }: HostDesk, quotaId: string) {
  const who = { name: 'Lan', email: 'lan@example.org', emailKey: 'lan@example.org', locale: 'vi' as const }
  const row = {
    ...who,
    eventId: at.id,
    quotaId,
    state: 'declined' as const,
    tokenSalt: '',
    tokenHash: quotaId,
  }
  const [made] = await database().insert(guestInvitation).values(row).returning()
  return made?.id ?? ''
}

/** What is asked of a host's places and guests, by the file that performs the act: it changes nothing. */
export function quotaCases<Desk extends HostDesk>(sent: Sent<Desk>) {
  const cases: Record<string, (of: Desk) => Promise<unknown>> = {
    'quotas/organize/set-places.tsx': (of) =>
      sent(of, setPlaces, { organization: of.body.id, category: of.at.guest.id, reserved: '0' }),
    'quotas/organize/own-guests.tsx': async (of) => {
      const fields = { text: 'An, an@example.org', language: 'vi', previewed: fingerprintOf([]) }
      return sent(of, inviteOwn, fields, { quota: await placesOf(of) })
    },
    'quotas/organize/reminder.tsx': async (of) => sent(of, remindOwn, {}, { quota: await placesOf(of) }),
    'quotas/organize/replacement.tsx': async (of) => {
      const quota = await placesOf(of)
      const fields = { name: 'An', email: 'an@example.org', language: 'vi' }
      return sent(of, replaceOwn, fields, { quota, guest: await declinedOn(of, quota) })
    },
    'quotas/organize/withdrawal.ts': async (of) =>
      sent(of, withdrawOwn, {}, { quota: await placesOf(of), guest: 'ffffffff-0000-4000-8000-000000000000' }),
  }
  return cases
}
