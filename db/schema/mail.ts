import { sql } from 'drizzle-orm'
import { bigint, check, index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { answerWays, calendarAnswers, mailKinds, outboxStates, ownWordKinds } from '#app/shared/vocabulary.ts'
import { act } from './acts.ts'
import { session } from './agenda.ts'
import { announcementRecipient } from './announcements.ts'
import { campaign } from './campaigns.ts'
import { createdAt, id, instant, locale, oneOf, revision, translated } from './columns.ts'
import { event } from './events.ts'
import { initiative } from './initiatives/initiatives.ts'
import { account, organization } from './organizations.ts'
import { person } from './people.ts'
import { registration } from './registrations.ts'
import type { SentInvitation } from './sent-invitation.ts'

/** Our calendar request to one person for one thing: a registration, or an appearance in a session. */
export const invitation = pgTable(
  'invitation',
  {
    id: id(),
    uid: text().notNull().unique(),
    registrationId: uuid().references(() => registration.id, { onDelete: 'cascade' }),
    personId: uuid().references(() => person.id, { onDelete: 'cascade' }),
    sessionId: uuid().references(() => session.id, { onDelete: 'cascade' }),
    sequence: integer().notNull().default(0),
    /** DTSTAMP of the version that was sent last. */
    issuedAt: instant().notNull(),
    cancelledAt: instant(),
    answer: text({ enum: calendarAnswers }).notNull().default('needs-action'),
    answeredAt: instant(),
    answerWay: text({ enum: answerWays }),
    answerNote: text(),
    /** Of the calendar answer that counts: an older one changes nothing (RFC 5546 2.1.5). */
    answerSequence: integer(),
    answerStampedAt: instant(),
    /** Speakers only: the address it went to, and what it said, which is what the next version is compared with. */
    email: text(),
    sent: jsonb().$type<SentInvitation>(),
    /** An attendee who declined by calendar is asked once whether the seat is free. */
    declineAskedAt: instant(),
  },
  (t) => [
    unique('invitation_registration').on(t.registrationId),
    unique('invitation_appearance').on(t.personId, t.sessionId),
    index('invitation_session').on(t.sessionId),
    check('invitation_answer', oneOf('answer', calendarAnswers)),
    check('invitation_answer_way', sql`answer_way is null or ${oneOf('answer_way', answerWays)}`),
    check(
      'invitation_subject',
      sql`(registration_id is not null) <> (person_id is not null and session_id is not null)`,
    ),
  ],
)

/** Every mail we owe or sent. The row is the queue: written with its cause, claimed under a lease. */
export const outbox = pgTable(
  'outbox',
  {
    id: id(),
    eventId: uuid().references(() => event.id, { onDelete: 'cascade' }),
    /** Whose mail it is where it is about no event: one of its lists. */
    organizationId: uuid().references(() => organization.id, { onDelete: 'set null' }),
    registrationId: uuid().references(() => registration.id, { onDelete: 'set null' }),
    /** Mails about one invitation leave in the order they were caused. */
    invitationId: uuid().references(() => invitation.id, { onDelete: 'set null' }),
    /** The act that caused it, by a trigger; until that can no longer be taken back, `nextAttemptAt` lies ahead. */
    actId: uuid().references(() => act.id, { onDelete: 'set null' }),
    /** Whose mail of an announcement it is; one that is sent again is another. */
    announcementRecipientId: uuid().references(() => announcementRecipient.id, { onDelete: 'set null' }),
    /** The campaign whose recipient this is; one sent to try it has none. */
    campaignId: uuid().references(() => campaign.id, { onDelete: 'cascade' }),
    kind: text({ enum: mailKinds }).notNull(),
    locale: locale(),
    recipientName: text().notNull(),
    recipientEmail: text().notNull(),
    /** What the template needs and cannot read again later (old values, reason, calendar version). Never a token. */
    facts: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    /** Sign-in codes only: sealed until sent, then emptied. */
    secret: text(),
    messageId: text().notNull().unique(),
    state: text({ enum: outboxStates }).notNull().default('queued'),
    attempts: integer().notNull().default(0),
    nextAttemptAt: instant().notNull().defaultNow(),
    leasedUntil: instant(),
    /** Campaigns only: it was given to the mail host, whose answer is not known. Such a mail is never given twice. */
    handedAt: instant(),
    lastError: text(),
    subject: text(),
    text: text(),
    html: text(),
    calendar: text(),
    createdAt: createdAt(),
    sentAt: instant(),
  },
  (t) => [
    index('outbox_due').on(t.nextAttemptAt).where(sql`state = 'queued'`),
    index('outbox_leased').on(t.leasedUntil).where(sql`state = 'sending'`),
    index('outbox_event').on(t.eventId, t.createdAt.desc().nullsFirst(), t.id),
    index('outbox_event_state').on(t.eventId, t.state, t.createdAt.desc().nullsFirst(), t.id),
    index('outbox_campaign').on(t.campaignId, t.state).where(sql`campaign_id is not null`),
    index('outbox_registration').on(t.registrationId, t.createdAt),
    index('outbox_recipient').on(sql`lower(${t.recipientEmail})`, t.createdAt.desc().nullsFirst()),
    index('outbox_act').on(t.actId).where(sql`act_id is not null`),
    index('outbox_invitation').on(t.invitationId, t.createdAt),
    index('outbox_announcement')
      .on(t.announcementRecipientId)
      .where(sql`announcement_recipient_id is not null`),
    check('outbox_kind', oneOf('kind', mailKinds)),
    check('outbox_state', oneOf('state', outboxStates)),
  ],
)

/** What the organizers of an event say themselves in one kind of its mails; a language without words says the standard ones. */
export const mailWords = pgTable(
  'mail_words',
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: 'cascade' }),
    kind: text({ enum: ownWordKinds }).notNull(),
    subject: translated(),
    opening: translated(),
    revision: revision(),
  },
  (t) => [
    unique('mail_words_kind').on(t.eventId, t.kind),
    check('mail_words_kind_known', oneOf('kind', ownWordKinds)),
  ],
)

/** Who changed what, when. `actorName` stays readable after an account is gone. */
export const activity = pgTable(
  'activity',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    organizationId: uuid().references(() => organization.id, { onDelete: 'cascade' }),
    eventId: uuid().references(() => event.id, { onDelete: 'cascade' }),
    initiativeId: uuid().references(() => initiative.id, { onDelete: 'cascade' }),
    accountId: uuid().references(() => account.id, { onDelete: 'set null' }),
    actorName: text().notNull(),
    verb: text().notNull(),
    subjectId: uuid(),
    subjectName: text().notNull().default(''),
    details: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    at: createdAt(),
  },
  (t) => [
    index('activity_event').on(t.eventId, t.id.desc().nullsFirst()),
    index('activity_initiative')
      .on(t.initiativeId, t.id.desc().nullsFirst())
      .where(sql`initiative_id is not null`),
    index('activity_organization').on(t.organizationId, t.id.desc().nullsFirst()),
    index('activity_subject').on(t.subjectId, t.id.desc().nullsFirst()),
  ],
)
