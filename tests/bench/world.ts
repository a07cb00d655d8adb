import type { ChildProcess } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Sql } from 'postgres'
import { closeConnection, connection } from '#db/client.server.ts'
import { startDatabase } from '../../app/server/launch/database.mjs'
import { freePort, startProgram, stopAll, untilReady } from './processes.ts'

export const secret = 'a secret for benches only, 32 characters or more'

export type Web = { port: number; child: ChildProcess }
export type World = {
  dataDir: string
  databaseUrl: string
  sql: Sql
  /** The web process all measurements share; its jobs are switched off. */
  web: Web
  /** How many registrations the largest event gets. */
  rows: number
  /** Another web process on the same database. */
  startWeb: (settings?: Record<string, string>) => Promise<Web>
  close: () => Promise<void>
}

export const logOf = (dataDir: string) => path.join(dataDir, 'program.log')

export function makeDataDir() {
  return mkdtempSync(path.join(tmpdir(), 'ban-tron-bench-'))
}

/** A web process on the data folder's database, which this process keeps running and reads beside it. */
export async function openWorld(dataDir: string, rows: number): Promise<World> {
  const database = await startDatabase({ dataDir })
  process.env.DATABASE_URL = database.url
  process.env.SESSION_SECRET = secret
  const startWeb = async (settings: Record<string, string> = {}) => {
    const port = await freePort()
    const child = startProgram(
      [],
      { ...settingsFor(dataDir, database.url, port), ...settings },
      logOf(dataDir),
    )
    await untilReady(`http://127.0.0.1:${port}/health/ready`, child, logOf(dataDir))
    return { port, child }
  }
  const close = async () => {
    await stopAll()
    await closeConnection()
    await database.stop()
  }
  try {
    const web = await startWeb()
    return { dataDir, databaseUrl: database.url, sql: connection().sql, web, rows, startWeb, close }
  } catch (error) {
    await close()
    throw error
  }
}

export function settingsFor(dataDir: string, databaseUrl: string, port: number): Record<string, string> {
  return {
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl,
    SESSION_SECRET: secret,
    PORT: String(port),
    APP_URL: `http://127.0.0.1:${port}`,
    // The crowd comes from many addresses, as it would through a proxy.
    TRUST_PROXY: 'loopback',
    WORKER: 'off',
  }
}
