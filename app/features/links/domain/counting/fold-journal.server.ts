import { open } from 'node:fs/promises'
import path from 'node:path'
import { eq, lt, sql } from 'drizzle-orm'
import { visitJournal } from '#db/schema/index.ts'
import { database, withTransaction } from '#db/transaction.server.ts'
import { saveCounts } from './save-counts.server.ts'
import { countsIn } from './visit-counts.ts'

const name = /^(\d{13})-([\da-f-]{36})\.visits$/
const atOnce = 1024 * 1024

/** The journal that a file of a folder is: when it was begun, and its name in the database. Null for any other file. */
export function journalOf(file: string): { begunAt: number; id: string } | null {
  const [, begunAt, id] = name.exec(path.basename(file)) ?? []
  return id ? { begunAt: Number(begunAt), id } : null
}

export function journalName({ begunAt, id }: { begunAt: number; id: string }): string {
  return `${begunAt}-${id}.visits`
}

/**
 * Brings what a journal says into the database, once, however often and by however many processes it is read: how far it
 * was read is written in the transaction of its counts. Nothing happens for one that is not there any more.
 */
export async function foldJournal(file: string): Promise<void> {
  const id = journalOf(file)?.id
  if (!id) return
  while ((await foldPart(file, id)) === atOnce);
}

/** Answers how many bytes there were to read. */
async function foldPart(file: string, id: string): Promise<number> {
  // Open before anything is written down: who removes it has read it to its end.
  const opened = await open(file).catch(orNull)
  if (!opened) return 0
  try {
    return await withTransaction(async (tx) => {
      await tx.insert(visitJournal).values({ id }).onConflictDoNothing()
      const own = eq(visitJournal.id, id)
      const [at] = await tx
        .select({ folded: visitJournal.folded })
        .from(visitJournal)
        .where(own)
        .for('update')
      const from = at?.folded ?? 0
      const { bytesRead, buffer } = await opened.read(Buffer.alloc(atOnce), 0, atOnce, from)
      // A line whose writer was killed in the middle of it has no end: nobody was answered for it.
      const whole = buffer.subarray(0, bytesRead).lastIndexOf('\n') + 1
      if (whole === 0) return bytesRead
      await saveCounts(countsIn(buffer.toString('latin1', 0, whole)))
      await tx
        .update(visitJournal)
        .set({ folded: from + whole, foldedAt: sql`now()` })
        .where(own)
      return bytesRead
    })
  } finally {
    await opened.close()
  }
}

/** Forgets journals that were last read so long ago that no file of theirs can turn up again. */
export async function forgetOldJournals(): Promise<void> {
  await database().delete(visitJournal).where(lt(visitJournal.foldedAt, sql`now() - interval '180 days'`))
}

function orNull(error: NodeJS.ErrnoException) {
  if (error.code === 'ENOENT') return null
  throw error
}
