import { eq } from 'drizzle-orm'
import { listUnanswered } from '#app/features/registration/domain/answering/waiting-answers.server.ts'
import { m } from '#app/paraglide/messages.js'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { formatDateTime, zoneCity } from '#app/shared/time/format.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { event } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import type { Announcement } from './announcements.server.ts'
import { draftToPicked } from './draft-to-picked.server.ts'

type Asking = { eventId: string; until: Date }

/**
 * Opens what is asked after registration until a deadline, and writes the announcement to those who have not answered: it
 * is sent like any other, when its organizers have seen whom it goes to. Refuses when nobody is left to be asked.
 */
export async function askAfterwards(ctx: Context, { eventId, until }: Asking): Promise<Announcement> {
  await requireEventRight(ctx, 'outbox.send', eventId)
  if (until <= ctx.now) throw new Refusal('deadline-past', 'invalid')
  return withTransaction(async (tx) => {
    const [asking] = await tx
      .update(event)
      .set({ answersUntil: until })
      .where(eq(event.id, eventId))
      .returning({ title: event.title, timeZone: event.timeZone })
    if (!asking) throw new Refusal('event-missing', 'missing')
    const ids = await listUnanswered(eventId)
    if (ids.length === 0) throw new Refusal('nobody-unanswered')
    const details = { until: until.toISOString() }
    await recordActivity(ctx, { verb: 'event.asks-afterwards', eventId, details })
    const { title, timeZone } = asking
    const inEither = (
      write: (facts: { event: string; when: string }, said: { locale: Locale }) => string,
    ) => {
      const words = (locale: Locale) =>
        write(
          {
            event: textIn(title, locale),
            when: formatDateTime(until, timeZone, locale, zoneCity(timeZone, locale)),
          },
          { locale },
        )
      return { vi: words('vi'), en: words('en') }
    }
    const subject = inEither(m['questions.ask.subject'])
    const text = inEither(m['questions.ask.text'])
    return draftToPicked(ctx, eventId, { ids, all: false, filter: {} }, { subject, text })
  })
}
