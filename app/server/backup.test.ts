import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { testDatabase } from '#tests/database.ts'
import { backUp, restore } from './backup.mjs'
import { secretOf } from './launch/secret.mjs'

const { url: databaseUrl, sql } = await testDatabase()
const strange = 'Đặng "Hoàng" Giang,\t<x>\\N \\. \n\\.\n🎋'
let dataDir: string
let file: string
const clones: string[] = []

/** An empty, migrated database to restore into. */
async function emptyDatabase() {
  const name = `test_${randomBytes(6).toString('hex')}`
  await administer((admin) => admin.unsafe(`create database ${name} template postgres`))
  clones.push(name)
  return databaseUrl.replace(/[^/]+$/, name)
}

async function administer(work: (admin: postgres.Sql) => Promise<unknown>) {
  const admin = postgres(inject('databaseServer').replace(/[^/]+$/, 'template1'), {
    max: 1,
    onnotice: () => {},
  })
  await work(admin)
  await admin.end()
}

async function ask(url: string, query: string) {
  const client = postgres(url, { max: 1 })
  const rows = await client.unsafe(query)
  await client.end()
  return rows.map((row) => ({ ...row }))
}

const restoreInto = (url: string, from = file, force = false) =>
  restore({ databaseUrl: url, dataDir, isEmbedded: false, file: from, force, say: () => {} })

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'ban-tron-backup-'))
  await sql`insert into organization (slug, short_name, name) values ('vfda', ${strange}, ${JSON.stringify({ vi: strange })}::jsonb)`
  await sql`insert into activity (actor_name, verb, subject_name) select 'A', 'tested', n::text from generate_series(1, 8000) n`
  await sql`insert into event (slug, kind, title, starts_at, ends_at, time_zone)
    values ('parent', 'festival', '{}', now(), now() + interval '1 hour', 'Asia/Ho_Chi_Minh')`
  await sql`insert into event (slug, kind, title, parent_id, starts_at, ends_at, time_zone)
    select 'child', 'roundtable', '{}', id, starts_at, ends_at, time_zone from event`
  await sql`insert into host (event_id, organization_id, position) select e.id, o.id, 1 from event e, organization o`
  file = await backUp({ databaseUrl, dataDir, isEmbedded: false })
})
afterAll(async () => {
  await administer(async (admin) => {
    for (const name of clones) await admin.unsafe(`drop database ${name} with (force)`)
  })
  await rm(dataDir, { recursive: true })
})

it('brings back every row as it was, and goes on counting', async () => {
  const target = await emptyDatabase()
  await restoreInto(target)
  for (const table of ['organization', 'event', 'host']) {
    const query = `select t::text from ${table} t order by 1`
    expect(await ask(target, query)).toEqual(await ask(databaseUrl, query))
  }
  expect(await ask(target, 'select count(*)::int as n, max(id)::int as last from activity')).toEqual([
    { n: 8_000, last: 8_000 },
  ])
  expect(
    await ask(target, `insert into activity (actor_name, verb) values ('A', 'x') returning id::int`),
  ).toEqual([{ id: 8_001 }])
  const keys = `select conname, pg_get_constraintdef(oid) as definition from pg_constraint where contype = 'f' order by 1`
  expect(await ask(target, keys)).toEqual(await ask(databaseUrl, keys))
})

it('is readable by its owner only and holds no secret of a shared server', async () => {
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  const header =
    gunzipSync(await readFile(file))
      .toString('utf8')
      .split('\n')[0] ?? ''
  expect(header).not.toContain(process.env.SESSION_SECRET)
  expect(JSON.parse(header).secretFingerprint).toMatch(/^[0-9a-f]{16}$/)
})

it('refuses a database that is not empty, unless forced to replace it', async () => {
  const target = await emptyDatabase()
  await ask(target, `insert into organization (slug, short_name) values ('other', 'Other')`)
  await expect(restoreInto(target)).rejects.toThrow('not empty')
  expect(await ask(target, 'select slug from organization')).toEqual([{ slug: 'other' }])
  await restoreInto(target, file, true)
  expect(await ask(target, 'select slug from organization')).toEqual([{ slug: 'vfda' }])
})

it('takes nothing of a torn or foreign file', async () => {
  const target = await emptyDatabase()
  const torn = path.join(dataDir, 'torn.gz')
  await writeFile(torn, await readFile(file))
  await truncate(torn, Math.floor((await stat(file)).size * 0.7))
  await expect(restoreInto(target, torn)).rejects.toThrow('no complete backup')
  await expect(restoreInto(target, path.join(dataDir, 'none.gz'))).rejects.toThrow('no complete backup')
  await writeFile(torn, 'text')
  await expect(restoreInto(target, torn)).rejects.toThrow('no complete backup')
  expect(await ask(target, 'select slug from organization')).toEqual([])
})

const afterHosts = (text: string, change: (rows: string) => string) => {
  const start = text.indexOf('"host"\n')
  return text.slice(0, start) + change(text.slice(start))
}

it.each<[string, (text: string) => string, string]>([
  ['with a row that a check forbids', (text) => text.replace('"parent"', '"Pa rent"'), 'event_slug'],
  ['with a row of another shape', (text) => text.replace('"festival"', '{}'), 'event_kind'],
  ['with a row that is none', (text) => text.replace('\n[', '\n[,'), 'json'],
  [
    'with a row that points to nothing',
    (text) => afterHosts(text, (rows) => rows.replace(/\["[^"]+"/, `["${randomUUID()}"`)),
    'host_event',
  ],
  ['that lacks a row', (text) => text.replace(/\n\[.*\n/, '\n'), 'no complete backup'],
  ['that lacks its end', (text) => text.replace(/\d+\n$/, ''), 'no complete backup'],
])('takes nothing of a file %s', async (_, change, words) => {
  const target = await emptyDatabase()
  const broken = path.join(dataDir, 'broken.gz')
  const text = gunzipSync(await readFile(file)).toString('utf8')
  expect(change(text)).not.toBe(text)
  await writeFile(broken, gzipSync(change(text)))
  await expect(restoreInto(target, broken)).rejects.toThrow(words)
  expect(await ask(target, 'select slug from organization')).toEqual([])
})

it('refuses a database at another level', async () => {
  const target = await emptyDatabase()
  await ask(
    target,
    'delete from drizzle.__drizzle_migrations where id = (select max(id) from drizzle.__drizzle_migrations)',
  )
  await expect(restoreInto(target)).rejects.toThrow('made by a newer Bàn Tròn')
})

it('carries the secret of an embedded database along, so that links in mails stay good', async () => {
  const before = process.env.SESSION_SECRET
  const inOld = 'the secret of the old installation, long enough'
  process.env.SESSION_SECRET = inOld
  const embedded = await backUp({
    databaseUrl,
    dataDir,
    isEmbedded: true,
    file: path.join(dataDir, 'embedded.gz'),
  })
  process.env.SESSION_SECRET = await secretOf(dataDir)
  await restore({ databaseUrl: await emptyDatabase(), dataDir, isEmbedded: true, file: embedded })
  expect(await secretOf(dataDir)).toBe(inOld)
  process.env.SESSION_SECRET = before
})
