import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import type { LiveState } from '#app/features/live/domain/live-state.ts'
import { endSession, startTurn } from '#app/features/live/domain/run-session.server.ts'
import { event, person, run, turn } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { startApp } from './app-process.ts'
import { system } from './factories/contexts.ts'
import { runningApp } from './running-app.ts'

const app = await runningApp({ env: { WORKER: 'off' } })
const other = await runningApp({ env: { WORKER: 'off' }, beside: app })
const slug = 'friends-roundtable'
const address = `/events/${slug}/live/stream`

let at = { eventId: '', sessionId: '' }
let speakers: string[] = []
beforeAll(async () => {
  const [of] = await database().select().from(event).where(eq(event.slug, slug))
  const state = await (await fetch(app.url + address)).json()
  const talk = (state as LiveState).sessions.find((one) => one.turns.length > 1)
  if (!of || !talk) throw new Error('The seed has no session of two speakers')
  at = { eventId: of.id, sessionId: talk.id }
  speakers = talk.turns.map((one) => one.personId)
})

type Message = { event: string; data: string; id: string }

/** Follows a stream, and gives each message once. */
async function follow(url: string) {
  const ended = new AbortController()
  const answer = await fetch(url + address, {
    headers: { Accept: 'text/event-stream' },
    signal: ended.signal,
  })
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  const next = async (): Promise<Message | null> => {
    for (;;) {
      const end = text.indexOf('\n\n')
      if (end >= 0) {
        const lines = text.slice(0, end).split('\n')
        text = text.slice(end + 2)
        const field = (name: string) =>
          lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2)
        if (field('data') === undefined) continue
        return { event: field('event') ?? 'message', data: field('data') ?? '', id: field('id') ?? '' }
      }
      const part = await reader?.read().catch(() => ({ done: true, value: '' }))
      if (!part || part.done) return null
      text += part.value
    }
  }
  const state = async (fits: (state: LiveState) => boolean): Promise<LiveState> => {
    for (;;) {
      const message = await next()
      if (!message) throw new Error('The stream ended')
      if (message.event !== 'message') continue
      const found = JSON.parse(message.data) as LiveState
      if (fits(found)) return found
    }
  }
  return { answer, next, state, stop: () => ended.abort() }
}

const isRunning = (one: LiveState['sessions'][number]) =>
  one.id === at.sessionId && one.startedAt !== null && one.endedAt === null

const speaks = (personId: string | undefined) => (state: LiveState) =>
  state.sessions.some((one) =>
    one.turns.some((each) => each.personId === personId && each.startedAt && !each.endedAt),
  )

test('a stream begins with the server’s clock and the whole state', async () => {
  const stream = await follow(app.url)
  expect(stream.answer.headers.get('Content-Type')).toBe('text/event-stream; charset=utf-8')
  const [clock, first] = [await stream.next(), await stream.next()]
  expect(clock?.event).toBe('clock')
  expect(Math.abs(Number(clock?.data) - Date.now())).toBeLessThan(60_000)
  expect(JSON.parse(first?.data ?? '{}')).toMatchObject({ rooms: expect.any(Array), questions: [] })
  stream.stop()
})

test('what happens reaches the screens of every process, and nothing is told twice out of order', async () => {
  const streams = await Promise.all([app, app, other, other].map(({ url }) => follow(url)))
  for (const stream of streams) await stream.state(() => true)
  const [first, second] = speakers
  await startTurn(system(), { ...at, personId: first ?? '' })
  const heard = await Promise.all(streams.map((one) => one.state(speaks(first))))
  expect(new Set(heard.map((one) => one.revision)).size).toBe(1)
  await startTurn(system(), { ...at, personId: second ?? '' })
  for (const stream of streams) {
    const state = await stream.state(speaks(second))
    expect(state.revision).toBeGreaterThan(heard[0]?.revision ?? 0)
    expect(speaks(first)(state)).toBe(false)
  }
  for (const stream of streams) stream.stop()
})

test('a hundred changes at once end in the newest state for everybody', async () => {
  const streams = await Promise.all([app, other].map(({ url }) => follow(url)))
  const turns = Array.from({ length: 100 }, (_, n) => speakers[n % speakers.length] ?? '')
  await Promise.all(turns.map((personId) => startTurn(system(), { ...at, personId })))
  for (const stream of streams) await stream.state((state) => state.sessions.some(isRunning))
  await endSession(system(), at)
  for (const stream of streams) {
    // It is weeks away: once ended, no screen needs it.
    await stream.state((state) => !state.sessions.some(isRunning))
    stream.stop()
  }
  const open = await database().select().from(turn).where(eq(turn.sessionId, at.sessionId))
  expect(open.filter((one) => one.endedAt === null)).toEqual([])
})

test('whoever comes after the server was killed is told what was true meanwhile', async () => {
  const app3 = await startApp({ DATABASE_URL: app.databaseUrl, WORKER: 'off' })
  const before = await follow(app3.url)
  await before.state(() => true)
  await app3.stop()
  expect(await before.next()).toBeNull()
  await database().delete(turn).where(eq(turn.sessionId, at.sessionId))
  await database().delete(run).where(eq(run.sessionId, at.sessionId))
  const [someone] = await database()
    .select()
    .from(person)
    .where(eq(person.id, speakers[0] ?? ''))
  await startTurn(system(), { ...at, personId: someone?.id ?? '' })
  const app4 = await startApp({ DATABASE_URL: app.databaseUrl, WORKER: 'off' })
  const after = await follow(app4.url)
  await after.state(speaks(someone?.id))
  after.stop()
  await app4.stop()
})

test('an event that is not public has no stream, and neither has one that does not exist', async () => {
  const ask = (name: string) =>
    fetch(`${app.url}/events/${name}/live/stream`, { headers: { Accept: 'text/event-stream' } })
  expect((await ask('nothing-here')).status).toBe(404)
  await database().update(event).set({ publishedAt: null }).where(eq(event.slug, slug))
  expect((await ask(slug)).status).toBe(404)
})

test('the screens are ordinary pages that name their stream', async () => {
  await database().update(event).set({ publishedAt: new Date() }).where(eq(event.slug, slug))
  for (const screen of ['live', 'live/clock', 'live/now']) {
    const page = await (await fetch(`${app.url}/vi/events/${slug}/${screen}`)).text()
    expect(page).toContain(`data-live="${slug}"`)
    expect(page).toContain('<script src="/live.js" defer')
  }
})
