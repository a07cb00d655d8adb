import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'
import { startApp } from './app-process.ts'
import { seededDatabase } from './database.ts'

type Options = {
  env?: Record<string, string>
  /** Runs on the database of this app, as a second process of the same site. */
  beside?: { databaseUrl: string }
}

/**
 * The built program as a process of its own, on a seeded database of the calling test file; both are gone after the
 * file. Fails when the log holds an address, a token or an error by then.
 */
export async function runningApp({ env = {}, beside }: Options = {}) {
  const databaseUrl = beside?.databaseUrl ?? (await seededDatabase()).url
  const dataDir = await mkdtemp(path.join(tmpdir(), 'ban-tron-site-'))
  const app = await startApp({ DATABASE_URL: databaseUrl, DATA_DIR: dataDir, LOG_LEVEL: 'info', ...env })
  afterAll(async () => {
    await app.stop()
    await rm(dataDir, { recursive: true, force: true })
    const faults = app
      .log()
      .filter((line) => revealing.some((pattern) => pattern.test(line.replace(asset, ''))))
    if (faults.length > 0) throw new Error(`The log says what it must not:\n${faults.join('\n')}`)
  })
  return { ...app, databaseUrl, mailFolder: path.join(dataDir, 'mail') }
}

// A built file is named after what is in it, sometimes as long as a token.
const asset = /"\/assets\/[^"]*"/

// An address; a token of 256 bits; a line of an error or worse.
const revealing = [/[^\s"'<>@]+@[^\s"'<>@]+\.\w/, /(?<![\w-])[\w-]{43}(?![\w-])/, /"level":[56]0/]
