import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import postgres from 'postgres'
import { readBlocks, readLine } from './launch/copy-text.mjs'
import { keepSecret, secretOf } from './launch/secret.mjs'
import { stopWith } from './launch/sentence.mjs'

const format = 'ban-tron-backup-1'
const open = (url) => postgres(url, { max: 1, onnotice: () => {} })
const fingerprint = (secret) =>
  secret ? createHash('sha256').update(secret).digest('hex').slice(0, 16) : null
const quote = (name) => `"${name.replaceAll('"', '""')}"`
const listed = ({ name, columns }) => `public.${quote(name)} (${columns.map(quote).join(', ')})`

/**
 * Writes every table as of one moment into one gzipped file: a line of JSON, then each table's rows as COPY text up to
 * a line `\.`. The program may go on running. With the embedded database the session secret goes along, because the
 * personal links in mails are made from it.
 * @param {{ databaseUrl: string, dataDir: string, isEmbedded: boolean, file?: string }} options
 */
export async function backUp({ databaseUrl, dataDir, isEmbedded, file }) {
  const stamp = new Date().toISOString().slice(0, 19).replaceAll(/[-:]/g, '')
  const target = file ?? path.join(dataDir, 'backups', `ban-tron-${stamp}.gz`)
  const unfinished = `${target}.unfinished`
  const secret = process.env.SESSION_SECRET
  const sql = open(databaseUrl)
  try {
    mkdirSync(path.dirname(target), { recursive: true })
    await sql.begin('isolation level repeatable read read only', async (tx) => {
      const contents = {
        format,
        madeAt: new Date().toISOString(),
        level: await levelOf(tx),
        tables: await tablesOf(tx),
      }
      const secrets = {
        secretFingerprint: fingerprint(secret),
        ...(isEmbedded ? { sessionSecret: secret } : {}),
      }
      const header = { ...contents, sequences: await sequencesOf(tx), ...secrets }
      await pipeline(
        Readable.from(linesOf(tx, header)),
        createGzip(),
        createWriteStream(unfinished, { mode: 0o600 }),
      )
    })
    renameSync(unfinished, target)
    return target
  } catch (error) {
    rmSync(unfinished, { force: true })
    if (!error.syscall) throw error
    throw stopWith(
      `The backup could not be written to ${target} (${error.code}): name a file in a writable folder.`,
    )
  } finally {
    await sql.end()
  }
}

async function* linesOf(tx, header) {
  yield `${JSON.stringify(header)}\n`
  for (const table of header.tables) {
    yield* await tx.unsafe(`copy ${listed(table)} to stdout`).readable()
    yield '\\.\n'
  }
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
  const bytes = input[Symbol.asyncIterator]()
  try {
    const { line, rest } = await readLine(bytes)
    const header = parseHeader(line, file)
    await sql.begin(async (tx) => {
      await refuseOtherLevel(tx, header.level)
      await makeEmpty(tx, force)
      const keys = await dropForeignKeys(tx)
      let after = rest
      for (const table of header.tables) after = await fill(tx, table, bytes, after)
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
    throw isUnreadable(error)
      ? stopWith(`${file} cannot be restored: it is no complete backup of Bàn Tròn.`)
      : error
  } finally {
    input.destroy()
    await sql.end()
  }
}

const isUnreadable = (error) =>
  ['ENOENT', 'EISDIR', 'EACCES', 'Z_BUF_ERROR', 'Z_DATA_ERROR'].includes(error?.code)

function parseHeader(line, file) {
  try {
    const header = JSON.parse(line)
    if (header.format === format) return header
  } catch {
    // Said below.
  }
  throw stopWith(`${file} is no backup of Bàn Tròn.`)
}

async function fill(tx, table, bytes, rest) {
  const left = { rest }
  const writable = await tx.unsafe(`copy ${listed(table)} from stdin`).writable()
  await pipeline(Readable.from(readBlocks(bytes, left)), writable)
  return left.rest
}

async function refuseOtherLevel(tx, level) {
  const here = await levelOf(tx)
  if (JSON.stringify(here) === JSON.stringify(level)) return
  throw stopWith(
    here.length < level.length
      ? 'The backup was made by a newer Bàn Tròn: restore it with that version.'
      : 'The backup was made by an earlier Bàn Tròn: restore it with that version, then start this one, which brings it up to date.',
  )
}

async function makeEmpty(tx, force) {
  const names = (await tablesOf(tx)).map(({ name }) => `public.${quote(name)}`)
  if (force) return tx.unsafe(`truncate ${names.join(', ')} cascade`)
  for (const name of names) {
    const [found] = await tx.unsafe(`select exists (select from ${name}) as yes`)
    if (found.yes)
      throw stopWith(
        'The database is not empty: restore into a new one, or add --force to replace all that is in it.',
      )
  }
}

/** Rows come table by table, so what they point to may come later; the keys are checked when all are there. */
async function dropForeignKeys(tx) {
  const keys = await tx`
    select conrelid::regclass::text as "table", quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by conname`
  for (const { table, name } of keys) await tx.unsafe(`alter table ${table} drop constraint ${name}`)
  return keys
}

async function levelOf(tx) {
  const rows = await tx`select created_at::text as made from drizzle.__drizzle_migrations order by id`
  return rows.map(({ made }) => made)
}

/** Our lasting tables with the columns that can be written; unlogged ones are not worth keeping. */
async function tablesOf(tx) {
  return tx`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relpersistence = 'p'
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    group by c.relname order by c.relname`
}

async function sequencesOf(tx) {
  return tx`
    select quote_ident(schemaname) || '.' || quote_ident(sequencename) as name, last_value::text as value
    from pg_sequences where schemaname = 'public' and last_value is not null order by 1`
}

async function takeOverSecret(dataDir, { sessionSecret }) {
  if (!sessionSecret || process.env.SESSION_SECRET !== (await secretOf(dataDir))) return
  keepSecret(dataDir, sessionSecret)
  process.env.SESSION_SECRET = sessionSecret
}
