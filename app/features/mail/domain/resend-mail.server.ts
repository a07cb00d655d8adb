import { and, eq, sql } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { countAttempt } from '#app/shared/http/rate-limit.server.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { invitation, outbox, registration } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { stateOf } from './facts/mail-facts.server.ts'
import type { StoredFacts } from './facts/stored-facts.ts'
import { getMail } from './outbox-list.server.ts'
import { queueMail } from './queue-mail.server.ts'

type Mail = Awaited<ReturnType<typeof getMail>>

/**
 * Sends a mail again, as a mail of its own about the same thing: to the address the registration has now, with the
 * calendar entry in its present version. One that still waits for its turn is only tried at once.
 */
export async function resendMail(
  ctx: Context,
  { eventId, mailId }: { eventId: string; mailId: string },
): Promise<'queued' | 'hurried'> {
  await requireEventRight(ctx, 'outbox.send', eventId)
  await countResends([mailId])
  return withTransaction(async (tx) => {
    const mail = await getMail(eventId, mailId)
    if (mail.state === 'sending') throw new Refusal('mail-on-its-way', 'state')
    if (mail.state === 'queued') {
      if (mail.actId && mail.nextAttemptAt > ctx.now) throw new Refusal('mail-held', 'state')
      await tx
        .update(outbox)
        .set({ nextAttemptAt: sql`now()` })
        .where(and(eq(outbox.id, mailId), eq(outbox.state, 'queued')))
      await tx.execute(sql`select pg_notify('outbox', '')`)
      return 'hurried'
    }
    await queueMail(await again(mail))
    await noteResent(ctx, eventId, mail)
    return 'queued'
  })
}

/**
 * Sends several again, each as `resendMail` would, in the order in which they were made. One that is on its way already, or
 * that says what is no longer so, or holds a link of its own, is left out and counted.
 */
export async function resendMails(
  ctx: Context,
  { eventId, mailIds }: { eventId: string; mailIds: readonly string[] },
): Promise<{ queued: number; left: number }> {
  await requireEventRight(ctx, 'outbox.send', eventId)
  return withTransaction(async () => {
    const mails = []
    for (const id of new Set(mailIds)) mails.push(await getMail(eventId, id))
    mails.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1))
    let queued = 0
    for (const mail of mails) {
      const next = mail.state === 'sent' || mail.state === 'failed' ? await ifStillSo(again(mail)) : null
      if (!next) continue
      await queueMail(next)
      await noteResent(ctx, eventId, mail)
      queued++
    }
    return { queued, left: mails.length - queued }
  })
}

/** How often one mail may be sent again; whoever looks first at what would go is not counted for that. */
export async function countResends(mailIds: readonly string[]): Promise<void> {
  for (const id of new Set(mailIds)) await countAttempt(`mail-again:${id}`, { limit: 5, seconds: 3600 })
}

const notSentAgain = new Set(['mail-outdated', 'mail-once'])

async function ifStillSo<T>(mail: T | Promise<T>): Promise<T | null> {
  try {
    return await mail
  } catch (error) {
    if (error instanceof Refusal && notSentAgain.has(error.code)) return null
    throw error
  }
}

async function noteResent(ctx: Context, eventId: string, mail: Mail) {
  await recordActivity(ctx, {
    verb: 'mail.resent',
    eventId,
    subjectId: mail.registrationId ?? mail.id,
    subjectName: mail.recipientName,
    details: { kind: mail.kind },
  })
}

async function again(mail: Mail) {
  // Only the mail itself ever held its link.
  if (mail.kind === 'address-asked' || mail.kind === 'opening-asked') throw new Refusal('mail-once', 'state')
  // It is for the old address.
  if (mail.kind === 'contact-changed') return { ...sameAs(mail), ...ofRegistration(mail) }
  if (mail.registrationId) return aboutRegistration(mail, mail.registrationId)
  return mail.invitationId ? aboutInvitation(mail, mail.invitationId) : sameAs(mail)
}

/** The same version once more. An older one is refused: it would tell a calendar what is no longer so. */
async function aboutInvitation(mail: Mail, invitationId: string) {
  return withTransaction(async (tx) => {
    const [found] = await tx.select().from(invitation).where(eq(invitation.id, invitationId))
    const { calendar, speaking } = mail.facts as StoredFacts
    if (!found || (calendar && calendar.sequence !== found.sequence))
      throw new Refusal('mail-outdated', 'state')
    const recipientEmail = (speaking?.holder === 'person' && found.email) || mail.recipientEmail
    return { ...sameAs(mail), recipientEmail, invitationId }
  })
}

const ofRegistration = ({ registrationId }: Mail) => (registrationId ? { registrationId } : {})

function sameAs(mail: Mail) {
  const { kind, locale, recipientName, recipientEmail, eventId, facts, announcementRecipientId } = mail
  return {
    kind,
    locale,
    recipientName,
    recipientEmail,
    facts,
    ...(eventId && { eventId }),
    ...(announcementRecipientId && { announcementRecipientId }),
  }
}

/** Refuses what is no longer so: "you have a seat" is not sent again to somebody who has none. */
async function aboutRegistration(mail: Mail, registrationId: string) {
  return withTransaction(async (tx) => {
    const [found] = await tx
      .select({ registration, invitation })
      .from(registration)
      .leftJoin(invitation, eq(invitation.registrationId, registration.id))
      .where(eq(registration.id, registrationId))
    const wanted = stateOf[mail.kind]
    if (!found || (wanted && found.registration.state !== wanted)) throw new Refusal('mail-outdated', 'state')
    const { name, email, locale, offerExpiresAt, addressAsked } = found.registration
    const stored = mail.facts as StoredFacts
    const facts: StoredFacts = {
      ...stored,
      ...(offerExpiresAt && { deadline: offerExpiresAt.toISOString(), asksAddress: addressAsked }),
      ...(stored.calendar &&
        found.invitation && {
          calendar: {
            ...stored.calendar,
            sequence: found.invitation.sequence,
            issuedAt: found.invitation.issuedAt.toISOString(),
          },
        }),
    }
    return { ...sameAs(mail), locale, recipientName: name, recipientEmail: email, registrationId, facts }
  })
}
