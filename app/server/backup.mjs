import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import postgres from 'postgres'
import { dropForeignKeys, levelOf, quote, sequencesOf, tablesOf } from './launch/catalog.mjs'
import { keepSecret, secretOf } from './launch/secret.mjs'
import { codeOf, stopWith, syscallOf } from './launch/sentence.mjs'

/** @typedef {import('./launch/catalog.mjs').Transaction} Transaction */
/** @typedef {import('./launch/catalog.mjs').Column} Column */
/** @typedef {() => Promise<string | undefined>} NextLine */
/**
 * @typedef {object} Header
 * @property {string} format
 * @property {string} madeAt
 * @property {string[]} level which migrations the database had
 * @property {string | null} secretFingerprint
 * @property {string | undefined} [sessionSecret]
 * @property {{ name: string, value: string }[]} sequences
 */

const format = 'ban-tron-backup-1'
const batchSize = 500_000
const open = (/** @type {string} */ url) => postgres(url, { max: 1, onnotice: () => {} })
const fingerprint = (/** @type {string | undefined} */ secret) =>
  secret ? createHash('sha256').update(secret).digest('hex').slice(0, 16) : null

/**
 * Writes every table as of one moment into one gzipped file of JSON lines: a header; then for each table its name and
 * its rows, each an array of the columns' text; then the number of rows. The program may go on running. With the
 * embedded database the session secret goes along, because the personal links in mails are made from it.
 * @param {{ databaseUrl: string, dataDir: string, isEmbedded: boolean, file?: string }} options
 */
export async function backUp({ databaseUrl, dataDir, isEmbedded, file }) {
  const stamp = new Date().toISOString().slice(0, 19).replaceAll(/[-:]/g, '')
  const target = file ?? path.join(dataDir, 'backups', `ban-tron-${stamp}.gz`)
  const unfinished = `${target}.unfinished`
  const secret = process.env.SESSION_SECRET
  const sql = open(databaseUrl)
  try {
    mkdirSync(path.dirname(target), { recursive: true, mode: 0o700 })
    await sql.begin('isolation level repeatable read read only', async (tx) => {
      const secrets = {
        secretFingerprint: fingerprint(secret),
        ...(isEmbedded ? { sessionSecret: secret } : {}),
      }
      const header = { format, madeAt: new Date().toISOString(), level: await levelOf(tx), ...secrets }
      const lines = Readable.from(linesOf(tx, { ...header, sequences: await sequencesOf(tx) }))
      await pipeline(lines, createGzip(), createWriteStream(unfinished, { mode: 0o600 }))
    })
    renameSync(unfinished, target)
    return target
  } catch (error) {
    rmSync(unfinished, { force: true })
    const call = syscallOf(error)
    if (!call || call === 'connect') throw error
    throw stopWith(
      `The backup could not be written to ${target} (${codeOf(error)}): name a file in a writable folder.`,
    )
  } finally {
    await sql.end()
  }
}

/**
 * @param {Transaction} tx
 * @param {Header} header
 */
async function* linesOf(tx, header) {
  yield `${JSON.stringify(header)}\n`
  let count = 0
  for (const { name, columns } of await tablesOf(tx)) {
    yield `${JSON.stringify(name)}\n`
    const values = columns.map((column) => `${quote(column.name)}::text`).join(', ')
    const query = `select json_build_array(${values})::text as row from public.${quote(name)}`
    for await (const rows of tx.unsafe(query).cursor(1000)) {
      count += rows.length
      yield rows.map(({ row }) => `${row}\n`).join('')
    }
  }
  yield `${count}\n`
}

/**
 * Reads such a file into a migrated, empty database, in one transaction: all of it or nothing.
 * @param {{ databaseUrl: string, dataDir: string, isEmbedded: boolean, file: string, force?: boolean, say?: (line: string) => void }} options
 */
export async function restore({ databaseUrl, dataDir, isEmbedded, file, force = false, say = console.log }) {
  const sql = open(databaseUrl)
  const source = createReadStream(file)
  const input = source.pipe(createGunzip())
  source.once('error', (error) => input.destroy(error))
  try {
    const lines = createInterface({ input })[Symbol.asyncIterator]()
    // readline passes no errors on; this is how the reading below learns of one.
    /** @type {Promise<never>} */
    const failure = new Promise((_, reject) => input.once('error', reject))
    failure.catch(() => {})
    const next = async () => (await Promise.race([lines.next(), failure])).value
    const header = parseHeader(await next(), file)
    await sql.begin(async (tx) => {
      await refuseOtherLevel(tx, header.level)
      // The backup brings the counts of its registrations: they are not counted once more.
      await tx`set local bantron.restoring = 'on'`
      await makeEmpty(tx, force)
      const keys = await dropForeignKeys(tx)
      // Counts are in the backup: what keeps them would count everything a second time.
      await tx`select set_config('bantron.restoring', 'yes', true)`
      await fill(tx, next, file)
      for (const { name, value } of header.sequences) await tx`select setval(${name}::regclass, ${value})`
      for (const { table, name, definition } of keys) {
        await tx.unsafe(`alter table ${table} add constraint ${name} ${definition}`)
      }
    })
    await sql`analyze`
    if (isEmbedded) await takeOverSecret(dataDir, header)
    if (fingerprint(process.env.SESSION_SECRET) !== header.secretFingerprint) {
      say(
        'SESSION_SECRET is not the one of the backup: personal links sent before it was made no longer work.',
      )
    }
  } catch (error) {
    throw isUnreadable(error) ? stopWith(incomplete(file)) : error
  } finally {
    input.destroy()
    await sql.end()
  }
}

const incomplete = (/** @type {string} */ file) =>
  `${file} cannot be restored: it is no complete backup of Bàn Tròn.`
const isUnreadable = (/** @type {unknown} */ error) =>
  ['ENOENT', 'EISDIR', 'EACCES', 'Z_BUF_ERROR', 'Z_DATA_ERROR'].includes(codeOf(error) ?? '')

/**
 * @param {string | undefined} line
 * @param {string} file
 * @returns {Header}
 */
function parseHeader(line, file) {
  try {
    const header = JSON.parse(line ?? '')
    if (header.format === format) return header
  } catch {
    // Said below.
  }
  throw stopWith(`${file} is no backup of Bàn Tròn.`)
}

/**
 * Inserts the rows in batches; the last line says how many there must have been.
 * @param {Transaction} tx
 * @param {NextLine} next
 * @param {string} file
 */
async function fill(tx, next, file) {
  const tables = new Map((await tablesOf(tx)).map(({ name, columns }) => [name, columns]))
  /** @type {{ name: string, columns: Column[] } | undefined} */
  let table
  let count = 0
  /** @type {string[]} */
  let batch = []
  let size = 0
  const flush = async () => {
    if (table && batch.length > 0) await insert(tx, table, `[${batch.join(',')}]`)
    batch = []
    size = 0
  }
  for (let line = await next(); line !== undefined; line = await next()) {
    if (line.startsWith('[') && table) {
      count += 1
      size += batch.push(line) && line.length
      if (size > batchSize) await flush()
      continue
    }
    await flush()
    if (!line.startsWith('"')) {
      if (Number(line) === count) return
      break
    }
    const name = JSON.parse(line)
    const columns = tables.get(name)
    table = columns && { name, columns }
  }
  throw stopWith(incomplete(file))
}

/**
 * @param {Transaction} tx
 * @param {{ name: string, columns: Column[] }} table
 * @param {string} rows
 */
function insert(tx, { name: table, columns }, rows) {
  const names = columns.map(({ name }) => quote(name)).join(', ')
  const values = columns.map(({ type }, n) => `(row ->> ${n})::${type}`).join(', ')
  // By way of text: the driver would wrap a json parameter once more.
  const source = 'json_array_elements($1::text::json) as rows (row)'
  const query = `insert into public.${quote(table)} (${names}) overriding system value select ${values} from ${source}`
  return tx.unsafe(query, [rows])
}

/**
 * @param {Transaction} tx
 * @param {string[]} level
 */
async function refuseOtherLevel(tx, level) {
  const here = await levelOf(tx)
  if (JSON.stringify(here) === JSON.stringify(level)) return
  throw stopWith(
    here.length < level.length
      ? 'The backup was made by a newer Bàn Tròn: restore it with that version.'
      : 'The backup was made by an earlier Bàn Tròn: restore it with that version, then start this one, which brings it up to date.',
  )
}

/**
 * @param {Transaction} tx
 * @param {boolean} force
 */
async function makeEmpty(tx, force) {
  const names = (await tablesOf(tx)).map(({ name }) => `public.${quote(name)}`)
  if (force) return tx.unsafe(`truncate ${names.join(', ')} cascade`)
  for (const name of names) {
    const [found] = await tx.unsafe(`select exists (select from ${name}) as yes`)
    if (found?.yes) {
      throw stopWith(
        'The database is not empty: restore into a new one, or add --force to replace all that is in it.',
      )
    }
  }
}

/**
 * @param {string} dataDir
 * @param {Header} header
 */
async function takeOverSecret(dataDir, { sessionSecret }) {
  if (!sessionSecret || process.env.SESSION_SECRET !== (await secretOf(dataDir))) return
  keepSecret(dataDir, sessionSecret)
  process.env.SESSION_SECRET = sessionSecret
}
