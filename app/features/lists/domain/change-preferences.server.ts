import { eq } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { contact } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { lockContact } from './contact-row.server.ts'

type Preferences = { locale: Locale; weeklyLimit: number | null }

/** In which language, and how often at most, a contact wishes to be written to. Answers whether anything changed. */
export async function changePreferences(
  ctx: Context,
  contactId: string,
  { locale, weeklyLimit }: Preferences,
): Promise<boolean> {
  return withTransaction(async (tx) => {
    const before = await lockContact(contactId)
    if (!before) throw new Refusal('list-link-gone', 'state')
    if (before.locale === locale && before.weeklyLimit === weeklyLimit) return false
    await tx.update(contact).set({ locale, weeklyLimit }).where(eq(contact.id, contactId))
    await recordActivity(ctx, {
      verb: 'contact.preferences',
      organizationId: before.organizationId,
      subjectId: contactId,
      details: { locale, weeklyLimit },
    })
    return true
  })
}
