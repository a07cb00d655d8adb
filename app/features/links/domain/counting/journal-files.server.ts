import { randomUUID } from 'node:crypto'
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs'
import path from 'node:path'
import { log } from '#app/shared/http/log.server.ts'
import { journalName } from './fold-journal.server.ts'

/** A process writes into one file for so long; nobody else removes it before it is twice as old. */
export const longest = 60 * 60_000
const largest = 8 * 1024 * 1024
const patience = 5_000

/** The files into which this process writes what it counts, one after the other. */
export function journalFiles(folder: string) {
  let current: { file: string; fd: number; begunAt: number; bytes: number } | null = null
  let ended: string[] = []
  let faultyUntil = 0

  function fileFor(now: number) {
    if (current && (Math.abs(now - current.begunAt) > longest || current.bytes > largest)) end()
    if (!current) {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const file = path.join(folder, journalName({ begunAt: now, id: randomUUID() }))
      current = { file, fd: openSync(file, 'ax', 0o600), begunAt: now, bytes: 0 }
    }
    return current
  }

  function end() {
    if (!current) return
    closeSync(current.fd)
    ended.push(current.file)
    current = null
  }

  return {
    /** False when they could not be written: somebody else has to keep them. */
    append(lines: string): boolean {
      const now = Date.now()
      if (now < faultyUntil) return false
      try {
        const to = fileFor(now)
        const bytes = Buffer.byteLength(lines)
        to.bytes += bytes
        // On a full disk a part of it may be written: that line has no end, and must stay the last of its file.
        if (writeSync(to.fd, lines) < bytes) throw new Error('The journal of visits is full')
        return true
      } catch (error) {
        faultyUntil = now + patience
        log().warn({ err: error }, 'visits of links are counted without their journal')
        end()
        return false
      }
    },
    end,
    /** The file it writes into, and those it no longer does, until they are removed. */
    current: () => current?.file,
    ended: () => [...ended],
    removed(file: string) {
      ended = ended.filter((one) => one !== file)
    },
  }
}
