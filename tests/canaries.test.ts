import { and, eq } from 'drizzle-orm'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { askQuestion } from '#app/features/floor/domain/ask-and-vote.server.ts'
import { listQuestions, moderateQuestion, openFloor } from '#app/features/floor/domain/floor.server.ts'
import { ensureSpeaking, speakingToken } from '#app/features/invitations/domain/speaking-link.server.ts'
import { saveCue } from '#app/features/live/domain/cues.server.ts'
import { getLive } from '#app/features/live/domain/live-now.server.ts'
import { startTurn } from '#app/features/live/domain/run-session.server.ts'
import { judgeForPerson } from '#app/features/notes/domain/judge-words.server.ts'
import { write } from '#app/shared/i18n/translated-text.ts'
import { event, floor, noteVersion, person, session } from '#db/schema/index.ts'
import type { RecapContent, RichNode } from '#db/schema/recap-content.ts'
import { database, withTransaction } from '#db/transaction.server.ts'
import { routeMap as routes } from './access/route-map.ts'
import { system, visitor } from './factories/contexts.ts'
import { noteOf } from './factories/notes.ts'
import { publishedRecap } from './factories/recaps.ts'
import { runningApp } from './running-app.ts'

/**
 * Words that nobody outside may ever read are planted wherever such words can stand; then everything public is asked
 * for. One that turns up anywhere sings.
 */
const app = await runningApp({ env: { WORKER: 'off' } })
const slug = 'harvard-roundtable-2025'
const canary = (where: string) => `CANARY-${where}-SINGS`
const heard = /CANARY-[\w-]+-SINGS/g
const both = (where: string) => write({ vi: canary(`${where}-vi`), en: canary(`${where}-en`) })

/** What may be read, so that silence is not only that nothing was there. */
const spoken = { vi: 'Lời được duyệt ABC-1', en: 'Approved words ABC-1' }
const shownQuestion = 'Câu hỏi đang hiện ABC-2'

let code = ''
let speakersPage = ''

beforeAll(async () => {
  const [of] = await database().select().from(event).where(eq(event.slug, slug))
  if (!of) throw new Error('The seed has no roundtable')
  const at = (name: string) => and(eq(session.eventId, of.id), eq(session.slug, name))
  const [talk] = await database().select().from(session).where(at('opening'))
  const [secret] = await database().select().from(session).where(at('identity'))
  const [speaker] = await database().select().from(person).where(eq(person.slug, 'michael-dukakis'))
  if (!talk || !secret || !speaker) throw new Error('The seed has no such session')
  await database().update(session).set({ offRecord: true }).where(eq(session.id, secret.id))
  await database()
    .update(person)
    .set({ email: `${canary('email')}@example.org`, assistantEmail: `${canary('assistant')}@example.org` })
    .where(eq(person.id, speaker.id))
  await plantCues(of.id, talk.id, speaker.id)
  const noteId = await plantNotes(of, { talk: talk.id, secret: secret.id, speaker: speaker.id })
  await plantFloor(of.id, talk.id)
  await startTurn(system(), { eventId: of.id, sessionId: talk.id, personId: speaker.id })
  await plantRecap(of, noteId, speaker)
  const links = await withTransaction((tx) => ensureSpeaking(tx, of.id, [speaker.id]))
  speakersPage = `/speaking/${speakingToken.person({ tokenSalt: links.get(speaker.id)?.tokenSalt ?? '' })}`
})

async function plantCues(eventId: string, sessionId: string, personId: string) {
  for (const one of [null, personId]) {
    const of = one === null ? 'session-cue' : 'person-cue'
    const words = (part: string) => ({ vi: canary(`${of}-${part}-vi`), en: canary(`${of}-${part}-en`) })
    await saveCue(system(), {
      eventId,
      sessionId,
      personId: one,
      revision: 0,
      words: {
        introduction: words('introduction'),
        questions: words('questions'),
        handOver: canary(`${of}-hand-over`),
        interpreting: canary(`${of}-interpreting`),
        technical: canary(`${of}-technical`),
      },
    })
  }
}

type At = { talk: string; secret: string; speaker: string }

/** One note of each reason not to be read, and one that may be; answers its id. */
async function plantNotes(of: typeof event.$inferSelect, { talk, secret, speaker }: At): Promise<string> {
  const said = { kind: 'quote' as const, personId: speaker, sessionId: talk }
  await noteOf(of, { ...said, text: both('unapproved') })
  await noteOf(of, { ...said, personId: null, guestName: canary('guest'), text: both('guest-words') })
  await noteOf(of, { kind: 'decision', sessionId: talk, offRecord: true, text: both('off-record') })
  await noteOf(of, { kind: 'decision', sessionId: secret, text: both('secret-session') })
  await noteOf(of, { kind: 'decision', sessionId: talk, removedAt: new Date(), text: both('removed') })
  const owner = { kind: 'action' as const, ownerName: canary('owner'), authorName: canary('rapporteur') }
  await noteOf(of, { ...owner, personId: speaker, text: both('unapproved-action') })
  const { id } = await noteOf(of, { ...said, text: write(spoken), authorName: canary('author') })
  await database()
    .insert(noteVersion)
    .values({
      noteId: id,
      eventId: of.id,
      revision: 1,
      actorName: canary('editor'),
      content: {
        kind: 'quote',
        sessionId: talk,
        personId: speaker,
        guestName: '',
        text: both('earlier-version'),
        saidAt: of.startsAt.toISOString(),
        offRecord: false,
        removed: false,
        ownerId: null,
        ownerName: '',
        dueOn: null,
        doneAt: null,
      },
    })
  for (const locale of ['vi', 'en'] as const) {
    const judged = { eventId: of.id, noteId: id, locale, words: spoken[locale], verdict: 'approved' as const }
    await judgeForPerson(system(), { ...judged, reason: canary('approval-reason') })
  }
  return id
}

async function plantFloor(eventId: string, sessionId: string) {
  await openFloor(system(), { eventId, sessionId })
  const [row] = await database().select().from(floor).where(eq(floor.sessionId, sessionId))
  code = row?.code ?? ''
  for (const text of [canary('waiting-question'), canary('hidden-question'), shownQuestion]) {
    const voter = text
    await askQuestion(visitor(), code, { text, askedBy: canary('asker'), voter })
  }
  const [hidden, shown] = [canary('hidden-question'), shownQuestion].map(async (text) => {
    const found = (await listQuestions(eventId, sessionId)).find((one) => one.text === text)
    return found?.id ?? ''
  })
  await moderateQuestion(system(), { eventId, questionId: (await hidden) ?? '', state: 'hidden' })
  await moderateQuestion(system(), { eventId, questionId: (await shown) ?? '', state: 'shown' })
}

/** A version that once showed what was put off the record since, and whose text still names it. */
async function plantRecap(
  of: typeof event.$inferSelect,
  noteId: string,
  speaker: { id: string; name: string },
) {
  const withdrawn = await noteOf(of, { kind: 'decision', offRecord: true, text: both('withdrawn') })
  const quote = (id: string, words: string): RichNode => ({ type: 'quote', attrs: { noteId: id, words } })
  const text = (locale: 'vi' | 'en') => ({
    title: 'Bàn tròn',
    lead: 'Lead',
    doc: {
      type: 'doc',
      content: [quote(noteId, canary('stale-words')), quote(withdrawn.id, canary(`withdrawn-${locale}`))],
    },
  })
  const nobody = { honorific: {}, position: {} }
  const kept = (where: string) => ({ vi: canary(`${where}-vi`), en: canary(`${where}-en`) })
  const texts = { vi: text('vi'), en: text('en') }
  const recap: Partial<RecapContent> = {
    texts: { article: texts, 'press-release': texts },
    notes: [
      { ...nobody, id: noteId, kind: 'quote', personId: speaker.id, name: speaker.name, words: spoken },
      { ...nobody, id: withdrawn.id, kind: 'decision', personId: null, name: '', words: kept('withdrawn') },
    ],
  }
  // After the one that the seed published.
  await publishedRecap(of, recap, 2)
}

const langs = ['vi', 'en'] as const
const fixed = { event: slug, session: 'opening', person: 'michael-dukakis', initiative: 'friends-of-film' }

/** Every public address of the route map, in both languages, with what a page asks for behind the scenes. */
function publicAddresses(): string[] {
  const open = routes
    .map(({ path = '' }) => path)
    .filter((path) => /^(:lang|events|embed|oembed|sitemap|robots|initiatives)/.test(path))
  return open.flatMap((path) =>
    langs.flatMap((lang) => {
      const names: Record<string, string> = { lang, ...fixed }
      const address = `/${path.replace(/:(\w+)/g, (part, name: string) => names[name] ?? part)}`
      const query = path.startsWith(':lang') ? '' : `?lang=${lang}`
      return [`${address}${query}`, `${address}.data`]
    }),
  )
}

async function ask(address: string): Promise<string> {
  const ended = new AbortController()
  const answer = await fetch(app.url + address, { redirect: 'manual', signal: ended.signal })
  const type = answer.headers.get('Content-Type') ?? ''
  // A stream says all at its first word.
  if (type.startsWith('text/event-stream')) {
    const reader = answer.body?.getReader()
    let text = ''
    while (reader && !text.includes('data:'))
      text += strFromU8((await reader.read()).value ?? new Uint8Array())
    ended.abort()
    return text
  }
  const bytes = new Uint8Array(await answer.arrayBuffer())
  return type === 'application/zip' ? textOfZip(bytes) : strFromU8(bytes)
}

function textOfZip(bytes: Uint8Array): string {
  return Object.entries(unzipSync(bytes))
    .map(([name, content]) => (name.endsWith('.docx') ? textOfZip(content) : strFromU8(content)))
    .join('\n')
}

/** Of what is chosen by a query on pages that lie beside each other (years of provinces) so many are read, not all. */
function isOneOfMany(address: string, chosen: Map<string, number>): boolean {
  const [path = '', query] = address.split('?')
  if (query === undefined) return false
  const beside = path.slice(0, path.lastIndexOf('/'))
  const before = chosen.get(beside) ?? 0
  chosen.set(beside, before + 1)
  return before >= 40
}

const found = (text: string) => [...new Set(text.match(heard) ?? [])]

describe('nothing private is in anything public', () => {
  test('in every public address of the map', async () => {
    const songs: string[] = []
    for (const address of publicAddresses()) {
      for (const song of found(await ask(address))) songs.push(`${address}: ${song}`)
    }
    expect(songs).toEqual([])
  })

  test('in whatever can be reached by links from the first page', async () => {
    const seen = new Set<string>()
    const open = langs.map((lang) => `/${lang}`)
    const songs: string[] = []
    const chosen = new Map<string, number>()
    for (let address = open.pop(); address !== undefined; address = open.pop()) {
      if (seen.has(address)) continue
      seen.add(address)
      if (isOneOfMany(address, chosen)) continue
      const text = await ask(address)
      for (const song of found(text)) songs.push(`${address}: ${song}`)
      for (const [, href = ''] of text.matchAll(/(?:href|src)="(\/[^"#]*)/g)) {
        const next = href.replaceAll('&amp;', '&')
        if (!/^\/(assets|sign-in)/.test(next)) open.push(next)
      }
    }
    expect(songs).toEqual([])
    expect(seen.size).toBeGreaterThan(60)
  })

  test('in the live state, on the page for questions, and on the way in between', async () => {
    const [of] = await database().select().from(event).where(eq(event.slug, slug))
    const live = JSON.stringify(await getLive(of?.id ?? ''))
    const page = await ask(`/floor/${code}`)
    expect(found(live + page + (await ask(`/floor/${code}.data`)))).toEqual([])
    expect(live).toContain(shownQuestion)
    expect(page).toContain(shownQuestion)
  })
})

test('what may be read is there', async () => {
  expect(await ask(`/vi/events/${slug}/recap`)).toContain(spoken.vi)
  expect(await ask(`/en/events/${slug}/recap/press-kit.zip`)).toContain(spoken.en)
})

test('a speaker reads their own words and no cue, no other’s words, nothing off the record', async () => {
  const page = await ask(`${speakersPage}/words`)
  expect(found(page).map((one) => one.replace(/^CANARY-|(-vi|-en)?-SINGS$/g, ''))).toEqual(
    expect.arrayContaining(['unapproved', 'unapproved-action']),
  )
  const foreign = /cue|guest|off-record|secret|removed|withdrawn|question|rapporteur|author|editor/
  expect(found(page).filter((one) => foreign.test(one))).toEqual([])
})
