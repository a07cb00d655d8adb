import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { guestInvitationStates } from '#app/shared/vocabulary.ts'
import { createdAt, id, instant, locale, oneOf } from './columns.ts'
import { event } from './events.ts'
import { account, organization } from './organizations.ts'
import { guestCategory, registration } from './registrations.ts'

/**
 * A host's places in a category. Those that nobody has accepted yet are kept from everybody else (`held` of the category
 * and of the event), until they are released: the counters of all three change in one transaction under the event's lock.
 */
export const quota = pgTable(
  'quota',
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: 'cascade' }),
    organizationId: uuid()
      .notNull()
      .references(() => organization.id),
    categoryId: uuid().notNull(),
    reserved: integer().notNull(),
    /** Guests who were asked and have not answered. */
    invited: integer().notNull().default(0),
    accepted: integer().notNull().default(0),
    declined: integer().notNull().default(0),
    /** Places that went back to all. */
    released: integer().notNull().default(0),
    /** When what is not used goes back to all; null: when the event begins. */
    releasesAt: instant(),
    releasedAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [
    foreignKey({
      name: 'quota_category',
      columns: [t.eventId, t.categoryId],
      foreignColumns: [guestCategory.eventId, guestCategory.id],
    }).onDelete('cascade'),
    unique('quota_once').on(t.eventId, t.organizationId, t.categoryId),
    index('quota_organization').on(t.organizationId),
    index('quota_release').on(t.releasesAt).where(sql`released_at is null`),
    check('quota_counts', sql`least(reserved, invited, accepted, declined, released) >= 0`),
    check('quota_places', sql`invited + accepted + released <= reserved`),
  ],
)

/** One guest whom a host asked to come on one of its places; `answered_at` is also when it was taken back or ran out. */
export const guestInvitation = pgTable(
  'guest_invitation',
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: 'cascade' }),
    quotaId: uuid()
      .notNull()
      .references(() => quota.id, { onDelete: 'cascade' }),
    state: text({ enum: guestInvitationStates }).notNull().default('open'),
    name: text().notNull(),
    email: text().notNull(),
    emailKey: text().notNull(),
    affiliation: text().notNull().default(''),
    jobTitle: text().notNull().default(''),
    locale: locale(),
    tokenSalt: text().notNull(),
    tokenHash: text().notNull().unique(),
    /** The seat that they accepted; kept when they leave it. */
    registrationId: uuid().references(() => registration.id, { onDelete: 'set null' }),
    invitedById: uuid().references(() => account.id, { onDelete: 'set null' }),
    answeredAt: instant(),
    remindedAt: instant(),
    /** Who was asked on their place instead. */
    replacedById: uuid().references((): AnyPgColumn => guestInvitation.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('guest_invitation_once').on(t.quotaId, t.emailKey).where(sql`state in ('open', 'accepted')`),
    index('guest_invitation_quota').on(t.quotaId, t.state),
    index('guest_invitation_event').on(t.eventId),
    uniqueIndex('guest_invitation_registration').on(t.registrationId).where(sql`state = 'accepted'`),
    index('guest_invitation_replaced').on(t.replacedById).where(sql`replaced_by_id is not null`),
    check('guest_invitation_state', oneOf('state', guestInvitationStates)),
  ],
)
