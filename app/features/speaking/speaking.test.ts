import { and, desc, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { readDraftSessions } from '#app/features/agenda/domain/draft.server.ts'
import { ensureSpeaking, speakingToken } from '#app/features/invitations/domain/speaking-link.server.ts'
import { withRequestStore } from '#app/shared/http/request-store.server.ts'
import { activity, invitation, person as people, slides, timeProposal } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { testDatabase } from '#tests/database.ts'
import { invitedSpeaker } from '#tests/factories/invitations.ts'
import * as answer from './answer.ts'
import * as availability from './availability.tsx'
import * as deputy from './deputy.tsx'
import { partSize } from './domain/upload-kind.ts'
import * as profile from './profile.tsx'
import * as proposal from './proposal.tsx'
import * as slidesRoute from './slides.ts'
import * as slidesFile from './slides-file.ts'
import * as slidesRemoval from './slides-removal.ts'
import * as speakingPage from './speaking.tsx'
import * as feed from './speaking-calendar.ts'
import * as upload from './upload.ts'
import * as parts from './upload-parts.ts'
import * as uploads from './uploads.ts'

const { db } = await testDatabase()
const store = { requestId: 't', source: '192.0.2.1', locale: 'vi' as const, nonce: '' }
const within = <T>(work: () => T) => withRequestStore({ ...store }, work)

async function speaker(values: Parameters<typeof invitedSpeaker>[0] = {}) {
  const asked = await invitedSpeaker(values)
  const links = await withTransaction((tx) => ensureSpeaking(tx, asked.event.id, [asked.person.id]))
  const row = links.get(asked.person.id)
  if (!row) throw new Error('no link')
  const token = speakingToken.person(row)
  const args = (fields: Record<string, string> | null, more: object = {}, as = token) => ({
    request: new Request(`http://localhost:3000/speaking/${as}`, {
      ...(fields && { method: 'POST', body: new URLSearchParams(fields) }),
    }),
    params: { token: as, session: asked.session.id, ...more },
    context: {},
  })
  const page = (as = token) => within(() => speakingPage.loader(args(null, {}, as)))
  const stored = async () =>
    (await db.select().from(invitation).where(eq(invitation.id, asked.invitation.id)))[0]
  return { ...asked, token, assistant: speakingToken.assistant(row), args, page, stored }
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

  it('takes an answer with a word to it', async () => {
    const { args, stored } = await speaker()
    const response = await within(() => answer.action(args({ answer: 'declined', note: 'Tôi ở Đà Nẵng' })))
    expect(response.headers.get('Location')).toContain('saved=answer')
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
    const [stored] = await readDraftSessions(event.id)
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
    const { base } = await within(() => profile.loader(at.args(null)))
    return {
      ...{ 'position.vi': '', 'position.en': '', 'affiliation.vi': '', 'affiliation.en': '' },
      ...{ 'biography.vi': '', 'biography.en': '', pronunciation: '', timeZone: '', language: 'vi' },
      ...{ specialNeeds: '', base },
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

describe('slides', () => {
  const pdf = (size: number) => {
    const bytes = new Uint8Array(size).fill(32)
    bytes.set(new TextEncoder().encode('%PDF-1.7\n'))
    return bytes
  }
  async function begin(at: Awaited<ReturnType<typeof speaker>>, name: string, size: number) {
    const fields = { session: at.session.id, name, size: String(size) }
    const response = await within(() => uploads.action(at.args(fields)))
    return (await response.json()) as { id: string; partSize: number }
  }
  const part = (at: Awaited<ReturnType<typeof speaker>>, id: string, offset: number, body: Uint8Array) => {
    const request = new Request(`http://localhost:3000/x?offset=${offset}`, {
      method: 'POST',
      body: new Uint8Array(body),
    })
    return within(() => parts.action({ request, params: { token: at.token, file: id }, context: {} }))
  }

  it('come in parts, go on where they broke off, and are saved as they were', async () => {
    const at = await speaker()
    const whole = pdf(2 * partSize + 1000)
    const { id } = await begin(at, '../Bài nói "cuối".PDF', whole.length)
    await part(at, id, 0, whole.slice(0, partSize))
    await part(at, id, 0, whole.slice(0, partSize))
    const so = await upload.loader({ ...at.args(null), params: { token: at.token, file: id } })
    expect(await so.json()).toMatchObject({ received: partSize })
    await expect(part(at, id, 2 * partSize, whole.slice(2 * partSize))).rejects.toMatchObject({
      code: 'upload-gap',
    })
    expect((await at.page()).sessions[0]?.slides).toEqual([])
    await part(at, id, partSize, whole.slice(partSize, 2 * partSize))
    const done = await part(at, id, 2 * partSize, whole.slice(2 * partSize))
    expect(await done.json()).toMatchObject({ isDone: true })
    const [handedIn] = (await at.page()).sessions[0]?.slides ?? []
    expect(handedIn).toMatchObject({ name: 'Bài nói cuối.pdf', size: whole.length })
    const file = await slidesFile.loader({
      ...at.args(null),
      params: { token: at.token, slides: handedIn?.id ?? '' },
    })
    expect(file.headers.get('Content-Disposition')).toMatch(/^attachment; filename="B_i n_i cu_i.pdf"/)
    expect(Buffer.from(await file.arrayBuffer()).equals(Buffer.from(whole))).toBe(true)
    await within(() => slidesRemoval.action(at.args({}, { slides: handedIn?.id ?? '' })))
    expect((await at.page()).sessions[0]?.slides).toEqual([])
  })

  it('come in one piece without script', async () => {
    const at = await speaker()
    const body = new FormData()
    body.set('session', at.session.id)
    body.set('file', new File([pdf(5000)], 'talk.pdf'))
    const request = new Request('http://localhost:3000/x', { method: 'POST', body })
    await within(() => slidesRoute.action({ request, params: { token: at.token }, context: {} }))
    expect((await at.page()).sessions[0]?.slides).toMatchObject([{ name: 'talk.pdf' }])
  })

  it.each([
    ['of another kind', 'talk.exe', 100, 'slides-kind'],
    ['with macros by name', 'talk.pptm', 100, 'slides-kind'],
    ['of nothing', 'talk.pdf', 0, 'slides-empty'],
    ['too large', 'talk.pdf', 101 * 1024 * 1024, 'slides-too-large'],
  ])('%s are refused', async (_, name, size, code) => {
    await expect(begin(await speaker(), name, size)).rejects.toMatchObject({ code })
  })

  it('that are not what they are called, or carry macros, are refused', async () => {
    const at = await speaker()
    const program = new Uint8Array(100).fill(0)
    program.set(new TextEncoder().encode('MZ'))
    const fake = await begin(at, 'talk.pdf', program.length)
    await expect(part(at, fake.id, 0, program)).rejects.toMatchObject({ code: 'slides-kind' })
    const zip = new Uint8Array(2000)
    zip.set([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 0, 0])
    zip.set(new TextEncoder().encode('ppt/vbaProject.bin'), 100)
    const macros = await begin(at, 'talk.key', zip.length)
    await expect(part(at, macros.id, 0, zip)).rejects.toMatchObject({ kind: 'invalid' })
    expect(await db.select().from(slides).where(eq(slides.personId, at.person.id))).toSatisfy(
      (rows: { removedAt: Date | null }[]) => rows.every((row) => row.removedAt !== null),
    )
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
