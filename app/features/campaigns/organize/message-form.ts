import type * as z from 'zod/mini'
import type { Message } from '../domain/edit-blocks.server.ts'
import type { messageSchema } from './campaign.schema.ts'

/** What the form says, as it is stored. */
export function messageOf({ subject, blocks }: z.infer<typeof messageSchema>): Message {
  return {
    subject,
    blocks: Object.fromEntries(
      Object.entries(blocks).map(([id, { words, subject: subjectId, url }]) => [
        id,
        { words, subjectId: subjectId || null, url: url ? new URL(url).href : null },
      ]),
    ),
  }
}
