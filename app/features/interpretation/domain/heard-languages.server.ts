import { inArray } from 'drizzle-orm'
import { type InterpretationWay, interpretationWays, type Locale } from '#app/shared/vocabulary.ts'
import { interpretationShift } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

type Shown = { id: string; languages: readonly Locale[]; interpretation?: readonly Locale[] }
/** What is spoken in a session, and in which other languages it is heard, how. */
export type Heard = {
  sessionId: string
  spoken: readonly Locale[]
  into: { language: Locale; ways: InterpretationWay[] }[]
}

/** What listeners in the room are told of these sessions. Asks nothing where nothing is interpreted. */
export async function listHeard(sessions: readonly Shown[]): Promise<Heard[]> {
  const ids = sessions.filter(({ interpretation = [] }) => interpretation.length > 0).map(({ id }) => id)
  const shifts =
    ids.length > 0
      ? await database().select().from(interpretationShift).where(inArray(interpretationShift.sessionId, ids))
      : []
  return sessions.map(({ id, languages, interpretation = [] }) => ({
    sessionId: id,
    spoken: languages,
    into: interpretation.map((language) => {
      const heard = shifts.filter(
        ({ sessionId, source, target, bothWays }) =>
          sessionId === id && (target === language || (bothWays && source === language)),
      )
      return { language, ways: interpretationWays.filter((way) => heard.some((one) => one.way === way)) }
    }),
  }))
}
