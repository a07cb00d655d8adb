import { and, eq } from 'drizzle-orm'
import { Refusal } from '#app/shared/errors.ts'
import { ownValue } from '#app/shared/own-value.ts'
import { answerFile, file } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import type { GivenAnswers } from '../question-details.ts'

/** The file that these answers hold for a question, whoever may read them; refuses (404) where they hold none. */
export async function getAnswerFile(eventId: string, answers: GivenAnswers, code: string) {
  const value = ownValue(answers, code)?.values[0] ?? ''
  const [found] = await database()
    .select({ id: file.id, name: file.name, type: file.type, size: file.size, sha256: file.sha256 })
    .from(answerFile)
    .innerJoin(file, eq(file.id, answerFile.fileId))
    .where(and(eq(answerFile.value, value), eq(answerFile.eventId, eventId), eq(answerFile.code, code)))
  if (!found) throw new Refusal('answer-file-missing', 'missing')
  return found
}
