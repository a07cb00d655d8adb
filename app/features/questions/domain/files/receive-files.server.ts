import { randomBytes } from 'node:crypto'
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { fileType } from '#app/shared/files/content-kind.ts'
import { safeFileName } from '#app/shared/files/file-name.ts'
import { faultOfFile, storeFile } from '#app/shared/files/store-file.server.ts'
import { ownValue } from '#app/shared/own-value.ts'
import type { QuestionMoment } from '#app/shared/vocabulary.ts'
import { answerFile, file } from '#db/schema/index.ts'
import { database, withTransaction } from '#db/transaction.server.ts'
import { askedQuestions, type Guest } from '../asked-questions.ts'
import { allSaid, type Posted, postedAnswers } from '../parse-answers.ts'
import type { GivenAnswers, Question } from '../question-details.ts'
import { answerFileKinds, answerFileLimit, answerFilesShare, fileAnswer } from './file-answer.ts'

export type FileAsking = {
  questions: readonly Question[]
  guest: Guest
  moments: readonly QuestionMoment[]
  before?: GivenAnswers
  /** Counts who sends; it refuses whoever sends too many. */
  count?: () => Promise<void>
}

/**
 * The answers in a posted form, with its files taken in: they are kept whatever else is wrong with the form, so that they
 * need not be chosen again. A file for what is not asked is not looked at; one that is not taken is a fault of its question.
 */
export async function receiveFiles(ctx: Context, fields: FormData, asking: FileAsking): Promise<Posted> {
  const posted = postedAnswers(fields)
  const questions = asking.questions.filter(({ kind }) => kind === 'file')
  const [first] = questions
  if (!first) return posted
  const { eventId } = first
  const files = await knownFiles(eventId, questions, posted)
  const faults: Record<string, string> = {}
  const values = { ...posted.values }
  for (const { code } of asked(asking, fields, posted)) {
    const brought = broughtFor(fields, code)
    if (!brought) continue
    await asking.count?.()
    const taken = await takeIn(ctx, { eventId, code, file: brought })
    if ('fault' in taken) {
      faults[code] = taken.fault
      continue
    }
    files[code] = [taken.value]
    values[code] = [taken.value]
  }
  return { ...posted, values, files, faults }
}

/** Whether a form brings any file. */
export function bringsFiles(fields: FormData): boolean {
  return [...fields].some(([name, value]) => name.startsWith('answers.') && isBrought(value))
}

const isBrought = (value: FormDataEntryValue): value is File => typeof value !== 'string' && value.size > 0
const broughtFor = (fields: FormData, code: string) => fields.getAll(`answers.${code}`).find(isBrought)

/** The questions for a file that this form asks, once its files count as answers. */
function asked({ questions, guest, moments, before = {} }: FileAsking, fields: FormData, posted: Posted) {
  const brought = questions.flatMap(({ code }) => (broughtFor(fields, code) ? [[code, ['brought']]] : []))
  const values = { ...posted.values, ...Object.fromEntries(brought) }
  const said = allSaid(questions, values, { moments, before })
  return askedQuestions(questions, said, guest).filter(
    ({ kind, moment }) => kind === 'file' && moments.includes(moment),
  )
}

/** Of what the form says it handed in before, what this event was handed in for the same question. */
async function knownFiles(
  eventId: string,
  questions: readonly Question[],
  { values }: Posted,
): Promise<Record<string, string[]>> {
  const said = questions.flatMap(({ code }) => ownValue(values, code) ?? [])
  if (said.length === 0) return {}
  const found = await database()
    .select({ value: answerFile.value, code: answerFile.code })
    .from(answerFile)
    .where(and(eq(answerFile.eventId, eventId), inArray(answerFile.value, said)))
  const known: Record<string, string[]> = {}
  for (const { code, value } of found) known[code] = [...(ownValue(known, code) ?? []), value]
  return known
}

type Taken = { value: string } | { fault: string }

async function takeIn(
  ctx: Context,
  { eventId, code, file: brought }: { eventId: string; code: string; file: File },
): Promise<Taken> {
  if (brought.size > answerFileLimit) return { fault: 'questions.fault.file-large' }
  const type = fileType(brought.name, answerFileKinds)
  const content = new Uint8Array(await brought.arrayBuffer())
  const fault = await faultOfFile(brought.name, content, answerFileKinds)
  if (!type || fault) return { fault: `questions.fault.file-${fault ?? 'kind'}` }
  return withTransaction(async (tx) => {
    const [kept] = await tx
      .select({ size: sql<number>`coalesce(sum(${file.size}), 0)::float8` })
      .from(answerFile)
      .innerJoin(file, eq(file.id, answerFile.fileId))
      .where(eq(answerFile.eventId, eventId))
    if ((kept?.size ?? 0) + content.length > answerFilesShare) return { fault: 'questions.fault.file-share' }
    const name = safeFileName(brought.name, 'file')
    const { id, sha256 } = await storeFile(tx, { name, type, content, now: ctx.now })
    const value = fileAnswer(randomBytes(18).toString('base64url'), sha256, name)
    await tx.insert(answerFile).values({ value, eventId, code, fileId: id, createdAt: ctx.now })
    return { value }
  })
}
