import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { campaignBlockKinds, campaignStates, locales } from '#app/shared/vocabulary.ts'
import type { Audience } from './audience.ts'
import { createdAt, id, instant, oneOf, revision, translated } from './columns.ts'
import { event } from './events.ts'
import { link } from './links.ts'
import { organization } from './organizations.ts'

/** A promotion to lists and segments. What it says stands in its blocks, whom it was said to in its recipients. */
export const campaign = pgTable(
  'campaign',
  {
    id: id(),
    organizationId: uuid()
      .notNull()
      .references(() => organization.id, { onDelete: 'cascade' }),
    /** What it promotes: its time zone, its colour, and where its links are counted. */
    eventId: uuid().references(() => event.id, { onDelete: 'set null' }),
    name: text().notNull(),
    state: text({ enum: campaignStates }).notNull().default('draft'),
    subject: translated(),
    audience: jsonb().$type<Audience>().notNull(),
    scheduledAt: instant(),
    /** So many an hour at most, and so many to one domain; null for as fast as the mail host takes them. */
    perHour: integer(),
    perDomainHour: integer(),
    /** When a process last looked after it: one that nobody looked after for long waits for a person. */
    attendedAt: instant(),
    startedAt: instant(),
    finishedAt: instant(),
    revision: revision(),
    createdAt: createdAt(),
  },
  (t) => [
    index('campaign_organization').on(t.organizationId, t.createdAt.desc().nullsFirst(), t.id),
    index('campaign_event').on(t.eventId),
    index('campaign_open').on(t.scheduledAt).where(sql`state in ('scheduled', 'sending')`),
    check('campaign_state', oneOf('state', campaignStates)),
    check('campaign_speed', sql`per_hour > 0 and per_domain_hour > 0`),
  ],
)

/** One part of what a campaign says. */
export const campaignBlock = pgTable(
  'campaign_block',
  {
    id: id(),
    campaignId: uuid()
      .notNull()
      .references(() => campaign.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    kind: text({ enum: campaignBlockKinds }).notNull(),
    words: translated(),
    /** The event, session or picture that it shows; looked up when the mail is written. */
    subjectId: uuid(),
    url: text(),
    revision: revision(),
  },
  (t) => [
    index('campaign_block_campaign').on(t.campaignId, t.position),
    check('campaign_block_kind', oneOf('kind', campaignBlockKinds)),
  ],
)

/** The counted address that stands in a campaign's mails for one that its words name, one for each language. */
export const campaignLink = pgTable(
  'campaign_link',
  {
    campaignId: uuid()
      .notNull()
      .references(() => campaign.id, { onDelete: 'cascade' }),
    locale: text({ enum: locales }).notNull(),
    url: text().notNull(),
    linkId: uuid()
      .notNull()
      .references(() => link.id, { onDelete: 'cascade' }),
  },
  (t) => [primaryKey({ columns: [t.campaignId, t.locale, t.url] }), index('campaign_link_link').on(t.linkId)],
)
