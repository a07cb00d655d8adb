import { randomUUID } from 'node:crypto'
import { chromium } from 'playwright-core'
import { addAppearance } from '#app/features/agenda/domain/add-appearance.server.ts'
import { contentOf } from '#app/features/notes/domain/stored-notes.server.ts'
import { addPerson } from '#app/features/people/domain/add-person.server.ts'
import { systemContext } from '#app/shared/context.ts'
import { write } from '#app/shared/i18n/translated-text.ts'
import { noteKinds } from '#app/shared/vocabulary.ts'
import { note, noteVersion } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { event } from '#tests/factories/events.ts'
import { sessionOf } from '#tests/factories/sessions.ts'
import { findBrowser } from '../find-browser.mjs'
import { switches, traced } from './editor.ts'
import { load } from './load.ts'
import { type Finding, milliseconds, percentile } from './measure.ts'
import { root } from './processes.ts'
import { getBytes, repeated } from './requests.ts'
import { signIn } from './stage.ts'
import type { World } from './world.ts'

const entries = 1000
const pageWanted = 200
const keyWanted = 16

/** The rapporteurs' page with the notes of a long day: how soon it is there, and how it takes what is typed. */
export async function measureNotes(world: World): Promise<Finding[]> {
  const slug = await openNotedDay()
  const cookie = await signIn()
  const path = `/organize/events/${slug}/notes`
  const bytes = getBytes(world.web.port, `${path}?session=all`, { Cookie: cookie })
  const ask = (count: number) => load({ port: world.web.port, clients: 1, next: repeated(bytes, count) })
  await ask(20)
  const { p50, p95 } = await ask(60)
  const keys = await typed(`http://127.0.0.1:${world.web.port}`, path, cookie)
  const key95 = percentile(keys, 0.95)
  return [
    {
      what: 'notes page with 1,000 entries, 95th percentile',
      result: `${milliseconds(p95)}, median ${milliseconds(p50)}`,
      target: `≤ ${pageWanted} ms`,
      met: p95 <= pageWanted,
      raw: { p50, p95 },
    },
    {
      what: 'typing a note beside 1,000: script a letter, p95',
      result: `${milliseconds(key95)}, median ${milliseconds(percentile(keys, 0.5))}`,
      target: `≤ ${keyWanted} ms`,
      met: key95 <= keyWanted,
      raw: { p95: key95, letters: keys.length },
    },
  ]
}

async function openNotedDay(): Promise<string> {
  const ctx = systemContext('bench')
  const made = await event({ slug: 'bench-notes', timeZone: 'Asia/Ho_Chi_Minh' })
  const sessions = await Promise.all(
    Array.from({ length: 10 }, (_, at) => sessionOf(made, { from: at * 10, minutes: 10 })),
  )
  const people: string[] = []
  for (let at = 0; at < 30; at++) {
    const { id } = await addPerson(ctx, { eventId: made.id, name: `Nguyễn Văn Ghi ${at + 1}` })
    people.push(id)
    const sessionId = sessions[at % sessions.length]?.id ?? ''
    await addAppearance(ctx, { sessionId, personId: id, role: 'speaker' })
  }
  const rows = await database()
    .insert(note)
    .values(
      Array.from({ length: entries }, (_, at) => ({
        id: randomUUID(),
        eventId: made.id,
        sessionId: sessions[at % sessions.length]?.id ?? null,
        kind: noteKinds[at % noteKinds.length] ?? ('quote' as const),
        personId: people[at % people.length] ?? null,
        saidAt: new Date(made.startsAt.getTime() + at * 6000),
        text: write({ vi: `Lời thứ ${at}. ${'Phim là ký ức của chúng ta. '.repeat(4)}`, en: `Words ${at}.` }),
        authorName: 'bench',
      })),
    )
    .returning()
  await database()
    .insert(noteVersion)
    .values(
      rows.map((row) => ({
        noteId: row.id,
        eventId: made.id,
        revision: 1,
        actorName: 'bench',
        content: contentOf(row),
      })),
    )
  return made.slug
}

/** How long the page's scripts took for each letter of a line. */
async function typed(base: string, path: string, cookie: string): Promise<number[]> {
  const { CHROME_PATH = '', ...libraries } = await findBrowser(root)
  const browser = await chromium.launch({
    executablePath: CHROME_PATH,
    args: switches,
    env: { ...(process.env as Record<string, string>), ...libraries },
  })
  try {
    const context = await browser.newContext({ baseURL: base, viewport: { width: 1280, height: 900 } })
    const [name = '', value = ''] = cookie.split('=')
    await context.addCookies([{ name, value, url: base }])
    const page = await context.newPage()
    await page.goto(`${path}?session=all`)
    // The script has the line when it says how the letter is understood.
    await page.locator('#entry-line').fill('d')
    await page.locator('#entry-line').fill('q ghi ')
    await page.locator('#entry-read', { hasText: 'Nguyễn Văn Ghi' }).waitFor()
    const trace = await traced(await context.newCDPSession(page))
    await page.locator('#entry-line').focus()
    await page.keyboard.type('Phim là ký ức của chúng ta, và chúng ta giữ phim như giữ nhà. '.repeat(3))
    return (await trace.end()).dispatched('input')
  } finally {
    await browser.close()
  }
}
