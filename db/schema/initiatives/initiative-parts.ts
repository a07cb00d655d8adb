import { sql } from 'drizzle-orm'
import { check, date, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { goalStates } from '#app/shared/vocabulary.ts'
import { createdAt, id, instant, oneOf, revision, translated } from '../columns.ts'
import { file } from '../speaking.ts'
import { initiative } from './initiatives.ts'

const ofInitiative = () =>
  uuid()
    .notNull()
    .references(() => initiative.id, { onDelete: 'cascade' })

/** What an initiative wants to reach, and how far it has come. */
export const initiativeGoal = pgTable(
  'initiative_goal',
  {
    id: id(),
    initiativeId: ofInitiative(),
    title: translated(),
    /** What was reached, or why it is so. */
    remark: translated(),
    state: text({ enum: goalStates }).notNull().default('planned'),
    dueOn: date({ mode: 'string' }),
    position: integer().notNull(),
    revision: revision(),
    createdAt: createdAt(),
  },
  (t) => [
    index('initiative_goal_initiative').on(t.initiativeId, t.position),
    check('initiative_goal_state', oneOf('state', goalStates)),
  ],
)

/** A dated entry of what happened; readers see it, and supporters may be told, once it is published. */
export const initiativeNews = pgTable(
  'initiative_news',
  {
    id: id(),
    initiativeId: ofInitiative(),
    title: translated(),
    body: translated(),
    datedOn: date({ mode: 'string' }).notNull(),
    /** Who said so, and where that can be read. */
    source: translated(),
    sourceUrl: text(),
    publishedAt: instant(),
    revision: revision(),
    createdAt: createdAt(),
    updatedAt: instant().notNull().defaultNow(),
  },
  (t) => [
    index('initiative_news_initiative').on(t.initiativeId, t.datedOn.desc().nullsFirst(), t.id),
    check('initiative_news_source', sql`source_url is null or source_url ~ '^https?://'`),
  ],
)

/** A file that readers may save. */
export const initiativeDocument = pgTable(
  'initiative_document',
  {
    id: id(),
    initiativeId: ofInitiative(),
    title: translated(),
    fileId: uuid()
      .notNull()
      .references(() => file.id),
    position: integer().notNull(),
    revision: revision(),
    createdAt: createdAt(),
  },
  (t) => [
    index('initiative_document_initiative').on(t.initiativeId, t.position),
    index('initiative_document_file').on(t.fileId),
  ],
)

/** One value of a figure, on the day it was true, with who said so. */
export type FigurePoint = { on: string; value: number; source: TranslatedText }

/** A number that is followed over time, as its organizers know it. */
export const initiativeFigure = pgTable(
  'initiative_figure',
  {
    id: id(),
    initiativeId: ofInitiative(),
    name: translated(),
    /** In order of their days. */
    points: jsonb().$type<FigurePoint[]>().notNull().default([]),
    position: integer().notNull(),
    revision: revision(),
    createdAt: createdAt(),
  },
  (t) => [index('initiative_figure_initiative').on(t.initiativeId, t.position)],
)
