import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { withRequestStore } from '#app/shared/http/request-store.server.ts'
import { floor, floorQuestion, floorVote, live } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { testDatabase } from '#tests/database.ts'
import { signedIn, system, visitor } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { sessionOf } from '#tests/factories/sessions.ts'
import { askQuestion, listShownQuestions, voteForQuestion } from './domain/ask-and-vote.server.ts'
import { closeFloor, listQuestions, moderateQuestion, openFloor } from './domain/floor.server.ts'
import * as page from './floor-page.tsx'
import * as votes from './votes.ts'

await testDatabase()

async function hall() {
  const body = await organization()
  const of = await event({ hosts: [body], publishedAt: new Date() })
  const { id: sessionId } = await sessionOf(of)
  const at = { eventId: of.id, sessionId }
  await openFloor(system(), at)
  const code = await codeOf(sessionId)
  const ask = (text: string, voter = 'a') => askQuestion(visitor(), code, { text, askedBy: '', voter })
  const shown = async (text: string) => {
    await ask(text)
    const found = (await listQuestions(of.id, sessionId)).find((one) => one.text === text)
    const questionId = found?.id ?? ''
    await moderateQuestion(system(), { eventId: of.id, questionId, state: 'shown' })
    return questionId
  }
  return { body, of, at, code, ask, shown, sessionId }
}

async function codeOf(sessionId: string) {
  const [row] = await database().select().from(floor).where(eq(floor.sessionId, sessionId))
  return row?.code ?? ''
}

const vote = (code: string, questionId: string, voter: string, takeBack = false) =>
  voteForQuestion(visitor(), code, { questionId, voter, takeBack })
const votesOf = async (id: string) =>
  (await database().select().from(floorQuestion).where(eq(floorQuestion.id, id)))[0]?.votes

describe('asking', () => {
  test('a question is seen by nobody before a moderator shows it', async () => {
    const { of, sessionId, ask } = await hall()
    await ask('Ai trả tiền?')
    expect(await listShownQuestions(sessionId, null)).toEqual([])
    const [asked] = await listQuestions(of.id, sessionId)
    expect(asked).toMatchObject({ text: 'Ai trả tiền?', state: 'waiting', votes: 0 })
    await moderateQuestion(system(), { eventId: of.id, questionId: asked?.id ?? '', state: 'shown' })
    expect(await listShownQuestions(sessionId, null)).toMatchObject([{ text: 'Ai trả tiền?', isMine: false }])
  })

  test('one browser asks five in ten minutes, others go on', async () => {
    const { ask } = await hall()
    for (let n = 0; n < 5; n++) await ask(`Câu ${n}`, 'eager')
    await expect(ask('Câu 6', 'eager')).rejects.toMatchObject({ kind: 'too-many' })
    await ask('Câu của người khác', 'calm')
  })

  test('a closed floor takes nothing, and opens again at the same address', async () => {
    const { at, code, ask, shown } = await hall()
    const questionId = await shown('Trước khi đóng')
    await closeFloor(system(), at)
    await expect(ask('Muộn')).rejects.toMatchObject({ code: 'floor-closed' })
    await expect(vote(code, questionId, 'v')).rejects.toMatchObject({ code: 'floor-closed' })
    await openFloor(system(), at)
    expect(await codeOf(at.sessionId)).toBe(code)
    await ask('Lại được')
  })
})

describe('voting', () => {
  test('a browser has one vote a question, can take it back, and the most wanted stands first', async () => {
    const { code, shown, sessionId } = await hall()
    const [one, two] = [await shown('Một'), await shown('Hai')]
    await vote(code, two, 'a')
    await vote(code, two, 'a')
    await vote(code, two, 'b')
    await vote(code, one, 'a')
    expect(await listShownQuestions(sessionId, 'b')).toMatchObject([
      { id: two, votes: 2, isMine: true },
      { id: one, votes: 1, isMine: false },
    ])
    await vote(code, two, 'a', true)
    await vote(code, two, 'a', true)
    expect(await votesOf(two)).toBe(1)
  })

  test('forty browsers at once, each twice, are forty votes', async () => {
    const { code, shown, of } = await hall()
    const questionId = await shown('Cùng lúc')
    const voters = Array.from({ length: 40 }, (_, n) => `voter-${n}`)
    await Promise.all([...voters, ...voters].map((voter) => vote(code, questionId, voter)))
    expect(await votesOf(questionId)).toBe(40)
    const [counted] = await database().select().from(live).where(eq(live.eventId, of.id))
    expect(counted?.revision).toBeGreaterThanOrEqual(40)
  })

  test('one source has the votes of a hall for a question, and no more; a vote said twice uses one', async () => {
    const { code, shown } = await hall()
    const questionId = await shown('Nhiều phiếu')
    const ctx = visitor()
    const say = (voter: string, takeBack = false) =>
      voteForQuestion(ctx, code, { questionId, voter, takeBack })
    for (let n = 0; n < 3; n++) await say('same')
    await say('same', true)
    for (let n = 0; n < 3; n++) await say(`made-up-${n}`)
    // As if all but one of the hall's six hundred had voted already.
    await database().execute(sql`update rate_limit set used = 599 where used = 3`)
    await say('the-last')
    await expect(say('one-more')).rejects.toMatchObject({ kind: 'too-many' })
    await vote(code, questionId, 'from-elsewhere')
    expect(await votesOf(questionId)).toBe(5)
  })

  test('votes and a moderator at once do not wait for each other for ever', async () => {
    const { code, shown, of } = await hall()
    const questionId = await shown('Đụng nhau')
    const work = Array.from({ length: 20 }, (_, n) => [
      vote(code, questionId, `v${n}`).catch(() => {}),
      moderateQuestion(system(), { eventId: of.id, questionId, state: n % 2 ? 'shown' : 'answered' }),
    ])
    await Promise.all(work.flat())
  })

  test('what is kept of two votes of one browser does not show that they are of one', async () => {
    const { code, shown } = await hall()
    const [one, two] = [await shown('Một'), await shown('Hai')]
    for (const id of [one, two]) await vote(code, id, 'same')
    const kept = (await database().select().from(floorVote)).filter((row) =>
      [one, two].includes(row.questionId),
    )
    expect(new Set(kept.map((row) => row.voterHash)).size).toBe(2)
    expect(JSON.stringify(kept)).not.toContain('same')
  })

  test('nobody votes for what is not shown', async () => {
    const { code, ask, of, sessionId } = await hall()
    await ask('Đang chờ')
    const [asked] = await listQuestions(of.id, sessionId)
    await expect(vote(code, asked?.id ?? '', 'v')).rejects.toMatchObject({ code: 'question-missing' })
  })
})

test('only those who run the room moderate, and only their own', async () => {
  const { body, at, shown } = await hall()
  const questionId = await shown('Của chúng tôi')
  const other = await hall()
  const door = signedIn(await memberOf(body, 'door'))
  await expect(openFloor(door, at)).rejects.toMatchObject({ kind: 'rights' })
  const neighbour = signedIn(await memberOf(other.body, 'admin'))
  const step = { questionId, state: 'hidden' as const }
  await expect(moderateQuestion(neighbour, { ...step, eventId: at.eventId })).rejects.toMatchObject({
    kind: 'missing',
  })
  await expect(moderateQuestion(neighbour, { ...step, eventId: other.of.id })).rejects.toMatchObject({
    code: 'question-missing',
  })
})

describe('the page behind the code', () => {
  const within = <T>(work: () => T) =>
    withRequestStore({ requestId: 't', source: '192.0.2.77', locale: 'vi', nonce: '' }, work)
  const args = (code: string, body?: Record<string, string>, cookie = '') => ({
    request: new Request('http://localhost:3000/x', {
      headers: { Cookie: cookie },
      ...(body && { method: 'POST', body: new URLSearchParams(body) }),
    }),
    params: { code },
    context: {},
  })

  test('a vote sets a cookie that ends with the browser, and the next one is known by it', async () => {
    const { code, shown } = await hall()
    const question = await shown('Một')
    const answer = await within(() => votes.action(args(code, { question })))
    const set = answer.headers.get('Set-Cookie') ?? ''
    expect(set).toMatch(/^voter=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
    const cookie = set.split(';')[0] ?? ''
    await within(() => votes.action(args(code, { question }, cookie)))
    expect(await votesOf(question)).toBe(1)
    const seen = await within(() => page.loader(args(code, undefined, cookie)))
    expect(seen.questions).toMatchObject([{ isMine: true, votes: 1 }])
  })

  test('an empty question comes back with what was typed', async () => {
    const { code } = await hall()
    const answer = await within(() => page.action(args(code, { text: ' ', askedBy: 'Lan' })))
    expect(answer).toMatchObject({ init: { status: 400 }, data: { values: { askedBy: 'Lan' } } })
  })

  test('a code that nobody gave out, and one of an event that is not public, lead nowhere', async () => {
    const body = await organization()
    const hidden = await event({ hosts: [body], publishedAt: null })
    const { id: sessionId } = await sessionOf(hidden)
    await openFloor(system(), { eventId: hidden.id, sessionId })
    for (const code of ['nothing', await codeOf(sessionId)]) {
      await expect(within(() => page.loader(args(code)))).rejects.toMatchObject({ code: 'floor-missing' })
    }
  })
})
