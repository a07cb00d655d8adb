import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import {
  introductionAnswers,
  locales,
  supporterConsents,
  supporterKinds,
  supporterStates,
} from '#app/shared/vocabulary.ts'
import { bytes, createdAt, id, instant, locale, oneOf, revision, translated } from '../columns.ts'
import { link } from '../links.ts'
import { account } from '../organizations.ts'
import { initiative } from './initiatives.ts'

const ofInitiative = () =>
  uuid()
    .notNull()
    .references(() => initiative.id, { onDelete: 'cascade' })

/** What supporters agree to, in exactly these words; other words are a new version, and the old ones stay. */
export const supporterText = pgTable(
  'supporter_text',
  {
    id: id(),
    initiativeId: ofInitiative(),
    consent: text({ enum: supporterConsents }).notNull(),
    version: integer().notNull(),
    text: translated(),
    createdAt: createdAt(),
  },
  (t) => [
    unique('supporter_text_version').on(t.initiativeId, t.consent, t.version),
    check('supporter_text_consent', oneOf('consent', supporterConsents)),
  ],
)

/**
 * A person or body that joined an initiative, or is asked whether it did. Of each consent stands the text and the
 * language in which it was read, and since when it holds: nothing holds before the address is proved.
 */
export const supporter = pgTable(
  'supporter',
  {
    id: id(),
    initiativeId: ofInitiative(),
    email: text().notNull(),
    /** Of the person; where a body joins, of the one who speaks for it. */
    name: text().notNull(),
    /** Empty where a person joins. */
    body: text().notNull().default(''),
    kind: text({ enum: supporterKinds }).notNull(),
    /** Two letters (ISO 3166). */
    country: text().notNull(),
    offers: text().notNull().default(''),
    seeks: text().notNull().default(''),
    locale: locale(),
    state: text({ enum: supporterStates }).notNull().default('waiting'),
    /** By which counted link they came to the form. */
    linkId: uuid().references(() => link.id, { onDelete: 'set null' }),
    askedAt: instant().notNull(),
    mailedAt: instant(),
    resentAt: instant(),
    joinedAt: instant(),
    leftAt: instant(),
    /** Why an organizer removed them, as they were told. */
    removedReason: text(),
    listedTextId: uuid().references(() => supporterText.id),
    listedLocale: text({ enum: locales }),
    listedAt: instant(),
    newsTextId: uuid().references(() => supporterText.id),
    newsLocale: text({ enum: locales }),
    newsAt: instant(),
    /** For organizers alone. */
    remark: text().notNull().default(''),
    isMarked: boolean().notNull().default(false),
    /** What the list is ordered by, made from the name when it is written. */
    orderVi: text().notNull(),
    orderEn: text().notNull(),
    revision: revision(),
    createdAt: createdAt(),
    search: text().generatedAlwaysAs(
      sql`search_text(' ' || name || ' ' || body || ' ' || email || ' ' || offers || ' ' || seeks)`,
    ),
  },
  (t) => {
    const vi = sql`${t.orderVi} collate "vi-x-icu"`
    const en = sql`${t.orderEn} collate "en-x-icu"`
    const shown = sql`state = 'joined' and listed_at is not null`
    return [
      uniqueIndex('supporter_address').on(t.initiativeId, sql`lower(${t.email})`),
      index('supporter_email').on(sql`lower(${t.email})`),
      index('supporter_came').on(t.initiativeId, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
      index('supporter_came_state').on(
        t.initiativeId,
        t.state,
        t.createdAt.desc().nullsFirst(),
        t.id.desc().nullsFirst(),
      ),
      index('supporter_search').using('gin', sql`${t.search} gin_trgm_ops`),
      index('supporter_link').on(t.linkId).where(sql`link_id is not null`),
      index('supporter_waiting').on(t.askedAt).where(sql`state = 'waiting'`),
      index('supporter_list_vi').on(t.initiativeId, vi, t.id).where(shown),
      index('supporter_list_en').on(t.initiativeId, en, t.id).where(shown),
      index('supporter_kind_vi').on(t.initiativeId, t.kind, vi, t.id).where(shown),
      index('supporter_kind_en').on(t.initiativeId, t.kind, en, t.id).where(shown),
      index('supporter_country_vi').on(t.initiativeId, t.country, vi, t.id).where(shown),
      index('supporter_country_en').on(t.initiativeId, t.country, en, t.id).where(shown),
      check('supporter_kind', oneOf('kind', supporterKinds)),
      check('supporter_state', oneOf('state', supporterStates)),
      check('supporter_country', sql`country ~ '^[A-Z]{2}$'`),
      check('supporter_body', sql`kind not in ('university', 'company') or body <> ''`),
      check('supporter_joined', sql`state <> 'joined' or joined_at is not null`),
      check('supporter_removed', sql`(state = 'removed') = (removed_reason is not null)`),
      check(
        'supporter_listed',
        sql`(listed_text_id is null) = (listed_locale is null) and (listed_at is null or (listed_text_id is not null and state = 'joined'))`,
      ),
      check(
        'supporter_news',
        sql`(news_text_id is null) = (news_locale is null) and (news_at is null or (news_text_id is not null and state = 'joined'))`,
      ),
    ]
  },
)

/** How many supporters of each kind and country an initiative has, and how many of them are listed: kept by a trigger. */
export const supporterCount = pgTable(
  'supporter_count',
  {
    initiativeId: ofInitiative(),
    kind: text({ enum: supporterKinds }).notNull(),
    country: text().notNull(),
    waiting: integer().notNull().default(0),
    joined: integer().notNull().default(0),
    gone: integer().notNull().default(0),
    listed: integer().notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.initiativeId, t.kind, t.country] })],
)

/** A body's sign, taken apart and made anew. Readers see it once an organizer has looked at it. */
export const supporterLogo = pgTable('supporter_logo', {
  id: id(),
  supporterId: uuid()
    .notNull()
    .unique()
    .references(() => supporter.id, { onDelete: 'cascade' }),
  width: integer().notNull(),
  height: integer().notNull(),
  image: bytes().notNull(),
  shownAt: instant(),
  createdAt: createdAt(),
})

/**
 * Two supporters whom an organizer would make known to each other. Each is asked; their addresses change hands when both
 * agreed, and neither learns what the other said before. What was not agreed to in time is over.
 */
export const introduction = pgTable(
  'introduction',
  {
    id: id(),
    initiativeId: ofInitiative(),
    firstId: uuid().notNull(),
    secondId: uuid().notNull(),
    /** Why, in the organizer's words to both. */
    words: text().notNull().default(''),
    firstAnswer: text({ enum: introductionAnswers }).notNull().default('open'),
    secondAnswer: text({ enum: introductionAnswers }).notNull().default('open'),
    askedById: uuid().references(() => account.id, { onDelete: 'set null' }),
    expiresAt: instant().notNull(),
    madeAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [
    foreignKey({ columns: [t.firstId], foreignColumns: [supporter.id] }).onDelete('cascade'),
    foreignKey({ columns: [t.secondId], foreignColumns: [supporter.id] }).onDelete('cascade'),
    index('introduction_initiative').on(t.initiativeId, t.createdAt.desc().nullsFirst(), t.id),
    index('introduction_first').on(t.firstId),
    index('introduction_second').on(t.secondId),
    check('introduction_two', sql`first_id <> second_id`),
    check('introduction_first_answer', oneOf('first_answer', introductionAnswers)),
    check('introduction_second_answer', oneOf('second_answer', introductionAnswers)),
    check(
      'introduction_made',
      sql`made_at is null or (first_answer = 'agreed' and second_answer = 'agreed')`,
    ),
  ],
)
