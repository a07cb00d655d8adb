import { and, eq, isNull } from 'drizzle-orm'
import { portrait, portraitSize } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

/** One size of a portrait that is shown today; null for any other. */
export async function findPortraitImage(portraitId: string, width: number): Promise<Uint8Array | null> {
  const [found] = await database()
    .select({ image: portraitSize.image })
    .from(portraitSize)
    .innerJoin(portrait, eq(portrait.id, portraitSize.portraitId))
    .where(and(eq(portrait.id, portraitId), eq(portraitSize.width, width), isNull(portrait.removedAt)))
  return found?.image ?? null
}

/** Whose picture it is: the words that its maker asks for, or an empty text. */
export async function portraitCredit(portraitId: string | null): Promise<string> {
  if (!portraitId) return ''
  const [found] = await database()
    .select({ credit: portrait.credit })
    .from(portrait)
    .where(eq(portrait.id, portraitId))
  return found?.credit ?? ''
}

/** The portrait of a person as it is now, or null. */
export async function findPortrait(personId: string) {
  const [found] = await database()
    .select({ id: portrait.id, credit: portrait.credit })
    .from(portrait)
    .where(and(eq(portrait.personId, personId), isNull(portrait.removedAt)))
  return found ?? null
}
