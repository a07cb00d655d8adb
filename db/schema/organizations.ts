import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { memberRoles } from '#app/shared/vocabulary.ts'
import { createdAt, id, instant, locale, oneOf, translated } from './columns.ts'

export const organization = pgTable('organization', {
  id: id(),
  slug: text().notNull().unique(),
  shortName: text().notNull(),
  name: translated(),
  website: text(),
  /** Vietnamese rules for advertising mails: a label in the subject, three a day, and who leaves is told at once. */
  advertisingRules: boolean().notNull().default(false),
  /** So many advertising mails a week reach one address at most. */
  weeklyMails: integer().notNull().default(2),
  createdAt: createdAt(),
})

/** Who signs in. What they may do comes from `member`. */
export const account = pgTable(
  'account',
  {
    id: id(),
    email: text().notNull(),
    name: text().notNull(),
    locale: locale().default('vi'),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('account_email').on(sql`lower(${t.email})`)],
)

export const member = pgTable(
  'member',
  {
    organizationId: uuid()
      .notNull()
      .references(() => organization.id, { onDelete: 'cascade' }),
    accountId: uuid()
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    role: text({ enum: memberRoles }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.accountId] }),
    index('member_account').on(t.accountId),
    check('member_role', oneOf('role', memberRoles)),
  ],
)

/** Somebody was asked to join an organization. Nothing is known or made of an account before they accept. */
export const memberInvitation = pgTable(
  'member_invitation',
  {
    id: id(),
    organizationId: uuid()
      .notNull()
      .references(() => organization.id, { onDelete: 'cascade' }),
    email: text().notNull(),
    /** As who invites wrote it: the name of the account, when it is made by accepting. */
    name: text().notNull(),
    role: text({ enum: memberRoles }).notNull(),
    locale: locale(),
    invitedById: uuid().references(() => account.id, { onDelete: 'set null' }),
    invitedBy: text().notNull().default(''),
    tokenHash: text().notNull().unique(),
    expiresAt: instant().notNull(),
    acceptedAt: instant(),
    withdrawnAt: instant(),
    createdAt: createdAt(),
    sentAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('member_invitation_open')
      .on(t.organizationId, sql`lower(${t.email})`)
      .where(sql`accepted_at is null and withdrawn_at is null`),
    check('member_invitation_role', oneOf('role', memberRoles)),
  ],
)

/** One mailed sign-in: a short code and a long link secret, both hashed, both good once. */
export const signInCode = pgTable(
  'sign_in_code',
  {
    id: id(),
    accountId: uuid()
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    purpose: text().notNull().default('sign-in'),
    codeHash: text().notNull(),
    linkHash: text().notNull().unique(),
    attempts: integer().notNull().default(0),
    expiresAt: instant().notNull(),
    usedAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [index('sign_in_code_account').on(t.accountId, t.createdAt)],
)

/** A signed-in browser. */
export const signIn = pgTable(
  'sign_in',
  {
    id: id(),
    accountId: uuid()
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    tokenHash: text().notNull().unique(),
    browser: text(),
    createdAt: createdAt(),
    lastSeenAt: instant().notNull().defaultNow(),
    expiresAt: instant().notNull(),
  },
  (t) => [index('sign_in_account').on(t.accountId)],
)
