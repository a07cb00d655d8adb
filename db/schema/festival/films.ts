import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { ageRatings, creditRoles, premieres, sectionKinds } from '#app/shared/vocabulary.ts'
import { session } from '../agenda.ts'
import { createdAt, id, instant, oneOf, revision, translated } from '../columns.ts'
import { event } from '../events.ts'
import { person } from '../people.ts'

/** A part of a festival's programme of films: its competition, its panorama. */
export const section = pgTable(
  'section',
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: 'cascade' }),
    slug: text().notNull(),
    kind: text({ enum: sectionKinds }).notNull().default('other'),
    name: translated(),
    description: translated(),
    position: integer().notNull(),
    revision: revision(),
    createdAt: createdAt(),
  },
  (t) => [
    unique('section_slug').on(t.eventId, t.slug),
    check('section_kind', oneOf('kind', sectionKinds)),
    check('section_slug_plain', sql`slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
  ],
)

/** A film as one edition of a festival shows it, in one screening or several. */
export const film = pgTable(
  'film',
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: 'cascade' }),
    slug: text().notNull(),
    sectionId: uuid().references(() => section.id, { onDelete: 'set null' }),
    /** As it is written where the film comes from, and in which language that is (BCP 47); both empty where nobody said. */
    originalTitle: text().notNull().default(''),
    originalLanguage: text().notNull().default(''),
    title: translated(),
    synopsis: translated(),
    /** ISO 3166-1. */
    countries: text().array().notNull().default([]),
    year: integer(),
    minutes: integer(),
    /** What is spoken in it, and what is written below it (BCP 47). */
    languages: text().array().notNull().default([]),
    subtitles: text().array().notNull().default([]),
    rating: text({ enum: ageRatings }),
    premiere: text({ enum: premieres }),
    trailerUrl: text(),
    /** Nobody sees it any more; it is deleted when that cannot be taken back. */
    removedAt: instant(),
    revision: revision(),
    createdAt: createdAt(),
    search: text().generatedAlwaysAs(
      sql`search_text(original_title || ' ' || coalesce(title ->> 'vi', '') || ' ' || coalesce(title ->> 'en', ''))`,
    ),
  },
  (t) => [
    unique('film_slug').on(t.eventId, t.slug),
    index('film_section').on(t.sectionId),
    check('film_slug_plain', sql`slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
    check('film_rating', oneOf('rating', ageRatings)),
    check('film_premiere', oneOf('premiere', premieres)),
    check('film_year', sql`year between 1880 and 2199`),
    check('film_minutes', sql`minutes between 1 and 2000`),
    check('film_trailer', sql`trailer_url like 'https://%'`),
  ],
)

/** Who made a film, and as what. */
export const filmCredit = pgTable(
  'film_credit',
  {
    id: id(),
    filmId: uuid()
      .notNull()
      .references(() => film.id, { onDelete: 'cascade' }),
    personId: uuid()
      .notNull()
      .references(() => person.id),
    role: text({ enum: creditRoles }).notNull(),
    position: integer().notNull(),
  },
  (t) => [
    unique('film_credit_once').on(t.filmId, t.personId, t.role),
    index('film_credit_person').on(t.personId),
    check('film_credit_role', oneOf('role', creditRoles)),
  ],
)

/** Which films a screening of the draft shows, in their order. */
export const sessionFilm = pgTable(
  'session_film',
  {
    sessionId: uuid()
      .notNull()
      .references(() => session.id, { onDelete: 'cascade' }),
    filmId: uuid()
      .notNull()
      .references(() => film.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.sessionId, t.filmId] }), index('session_film_film').on(t.filmId)],
)
