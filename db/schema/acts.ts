import { sql } from 'drizzle-orm'
import { bigint, boolean, check, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id, instant } from './columns.ts'
import { event } from './events.ts'
import { initiative } from './initiatives/initiatives.ts'
import { account, organization } from './organizations.ts'

/** Somebody who is not mailed about an act this time, and why. */
export type HeldFromAct = { name: string; email: string; reason: string }

/** Something an organizer did, at an event, in an organization or at an initiative, that can be taken back until `heldUntil`; its mails wait as long in the outbox. */
export const act = pgTable(
  'act',
  {
    id: id(),
    eventId: uuid().references(() => event.id, { onDelete: 'cascade' }),
    organizationId: uuid().references(() => organization.id, { onDelete: 'cascade' }),
    initiativeId: uuid().references(() => initiative.id, { onDelete: 'cascade' }),
    accountId: uuid().references(() => account.id, { onDelete: 'set null' }),
    actorName: text().notNull(),
    /** As in the activity. */
    verb: text().notNull(),
    subjectName: text().notNull().default(''),
    mails: integer().notNull().default(0),
    heldBack: jsonb().$type<HeldFromAct[]>().notNull().default([]),
    /** Seats that it freed are offered only when it can no longer be taken back. */
    freesSeats: boolean().notNull().default(false),
    heldUntil: instant().notNull(),
    undoneAt: instant(),
    /** Nothing can be taken back any more, and what was to follow has followed. */
    finishedAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [
    index('act_open').on(t.heldUntil).where(sql`undone_at is null and finished_at is null`),
    index('act_event').on(t.eventId, t.heldUntil),
    check('act_place', sql`num_nonnulls(event_id, organization_id, initiative_id) = 1`),
  ],
)

/**
 * Every row that an act wrote, as it was before and after, noted by a trigger while the act runs (`bantron.act`). Kept
 * only as long as the act can be taken back.
 */
export const actChange = pgTable(
  'act_change',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    actId: uuid()
      .notNull()
      .references(() => act.id, { onDelete: 'cascade' }),
    tableName: text().notNull(),
    before: jsonb().$type<Record<string, unknown>>(),
    after: jsonb().$type<Record<string, unknown>>(),
  },
  (t) => [index('act_change_act').on(t.actId, t.id)],
)
