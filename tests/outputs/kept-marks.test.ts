import { inflateSync } from 'node:zlib'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, expect, test } from 'vitest'
import { composeMail } from '#app/features/mail/domain/compose-mail.server.ts'
import { findMailBasis } from '#app/features/mail/domain/facts/mail-basis.server.ts'
import { registerAttendee } from '#app/features/registration/domain/lifecycle/register-attendee.server.ts'
import routes from '#app/routes.ts'
import { connection } from '#db/client.server.ts'
import { outbox } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { visitor } from '../factories/contexts.ts'
import { runningApp } from '../running-app.ts'

/** Every text of the seeded worlds ends in two words that an author keeps together; then everything public is asked for. */
const app = await runningApp({ env: { WORKER: 'off' } })
const raw = /Nhà~hát/
const kept = /Nhà[ \u00a0]hát/
const slug = 'harvard-roundtable-2025'
const langs = ['vi', 'en'] as const

beforeAll(async () => {
  for (const [at, language] of langs.entries()) {
    const wish = {
      name: 'Lan',
      organization: '',
      position: '',
      code: '',
      consent: true as const,
      category: 'guest',
    }
    const email = `lan-${at}@example.org`
    await registerAttendee(visitor(language), 'friends-roundtable', { ...wish, language, email })
  }
  const { sql } = connection()
  const columns = await sql<{ table: string; column: string }[]>`
    select c.table_name as table, c.column_name as column from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where table_schema = 'public' and data_type = 'jsonb' and table_type = 'BASE TABLE'`
  for (const { table, column } of columns) {
    await sql`update ${sql(table)} set ${sql(column)} = regexp_replace(${sql(column)}::text,
      '"(vi|en|title|lead|text|words)": "((?:[^"\\\\]|\\\\.)+)"', '"\\1": "\\2 Nhà~hát"', 'g')::jsonb`
  }
  await sql`update venue set address = address || ' Nhà~hát'`
})

const names = { event: slug, session: 'opening', person: 'michael-dukakis', initiative: 'friends-of-film' }

/** Every public address of the route map, in both languages. */
function publicAddresses(): string[] {
  const open = routes
    .map(({ path = '' }) => path)
    .filter((path) => /^(:lang|events|embed|sitemap|robots|initiatives)/.test(path))
    .filter((path) => !/\*|stream|\.png$|:room/.test(path))
  return open.flatMap((path) =>
    langs.map((lang) => {
      const of: Record<string, string> = { lang, ...names }
      const address = `/${path.replace(/:(\w+)/g, (part, name: string) => of[name] ?? part)}`
      return path.startsWith(':lang') ? address : `${address}?lang=${lang}`
    }),
  )
}

async function ask(address: string) {
  const answer = await fetch(app.url + address, { redirect: 'manual' })
  const type = answer.headers.get('Content-Type') ?? ''
  const bytes = new Uint8Array(await answer.arrayBuffer())
  return { status: answer.status, type, text: textOf(type, bytes) }
}

function textOf(type: string, bytes: Uint8Array): string {
  if (type.startsWith('application/zip')) return textOfZip(bytes)
  if (type.startsWith('application/pdf')) return textOfPdf(bytes)
  const text = strFromU8(bytes)
  // Lines of a calendar are folded; what a page carries for its script is no text that anybody reads.
  if (type.startsWith('text/calendar')) return text.replace(/\r\n[ \t]/g, '')
  return type.startsWith('text/html') ? text.replace(/<script(?![^>]*ld\+json)[\s\S]*?<\/script>/g, '') : text
}

function textOfZip(bytes: Uint8Array): string {
  return Object.entries(unzipSync(bytes))
    .map(([name, content]) => {
      if (name.endsWith('.docx')) return textOfZip(content)
      return name.endsWith('.pdf') ? textOfPdf(content) : strFromU8(content)
    })
    .join('\n')
}

/** The strings of a PDF outside its pages: title, subject, bookmarks. */
function textOfPdf(bytes: Uint8Array): string {
  const file = Buffer.from(bytes)
  const parts = [file]
  for (let at = file.indexOf('stream\n'); at >= 0; at = file.indexOf('stream\n', at + 7)) {
    try {
      parts.push(inflateSync(file.subarray(at + 7)))
    } catch {
      // A picture or a font.
    }
  }
  const all = Buffer.concat(parts)
  return `${all.toString('utf8')}\n${all.toString('utf16le')}\n${Buffer.from(all.subarray(0, all.length & ~1))
    .swap16()
    .toString('utf16le')}`
}

test('no address shows the mark, and nearly all show the words', async () => {
  const shown: string[] = []
  const silent: string[] = []
  for (const address of publicAddresses()) {
    const { status, text } = await ask(address)
    const at = raw.exec(text)?.index
    if (at !== undefined) shown.push(`${address}: …${text.slice(Math.max(0, at - 80), at + 20)}`)
    else if (status === 200 && !kept.test(text)) silent.push(address)
  }
  expect(shown).toEqual([])
  expect(silent.filter((one) => !/robots|sitemap|script\.js|privacy|find/.test(one))).toEqual([])
})

test('no mail of the outbox shows the mark, nor the file in it', async () => {
  const rows = await database().select().from(outbox)
  const basis = await findMailBasis(rows)
  const shown: string[] = []
  for (const row of rows) {
    const { message } = await composeMail(row, basis)
    const { subject, text, html, icalEvent } = message
    const all = JSON.stringify([subject, text, html, icalEvent])
    if (raw.test(all)) shown.push(`${row.kind}: ${subject}`)
  }
  expect(shown).toEqual([])
  expect(rows.length).toBeGreaterThan(0)
})
