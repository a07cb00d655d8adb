import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id, revision, translated } from '../columns.ts'
import { event } from '../events.ts'
import { person } from '../people.ts'
import { film, section } from './films.ts'

/** Who judges the films of a section. */
export const juror = pgTable(
  'juror',
  {
    sectionId: uuid()
      .notNull()
      .references(() => section.id, { onDelete: 'cascade' }),
    personId: uuid()
      .notNull()
      .references(() => person.id),
    isChair: boolean().notNull().default(false),
    position: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.sectionId, t.personId] }), index('juror_person').on(t.personId)],
)

/** An award of an edition; one that a section's jury gives stands with that section. */
export const award = pgTable(
  'award',
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: 'cascade' }),
    sectionId: uuid().references(() => section.id, { onDelete: 'set null' }),
    name: translated(),
    position: integer().notNull(),
    revision: revision(),
    createdAt: createdAt(),
  },
  (t) => [index('award_event').on(t.eventId, t.position), index('award_section').on(t.sectionId)],
)

/** What an award went to: a film, a person, or a person for a film. */
export const awardWinner = pgTable(
  'award_winner',
  {
    id: id(),
    awardId: uuid()
      .notNull()
      .references(() => award.id, { onDelete: 'cascade' }),
    filmId: uuid().references(() => film.id, { onDelete: 'cascade' }),
    personId: uuid().references(() => person.id),
    /** What the jury said of it. */
    citation: translated(),
    position: integer().notNull(),
  },
  (t) => [
    index('award_winner_award').on(t.awardId, t.position),
    index('award_winner_film').on(t.filmId),
    index('award_winner_person').on(t.personId),
    check('award_winner_named', sql`num_nonnulls(film_id, person_id) > 0`),
  ],
)
