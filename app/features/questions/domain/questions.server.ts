import { and, eq, isNull, sql } from 'drizzle-orm'
import { Refusal } from '#app/shared/errors.ts'
import type { Transaction } from '#db/client.server.ts'
import { prepared } from '#db/prepared.server.ts'
import { event, question } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import type { Question } from './question-details.ts'

const columns = {
  id: question.id,
  eventId: question.eventId,
  code: question.code,
  kind: question.kind,
  label: question.label,
  help: question.help,
  isRequired: question.isRequired,
  moment: question.moment,
  position: question.position,
  categories: question.categories,
  choices: question.choices,
  texts: question.texts,
  condition: question.condition,
}

/** The moments in the order in which they come, as the questions are asked. */
const byMoment = sql`array_position(array['registration', 'afterwards', 'door'], ${question.moment})`

const ofEvent = prepared((db) =>
  db
    .select(columns)
    .from(question)
    .where(and(eq(question.eventId, sql.placeholder('eventId')), isNull(question.removedAt)))
    .orderBy(byMoment, question.position)
    .prepare('questions-of-event'),
)

/** What an event asks, in the order in which it is asked: a condition is always about an earlier one. */
export function listQuestions(eventId: string): Promise<Question[]> {
  return ofEvent().execute({ eventId })
}

/** These, and those that were taken away and may have answers, last. */
export function listEverAsked(eventId: string): Promise<Question[]> {
  return database()
    .select(columns)
    .from(question)
    .where(eq(question.eventId, eventId))
    .orderBy(sql`${question.removedAt} is not null`, byMoment, question.position)
}

const atAddress = prepared((db) =>
  db
    .select(columns)
    .from(question)
    .innerJoin(event, eq(event.id, question.eventId))
    .where(and(eq(event.slug, sql.placeholder('slug')), isNull(question.removedAt)))
    .orderBy(byMoment, question.position)
    .prepare('questions-at-address'),
)

/** The same by the event's address. */
export function listQuestionsAt(slug: string): Promise<Question[]> {
  return atAddress().execute({ slug })
}

/** One question of an event that is still asked; refuses (404) any other. */
export async function getQuestion(eventId: string, code: string): Promise<Question> {
  const [found] = await database()
    .select(columns)
    .from(question)
    .where(and(eq(question.eventId, eventId), eq(question.code, code), isNull(question.removedAt)))
  if (!found) throw new Refusal('question-missing', 'missing')
  return found
}

/** Holds the questions of an event still until commit; its registrations wait in the same line. */
export async function lockQuestions(tx: Transaction, eventId: string): Promise<void> {
  const [locked] = await tx
    .select({ id: event.id })
    .from(event)
    .where(eq(event.id, eventId))
    .for('no key update')
  if (!locked) throw new Refusal('event-missing', 'missing')
}
