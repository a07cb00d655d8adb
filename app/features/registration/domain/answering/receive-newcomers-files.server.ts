import { eq } from 'drizzle-orm'
import {
  bringsFiles,
  type FileAsking,
  receiveFiles,
} from '#app/features/questions/domain/files/receive-files.server.ts'
import { type Posted, postedAnswers } from '#app/features/questions/domain/parse-answers.ts'
import type { Context } from '#app/shared/context.ts'
import { countAttempt, isOwnMachine } from '#app/shared/http/rate-limit.server.ts'
import { event } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { windowState } from '../seats/admission.ts'

/** As for registrations: a whole hall may come from one address, but it does not hand in a hundred files a minute. */
const limits = { source: { limit: 100, seconds: 600 }, ownMachine: { limit: 2000, seconds: 3600 } }

/** The answers of somebody who registers; their files are taken in while registration is open. */
export async function receiveNewcomersFiles(
  ctx: Context,
  slug: string,
  fields: FormData,
  asking: Omit<FileAsking, 'count'>,
): Promise<Posted> {
  if (bringsFiles(fields) && !(await isOpen(slug, ctx.now))) return postedAnswers(fields)
  const limit = isOwnMachine(ctx.source) ? limits.ownMachine : limits.source
  return receiveFiles(ctx, fields, {
    ...asking,
    count: () => countAttempt(`answer-file:${ctx.source}`, limit),
  })
}

async function isOpen(slug: string, now: Date): Promise<boolean> {
  const [found] = await database().select().from(event).where(eq(event.slug, slug))
  return found !== undefined && windowState(found, now) === 'open'
}
