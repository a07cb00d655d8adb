import { eq, sql } from 'drizzle-orm'
import { announceDraft } from '#app/features/agenda/domain/draft/announce-draft.server.ts'
import { changesOf } from '#app/features/events/domain/edit-changes.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { countAttempt } from '#app/shared/http/rate-limit.server.ts'
import { edit } from '#app/shared/i18n/translated-text.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { person, speaking } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { getSpeakingByToken, speakerContext } from './speaking-by-token.server.ts'

type Words = { vi: string; en: string }
export type Profile = {
  position: Words
  affiliation: Words
  biography: Words
  pronunciation: string
  timeZone: string
  language: Locale
  specialNeeds: string
}

/** Only the fields named are saved: what somebody else wrote into the others meanwhile stays. */
export async function editProfile(
  ctx: Context,
  token: string,
  { profile, fields }: { profile: Profile; fields: readonly string[] },
): Promise<void> {
  const at = await getSpeakingByToken(token)
  await countAttempt(`speaking:${at.speaking.id}`, { limit: 200, seconds: 3600 })
  const touched = (name: keyof Profile) =>
    fields.some((field) => field === name || field.startsWith(`${name}.`))
  await withTransaction(async (tx) => {
    const [before] = await tx.select().from(person).where(eq(person.id, at.personId)).for('no key update')
    if (!before) throw new Error('A part in an event without its person')
    const words = (name: 'position' | 'affiliation' | 'biography') =>
      touched(name) ? { [name]: edit(before[name], profile[name], profile.language) } : {}
    const next = {
      ...words('position'),
      ...words('affiliation'),
      ...words('biography'),
      ...(touched('pronunciation') && { pronunciation: profile.pronunciation || null }),
      ...(touched('timeZone') && { timeZone: profile.timeZone || null }),
      ...(touched('language') && { locale: profile.language }),
    }
    await tx
      .update(person)
      .set({ ...next, revision: sql`${person.revision} + 1` })
      .where(eq(person.id, at.personId))
    if (touched('specialNeeds')) {
      const { specialNeeds } = profile
      await tx.update(speaking).set({ specialNeeds }).where(eq(speaking.id, at.speaking.id))
    }
    const own = speakerContext(ctx, at)
    await recordActivity(own, {
      verb: 'profile.edited',
      eventId: at.event.id,
      subjectId: at.personId,
      subjectName: at.person.name,
      details: { fields: [...fields], changes: changesOf(Object.keys(next), before, next) },
    })
    await announceDraft(own, { eventId: at.event.id, edits: [] })
  })
}
