import { boolean, check, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { questionKinds, questionMoments } from '#app/shared/vocabulary.ts'
import { createdAt, id, instant, oneOf, translated } from '../columns.ts'
import { event } from '../events.ts'
import type { AgreedText, QuestionChoice, QuestionCondition } from './question-content.ts'

/**
 * What an event asks of its guests. Choices, texts and condition are read with their question and never without it, so they
 * are columns of it. A question that was answered is never deleted: its code stays taken, and old answers keep their meaning.
 */
export const question = pgTable(
  'question',
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: 'cascade' }),
    /** What answers, conditions and files call it; made once. */
    code: text().notNull(),
    kind: text({ enum: questionKinds }).notNull(),
    label: translated(),
    help: translated(),
    isRequired: boolean().notNull().default(false),
    moment: text({ enum: questionMoments }).notNull().default('registration'),
    position: integer().notNull(),
    /** The codes of the guest categories that are asked; none are all. */
    categories: text().array().notNull().default([]),
    choices: jsonb().$type<QuestionChoice[]>().notNull().default([]),
    texts: jsonb().$type<AgreedText[]>().notNull().default([]),
    /** When it is asked at all; null is always. */
    condition: jsonb().$type<QuestionCondition>(),
    removedAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [
    unique('question_code').on(t.eventId, t.code),
    check('question_kind', oneOf('kind', questionKinds)),
    check('question_moment', oneOf('moment', questionMoments)),
  ],
)
