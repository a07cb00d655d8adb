import { and, desc, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { listDraftSessions } from '#app/features/agenda/domain/draft/draft.server.ts'
import { withRequestStore } from '#app/shared/http/request-store.server.ts'
import { activity, invitation, person as people, timeProposal } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { linkedSpeaker } from '#tests/factories/linked-speaker.ts'
import * as answer from './answer.tsx'
import * as availability from './availability.tsx'
import * as deputy from './deputy.tsx'
import * as deputyRemoval from './deputy-removal.ts'
import * as deputyRestoration from './deputy-restoration.ts'
import * as profile from './profile.tsx'
import * as proposal from './proposal.tsx'
import * as speakingPage from './speaking.tsx'
import * as feed from './speaking-calendar.ts'

const { db } = await testDatabase()
const store = { requestId: 't', source: '192.0.2.1', locale: 'vi' as const, nonce: '' }
const within = <T>(work: () => T) => withRequestStore({ ...store }, work)

async function speaker(values: Parameters<typeof linkedSpeaker>[0] = {}) {
  const linked = await linkedSpeaker(values)
  const page = async (as = linked.token) =>
    (await within(() => speakingPage.loader(linked.args(null, {}, as)))).data
  const stored = async () =>
    (await db.select().from(invitation).where(eq(invitation.id, linked.invitation.id)))[0]
  return { ...linked, page, stored }
}

describe('the speaker’s page', () => {
  it('shows what they are in, and nothing to whoever guesses', async () => {
    const { page } = await speaker()
    expect(await page()).toMatchObject({
      holder: 'person',
      sessions: [{ title: { vi: 'Khai mạc' }, answer: 'needs-action', roles: ['speaker'] }],
    })
    await expect(page('A'.repeat(43))).rejects.toMatchObject({ kind: 'missing' })
  })

  it('speaks the speaker’s language, and the one chosen on it from then on', async () => {
    const { args, token } = await speaker()
    const look = (query: string, cookie = '') => {
      const headers = { Cookie: cookie }
      const request = new Request(`http://localhost:3000/speaking/${token}${query}`, { headers })
      return within(() => speakingPage.loader({ ...args(null), request }))
    }
    expect((await look('')).data.locale).toBe('vi')
    const { data, init } = await look('?lang=en')
    expect(data.locale).toBe('en')
    const cookie = new Headers(init?.headers).get('Set-Cookie')?.split(';', 1)[0]
    expect((await look('?saved=answer', cookie)).data.locale).toBe('en')
    expect((await look('?lang=vi', cookie)).data.locale).toBe('vi')
  })

  it('says when a session is on the clock of the zone that the speaker named', async () => {
    const { page, person } = await speaker()
    const named = async (timeZone: string | null) => {
      await db.update(people).set({ timeZone }).where(eq(people.id, person.id))
      return (await page()).sessions[0]?.ownTime
    }
    expect(await named(null)).toBe('')
    expect(await named('America/Toronto')).toBe('')
    expect(await named('Asia/Ho_Chi_Minh')).toMatch(/\(Việt Nam\)$/)
  })

  it('gives an answer back that is too long, with its words', async () => {
    const { args, stored } = await speaker()
    const note = 'Đ'.repeat(1001)
    expect(await within(() => answer.action(args({ answer: 'declined', note })))).toMatchObject({
      init: { status: 400 },
      data: { errors: { note: { message: 'shared.form.too-long?max=1000' } }, values: { note } },
    })
    expect((await stored())?.answer).toBe('needs-action')
  })

  it('takes an answer with a word to it', async () => {
    const { args, stored } = await speaker()
    const response = await within(() => answer.action(args({ answer: 'declined', note: 'Tôi ở Đà Nẵng' })))
    expect(response).toMatchObject({ status: 303 })
    expect(await stored()).toMatchObject({
      answer: 'declined',
      answerWay: 'page',
      answerNote: 'Tôi ở Đà Nẵng',
    })
  })

  it('knows the assistant by their own link', async () => {
    const { args, assistant, stored, page, event } = await speaker({ assistantEmail: 'office@example.org' })
    expect((await page(assistant)).holder).toBe('assistant')
    await within(() => answer.action(args({ answer: 'accepted', note: '' }, {}, assistant)))
    expect(await stored()).toMatchObject({ answer: 'accepted', answerWay: 'assistant' })
    const noted = and(eq(activity.eventId, event.id), eq(activity.verb, 'invitation.answered'))
    expect(await db.select().from(activity).where(noted)).toMatchObject([
      { actorName: expect.stringContaining('office@example.org'), details: { holder: 'assistant' } },
    ])
  })

  it('takes no answer to somebody else’s session, nor to one that was withdrawn', async () => {
    const [mine, other] = [await speaker(), await speaker()]
    const foreign = mine.args({ answer: 'accepted', note: '' }, { session: other.session.id })
    await expect(within(() => answer.action(foreign))).rejects.toMatchObject({ kind: 'missing' })
    await db.update(invitation).set({ cancelledAt: new Date() }).where(eq(invitation.id, mine.invitation.id))
    const late = mine.args({ answer: 'accepted', note: '' })
    await expect(within(() => answer.action(late))).rejects.toMatchObject({ kind: 'missing' })
  })

  it('takes a proposal, the later in place of the earlier, and keeps what was typed when it is none', async () => {
    const { args } = await speaker()
    const wrong = await within(() => proposal.action(args({ startsAt: 'tomorrow', note: 'Bay muộn' })))
    expect(wrong).toMatchObject({
      init: { status: 400 },
      data: { values: { note: 'Bay muộn' }, errors: { startsAt: {} } },
    })
    for (const startsAt of ['2199-03-11T18:00', '2199-03-11T19:00']) {
      await within(() => proposal.action(args({ startsAt, note: '' })))
    }
    expect(await db.select().from(timeProposal)).toMatchObject([
      { startsAt: new Date('2199-03-11T23:00:00Z'), endsAt: new Date('2199-03-11T23:30:00Z'), state: 'open' },
    ])
  })

  it('sends a deputy: seat and turn follow, both names stay known', async () => {
    const { args, event, person, session } = await speaker()
    await within(() => deputy.action(args({ name: 'Đặng Thái Huyền', email: 'huyen@example.org' })))
    const [stored] = await listDraftSessions(event.id)
    const [huyen] = await db.select().from(people).where(eq(people.email, 'huyen@example.org'))
    expect(stored?.appearances).toEqual([
      { personId: huyen?.id, role: 'speaker', minutes: null, deputyForId: person.id },
    ])
    const [last] = await db
      .select()
      .from(activity)
      .where(eq(activity.eventId, event.id))
      .orderBy(desc(activity.id))
    expect(last).toMatchObject({
      verb: 'deputy.named',
      subjectName: 'Đặng Thái Huyền',
      details: { for: person.name, holder: 'person' },
    })
    const self = await within(() =>
      deputy.action(args({ name: 'Tôi', email: person.email }, { session: session.id })),
    ).catch((error: { code: string }) => error.code)
    expect(self).toBe('session-missing')
  })

  it('says who goes instead, takes them back with a button, and offers to undo that', async () => {
    const { args, page, token, session } = await speaker()
    const goes = async () => (await page()).sessions[0]?.deputy
    expect(await goes()).toBeNull()
    await within(() => deputy.action(args({ name: 'Đặng Thái Huyền', email: 'thai-huyen@example.org' })))
    expect(await goes()).toBe('Đặng Thái Huyền')
    const answer = await within(() => deputyRemoval.action(args({})))
    expect([answer.status, await goes()]).toEqual([303, null])
    const to = new URL(String(answer.headers.get('Location')), 'http://localhost:3000')
    const shown = await within(() => speakingPage.loader({ ...args(null), request: new Request(to) }))
    expect(shown.data.withdrawn).toMatchObject({ session: session.id })
    const change = shown.data.withdrawn?.change ?? ''
    await within(() => deputyRestoration.action(args({ change })))
    expect(await goes()).toBe('Đặng Thái Huyền')
    const junk = await within(() => deputyRestoration.action(args({ change: '__proto__' }))).catch((e) => e)
    expect(junk).toMatchObject({ kind: 'invalid' })
    const odd = new Request(`http://localhost:3000/speaking/${token}?saved=deputy-back&change=x`)
    expect((await within(() => speakingPage.loader({ ...args(null), request: odd }))).data).toMatchObject({
      saved: true,
      withdrawn: null,
    })
  })

  it('hears when the speaker can be there', async () => {
    const { args, page } = await speaker()
    const backwards = { from: '2025-03-11T18:00', to: '2025-03-11T17:00' }
    expect(await within(() => availability.action(args(backwards)))).toMatchObject({ init: { status: 400 } })
    await within(() => availability.action(args({ from: '2025-03-11T18:00', to: '2025-03-11T19:00' })))
    expect((await page()).windows).toHaveLength(1)
  })
})

describe('the profile', () => {
  const form = async (at: Awaited<ReturnType<typeof speaker>>) => {
    const { base } = (await within(() => profile.loader(at.args(null)))).data
    return {
      'position.vi': '',
      'position.en': '',
      'affiliation.vi': '',
      'affiliation.en': '',
      'biography.vi': '',
      'biography.en': '',
      pronunciation: '',
      timeZone: '',
      language: 'vi',
      specialNeeds: '',
      base,
    }
  }

  it('saves what was touched, and shows both when somebody else touched it too', async () => {
    const at = await speaker()
    const mine = await form(at)
    const write = (biography: object) =>
      db.update(people).set({ biography }).where(eq(people.id, at.person.id))
    await db.update(people).set({ pronunciation: 'zang' }).where(eq(people.id, at.person.id))
    await within(() =>
      profile.action(at.args({ ...mine, 'biography.vi': 'Nhà làm phim', specialNeeds: 'Ăn chay' })),
    )
    const [stored] = await db.select().from(people).where(eq(people.id, at.person.id))
    expect(stored).toMatchObject({ biography: { vi: 'Nhà làm phim' }, pronunciation: 'zang' })
    await write({ vi: 'Đạo diễn', original: 'vi' })
    const again = await within(() => profile.action(at.args({ ...mine, 'biography.vi': 'Nhà phê bình' })))
    expect(again).toMatchObject({
      init: { status: 409 },
      data: {
        conflict: { differences: [{ field: 'biography.vi', mine: 'Nhà phê bình', theirs: 'Đạo diễn' }] },
      },
    })
  })

  it('refuses a zone that is none', async () => {
    const at = await speaker()
    const answered = await within(async () =>
      profile.action(at.args({ ...(await form(at)), timeZone: 'Mars/Base' })),
    )
    expect(answered).toMatchObject({ init: { status: 400 }, data: { errors: { timeZone: {} } } })
  })
})

describe('the speaker’s calendar', () => {
  it('has every session as it was told, and answers 304 while nothing changed', async () => {
    const at = await speaker()
    const ask = (headers: Record<string, string> = {}) =>
      within(() =>
        feed.loader({
          request: new Request(`http://localhost:3000/speaking/${at.token}/calendar.ics`, { headers }),
          params: { token: at.token },
          context: {},
        }),
      )
    const first = await ask()
    const text = await first.text()
    expect(text).toContain(`UID:${at.invitation.uid}`)
    expect(text).not.toContain('ATTENDEE')
    expect((await ask({ 'If-None-Match': first.headers.get('ETag') ?? '' })).status).toBe(304)
    await db
      .update(invitation)
      .set({ cancelledAt: new Date(), sequence: 1 })
      .where(eq(invitation.id, at.invitation.id))
    expect(await (await ask()).text()).toContain('STATUS:CANCELLED')
  })
})
