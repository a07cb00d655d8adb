import { announceDraft } from '#app/features/agenda/domain/draft/announce-draft.server.ts'
import type { Context } from '#app/shared/context.ts'

/** Tells the open editors of these events that the people at their tables are described otherwise now. */
export async function announcePeople(ctx: Context, eventIds: readonly string[]): Promise<void> {
  for (const eventId of eventIds) await announceDraft(ctx, { eventId, edits: [] })
}
