import { and, eq, inArray } from 'drizzle-orm'
import { findChosen } from '#app/features/registration/domain/many/chosen-guests.server.ts'
import type { Context } from '#app/shared/context.ts'
import { registrationStates } from '#app/shared/vocabulary.ts'
import { registration } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import type { Announcement } from './announcements.server.ts'
import { usualAudience } from './recipients.ts'
import { addDraft, type DraftDetails } from './save-draft.server.ts'

type Choice = Parameters<typeof findChosen>[2]

const unwritten = { subject: { vi: '', en: '' }, text: { vi: '', en: '' } }

/** Begins a draft for those who were picked in the list: in the states in which they are, whatever these are. */
export async function draftToPicked(
  ctx: Context,
  eventId: string,
  choice: Choice,
  { subject, text }: Pick<DraftDetails, 'subject' | 'text'> = unwritten,
): Promise<Announcement> {
  const picked = await findChosen(ctx, eventId, choice)
  const rows = await database()
    .selectDistinct({ state: registration.state })
    .from(registration)
    .where(and(eq(registration.eventId, eventId), inArray(registration.id, picked)))
  const states = registrationStates.filter((state) => rows.some((row) => row.state === state))
  return addDraft(ctx, {
    eventId,
    details: {
      subject,
      text,
      isPublic: false,
      audience: { ...usualAudience, states, picked, onlyPicked: true },
    },
  })
}
