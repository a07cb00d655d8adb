import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { log } from '#app/shared/http/log.server.ts'
import { foldJournal, forgetOldJournals, journalOf } from './fold-journal.server.ts'
import { journalFiles, longest } from './journal-files.server.ts'

const foldAfter = 250
const foldAfterFault = 5_000
const leftoversEvery = 60_000

export type VisitJournal = ReturnType<typeof openVisitJournal>

/**
 * Keeps what is counted in files of a folder, each written by one process alone: what is written into a file outlives a
 * process that is killed, and costs no statement. It is brought into the database a moment later, and what a killed
 * process left by whoever starts or lives beside it in this folder.
 */
export function openVisitJournal(folder: string) {
  const files = journalFiles(folder)
  let timer: NodeJS.Timeout | undefined
  let folding: Promise<void> | null = null

  function append(lines: string): boolean {
    const isKept = files.append(lines)
    if (isKept) timer ??= setTimeout(foldSoon, foldAfter)
    return isKept
  }

  function foldSoon() {
    timer = undefined
    fold().catch((error) => {
      log().warn({ err: error }, 'visits of links wait in their journal')
      timer ??= setTimeout(foldSoon, foldAfterFault)
    })
  }

  /** Brings everything that was counted until now into the database. */
  async function fold(): Promise<void> {
    await folding
    folding ??= foldOwn().finally(() => {
      folding = null
    })
    await folding
  }

  async function foldOwn() {
    const ended = files.ended()
    const current = files.current()
    if (current) await foldJournal(current)
    for (const file of ended) {
      await foldJournal(file)
      await rm(file, { force: true })
      files.removed(file)
    }
  }

  /** A file of others is removed when nobody can write into it any more. */
  async function foldLeftovers() {
    const names = await readdir(folder).catch(() => [])
    for (const file of names.map((name) => path.join(folder, name))) {
      const found = journalOf(file)
      if (!found || file === files.current() || files.ended().includes(file)) continue
      await foldJournal(file)
      if (Math.abs(Date.now() - found.begunAt) > 2 * longest) await rm(file, { force: true })
    }
    await forgetOldJournals()
  }

  let takingOver = Promise.resolve()
  const takeOver = () => {
    takingOver = foldLeftovers().catch((error) =>
      log().warn({ err: error }, 'visits that were left are not counted yet'),
    )
    return takingOver
  }
  const looking = setInterval(() => void takeOver(), leftoversEvery).unref()

  return {
    append,
    fold,
    /** Brings in what killed processes left in the folder. */
    takeOver,
    close: async () => {
      clearInterval(looking)
      clearTimeout(timer)
      timer = undefined
      files.end()
      await fold()
      // Who starts and ends at once still counts what a killed process left.
      await takingOver
    },
  }
}
