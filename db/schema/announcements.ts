import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import {
  type AnnouncementGroup,
  announcementGroups,
  type RegistrationState,
  type SessionTie,
} from '#app/shared/vocabulary.ts'
import { createdAt, id, instant, locale, oneOf, revision, translated } from './columns.ts'
import { event } from './events.ts'
import { account } from './organizations.ts'
import { registration } from './registrations.ts'

/** For whom an announcement is; what is empty narrows nothing. */
export type Audience = {
  groups: AnnouncementGroup[]
  states: RegistrationState[]
  categoryIds: string[]
  /** Of the registered those who are tied to it, of the speakers those who take part in it. */
  sessionId: string | null
  tie: SessionTie
  /** Registrations that were picked in the list by hand, and whether it is for them alone. */
  picked: string[]
  onlyPicked: boolean
}

/** A mail that organizers write to the people of one event: a draft until `sentAt`, and unchanged from then on. */
export const announcement = pgTable(
  'announcement',
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: 'cascade' }),
    subject: translated(),
    text: translated(),
    audience: jsonb().$type<Audience>().notNull(),
    /** Whether readers find it on the event's page, once it is sent. */
    isPublic: boolean().notNull().default(false),
    revision: revision(),
    createdById: uuid().references(() => account.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
    sentAt: instant(),
    sentByName: text().notNull().default(''),
    /** Of those it was for: who had an address that another of them had, and who had none. */
    sameAddress: integer().notNull().default(0),
    withoutAddress: integer().notNull().default(0),
  },
  (t) => [
    index('announcement_event').on(t.eventId, t.createdAt.desc().nullsFirst(), t.id),
    index('announcement_public')
      .on(t.eventId, t.sentAt.desc().nullsFirst())
      .where(sql`is_public and sent_at is not null`),
  ],
)

/** Who an announcement went to: each address once, whatever becomes of its mail. A trigger forgets them when it is taken back. */
export const announcementRecipient = pgTable(
  'announcement_recipient',
  {
    id: id(),
    announcementId: uuid()
      .notNull()
      .references(() => announcement.id, { onDelete: 'cascade' }),
    emailKey: text().notNull(),
    name: text().notNull(),
    locale: locale(),
    group: text({ enum: announcementGroups }).notNull(),
    registrationId: uuid().references(() => registration.id, { onDelete: 'set null' }),
  },
  (t) => [
    unique('announcement_recipient_once').on(t.announcementId, t.emailKey),
    index('announcement_recipient_registration').on(t.registrationId),
    check('announcement_recipient_group', oneOf('"group"', announcementGroups)),
  ],
)
