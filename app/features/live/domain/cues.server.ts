import { and, eq, isNull } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { Refusal, SavedByOther } from '#app/shared/errors.ts'
import { edit, type TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { sameValue } from '#app/shared/same-value.ts'
import { appearance, cue, session } from '#db/schema/index.ts'
import { database, withTransaction } from '#db/transaction.server.ts'

/** What the moderator has at hand about a session, or about one person in it. Private: only pages of the room show it. */
export type Cue = {
  personId: string | null
  introduction: TranslatedText
  questions: TranslatedText
  handOver: string
  interpreting: string
  technical: string
  revision: number
}

type Words = { vi: string; en: string }
export type CueTexts = {
  introduction: Words
  questions: Words
  handOver: string
  interpreting: string
  technical: string
}

/** The cues of a session: one statement. */
export async function listCues(sessionId: string): Promise<Cue[]> {
  const { personId, introduction, questions, handOver, interpreting, technical, revision } = cue
  return database()
    .select({ personId, introduction, questions, handOver, interpreting, technical, revision })
    .from(cue)
    .where(eq(cue.sessionId, sessionId))
}

type Save = {
  eventId: string
  sessionId: string
  /** Null: about the session as a whole. */
  personId: string | null
  /** What the form saw; 0 when there was no cue yet. */
  revision: number
  words: CueTexts
}

/** What a form shows of a cue that nobody wrote yet. */
const blank: Omit<Cue, 'personId' | 'revision'> = {
  introduction: {},
  questions: {},
  handOver: '',
  interpreting: '',
  technical: '',
}

/** Writes a cue; refuses (saved by other) when it is not as the form saw it. Answers whether anything changed. */
export async function saveCue(ctx: Context, save: Save): Promise<boolean> {
  const { eventId, sessionId, personId, revision, words } = save
  await requireEventRight(ctx, 'live.run', eventId)
  return withTransaction(async (tx) => {
    const [own] = await tx
      .select({ id: session.id })
      .from(session)
      .where(and(eq(session.id, sessionId), eq(session.eventId, eventId)))
      .for('no key update')
    if (!own) throw new Refusal('session-missing', 'missing')
    if (personId !== null) {
      const there = and(eq(appearance.sessionId, sessionId), eq(appearance.personId, personId))
      if ((await tx.$count(appearance, there)) === 0) throw new Refusal('person-not-in-session', 'missing')
    }
    const one = and(
      eq(cue.sessionId, sessionId),
      personId === null ? isNull(cue.personId) : eq(cue.personId, personId),
    )
    const [before] = await tx.select().from(cue).where(one)
    if ((before?.revision ?? 0) !== revision) {
      throw new SavedByOther({ ...before })
    }
    const { handOver, interpreting, technical } = words
    const written = {
      handOver,
      interpreting,
      technical,
      introduction: edit(before?.introduction ?? {}, words.introduction),
      questions: edit(before?.questions ?? {}, words.questions),
    }
    if (sameValue({ ...blank, ...before, ...written }, { ...blank, ...before })) return false
    const columns = { ...written, updatedAt: ctx.now }
    if (before)
      await tx
        .update(cue)
        .set({ ...columns, revision: revision + 1 })
        .where(one)
    else await tx.insert(cue).values({ sessionId, personId, ...columns })
    return true
  })
}
