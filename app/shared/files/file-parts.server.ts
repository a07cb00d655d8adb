import { and, eq } from 'drizzle-orm'
import { fileChunk } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

/** The bytes of a file, part by part: no process holds the whole of it. */
export async function* fileParts(fileId: string): AsyncGenerator<Uint8Array> {
  for (let position = 0; ; position++) {
    const [part] = await database()
      .select({ content: fileChunk.content })
      .from(fileChunk)
      .where(and(eq(fileChunk.fileId, fileId), eq(fileChunk.position, position)))
    if (!part) return
    yield part.content
  }
}
