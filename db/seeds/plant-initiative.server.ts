import { eq, inArray } from 'drizzle-orm'
import { chooseEvents, chooseNotes } from '#app/features/initiatives/domain/lineage/choose-lineage.server.ts'
import { publishNews } from '#app/features/initiatives/domain/parts/publish-news.server.ts'
import { addPart } from '#app/features/initiatives/domain/parts/save-part.server.ts'
import type { Context } from '#app/shared/context.ts'
import { event, initiative, initiativeGoal, initiativeNote, note } from '../schema/index.ts'
import { database } from '../transaction.server.ts'
import type { SeedInitiativeParts, SeedNote } from './world.ts'

/** Goals, news, figures and lineage of a planted initiative; nothing when it has goals or notes already. */
export async function plantInitiativeParts(
  ctx: Context,
  slug: string,
  { parts, notes }: { parts: SeedInitiativeParts; notes: readonly SeedNote[] },
): Promise<void> {
  const [of] = await database().select().from(initiative).where(eq(initiative.slug, slug))
  if (!of?.isDemo) return
  const at = { initiativeId: of.id }
  const known = [
    await database().$count(initiativeGoal, eq(initiativeGoal.initiativeId, of.id)),
    await database().$count(initiativeNote, eq(initiativeNote.initiativeId, of.id)),
  ]
  if (known.some((count) => count > 0)) return
  for (const goal of parts.goals)
    await addPart(ctx, { ...at, details: { kind: 'goal', dueOn: null, ...goal } })
  for (const entry of parts.news) {
    const newsId = await addPart(ctx, { ...at, details: { kind: 'news', sourceUrl: null, ...entry } })
    await publishNews(ctx, { ...at, newsId, published: true })
  }
  for (const figure of parts.figures) await addPart(ctx, { ...at, details: { kind: 'figure', ...figure } })
  await chooseNotes(ctx, { ...at, noteIds: await idsOf(parts.notes, notes) })
  if (parts.events.length === 0) return
  const events = await database()
    .select({ id: event.id })
    .from(event)
    .where(inArray(event.slug, parts.events))
  await chooseEvents(ctx, { ...at, eventIds: events.map(({ id }) => id) })
}

/** The planted notes of these keys, in their order: a seed knows them by what they say. */
async function idsOf(keys: readonly string[], notes: readonly SeedNote[]): Promise<string[]> {
  const planted = await database().select({ id: note.id, text: note.text }).from(note)
  return keys.flatMap((key) => {
    const said = notes.find((one) => one.key === key)
    return planted.find(({ text }) => text.en === said?.en && text.vi === said?.vi)?.id ?? []
  })
}
