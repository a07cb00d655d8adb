import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '#tests/database.ts'
import { isNewDatabase } from './contact.mjs'

const { url, sql } = await testDatabase()
const name = `ascii_${randomBytes(6).toString('hex')}`
const place = new URL(url)
place.pathname = `/${name}`
afterAll(async () => {
  const admin = postgres(url, { max: 1 })
  await admin.unsafe(`drop database if exists ${name} with (force)`)
  await admin.end()
})

test('a database that cannot hold Vietnamese gets a sentence', async () => {
  await sql.unsafe(
    `create database ${name} encoding 'SQL_ASCII' locale_provider libc lc_collate 'C' lc_ctype 'C' template template0`,
  )
  await expect(isNewDatabase(place.href)).rejects.toThrow(
    /^The database at .* is encoded in SQL_ASCII, which cannot hold Vietnamese: make one with /,
  )
})

test('one of ours is known, and is not new', async () => {
  expect(await isNewDatabase(url)).toBe(false)
})
