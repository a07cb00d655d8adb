import { and, desc, eq } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { account, activity, guestCategory, invitation, outbox, registration } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { tagNames } from '../guests/guests.server.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const most = 100

/** All that organizers see of one registration of this event; of another event's, or none, it refuses (404). */
export async function getRegistration(ctx: Context, eventId: string, registrationId: string) {
  await requireEventRight(ctx, 'registrations.read', eventId)
  const [found] = uuid.test(registrationId)
    ? await database()
        .select({
          id: registration.id,
          state: registration.state,
          name: registration.name,
          email: registration.email,
          affiliation: registration.affiliation,
          jobTitle: registration.jobTitle,
          language: registration.locale,
          reason: registration.reason,
          offerExpiresAt: registration.offerExpiresAt,
          addressAsked: registration.addressAsked,
          isVip: registration.isVip,
          note: registration.note,
          beyondCategory: registration.beyondCategory,
          beyondEvent: registration.beyondEvent,
          beyondReason: registration.beyondReason,
          categoryId: registration.categoryId,
          answers: registration.answers,
          categoryCode: guestCategory.code,
          tags: tagNames,
          createdAt: registration.createdAt,
          category: guestCategory.name,
          addedBy: account.name,
          answer: invitation.answer,
        })
        .from(registration)
        .innerJoin(guestCategory, eq(guestCategory.id, registration.categoryId))
        .leftJoin(account, eq(account.id, registration.addedById))
        .leftJoin(invitation, eq(invitation.registrationId, registration.id))
        .where(and(eq(registration.id, registrationId), eq(registration.eventId, eventId)))
    : []
  if (!found) throw new Refusal('registration-missing', 'missing')
  return found
}

/** What happened to a registration, newest first. */
export async function listRegistrationHistory(ctx: Context, eventId: string, registrationId: string) {
  await requireEventRight(ctx, 'activity.read', eventId)
  return database()
    .select({
      id: activity.id,
      accountId: activity.accountId,
      actorName: activity.actorName,
      verb: activity.verb,
      subjectName: activity.subjectName,
      details: activity.details,
      at: activity.at,
    })
    .from(activity)
    .where(and(eq(activity.subjectId, registrationId), eq(activity.eventId, eventId)))
    .orderBy(desc(activity.id))
    .limit(most)
}

/** The mails to the person about their registration, newest first. */
export async function listRegistrationMails(ctx: Context, eventId: string, registrationId: string) {
  await requireEventRight(ctx, 'outbox.read', eventId)
  return database()
    .select({
      id: outbox.id,
      kind: outbox.kind,
      state: outbox.state,
      subject: outbox.subject,
      createdAt: outbox.createdAt,
    })
    .from(outbox)
    .where(and(eq(outbox.registrationId, registrationId), eq(outbox.eventId, eventId)))
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .limit(most)
}
