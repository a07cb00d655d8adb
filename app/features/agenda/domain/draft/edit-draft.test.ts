import { randomUUID } from 'node:crypto'
import { desc, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { addPerson } from '#app/features/people/domain/add-person.server.ts'
import { connection } from '#db/client.server.ts'
import { activity, draftChange, portrait } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { testDatabase } from '#tests/database.ts'
import { signedIn, system } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { addSession } from '../add-session.server.ts'
import { addRoom } from '../rooms/add-room.server.ts'
import { draftChannel } from './announce-draft.server.ts'
import { listDraftSessions } from './draft.server.ts'
import { type DraftEdit, type DraftFields, turnedRound } from './draft-edit.ts'
import { getDraftRows } from './draft-rows.server.ts'
import { editDraft } from './edit-draft.server.ts'

const { db } = await testDatabase()

async function draft() {
  const body = await organization()
  const made = await event({ hosts: [body] })
  const [large, small] = await Promise.all(
    ['Lớn', 'Nhỏ'].map((vi) => addRoom(system(), { eventId: made.id, name: { vi } })),
  )
  const session = await addSession(system(), { eventId: made.id, kind: 'talk', title: { vi: 'Mở đầu' } })
  const change = (was: Partial<DraftFields>, set: Partial<DraftFields>) =>
    editDraft(system(), { eventId: made.id, edits: [{ kind: 'edit', sessionId: session.id, was, set }] })
  return { body, made, large: large?.id ?? '', small: small?.id ?? '', session, change }
}

describe('editing the draft', () => {
  it('merges edits of different fields and shows both sides of a clash', async () => {
    const { made, large, small, session, change } = await draft()
    expect(await change({ roomId: null }, { roomId: large })).toMatchObject({ done: true })
    expect(await change({ kind: 'talk' }, { kind: 'panel' })).toMatchObject({ done: true })
    const clash = await change(
      { roomId: null, title: session.title },
      { roomId: small, title: { vi: 'Khác' } },
    )
    expect(clash).toEqual({
      done: false,
      clashes: [{ sessionId: session.id, field: 'roomId', was: null, theirs: large, yours: small }],
    })
    const [stored] = await listDraftSessions(made.id)
    expect(stored).toMatchObject({ roomId: large, kind: 'panel', title: { vi: 'Mở đầu' } })
  })

  it('lets one of two who move the same session at once', async () => {
    const { made, large, small, change } = await draft()
    const outcomes = await Promise.all([
      change({ roomId: null }, { roomId: large }),
      change({ roomId: null }, { roomId: small }),
    ])
    expect(outcomes.map((one) => one.done).sort()).toEqual([false, true])
    expect((await listDraftSessions(made.id))[0]?.roomId).toBe(outcomes[0]?.done ? large : small)
  })

  it('adds sessions with people, keeps their order, and drops them', async () => {
    const { made } = await draft()
    const people = await Promise.all(
      ['Lê Hồng Lâm', 'Đặng Thái Huyền'].map((name) => addPerson(system(), { eventId: made.id, name })),
    )
    const sessionId = randomUUID()
    const set: DraftFields = {
      kind: 'panel',
      title: { en: 'Two voices' },
      abstract: {},
      languages: ['vi', 'en'],
      interpretation: ['en'],
      films: [],
      trackId: null,
      roomId: null,
      startsAt: made.startsAt.toISOString(),
      endsAt: made.endsAt.toISOString(),
      capacity: 20,
      signUp: true,
      dropped: false,
      appearances: people.map(({ id }) => ({
        personId: id,
        role: 'speaker',
        minutes: 10,
        deputyForId: null,
      })),
    }
    await editDraft(system(), { eventId: made.id, edits: [{ kind: 'add', sessionId, set }] })
    const find = async () => (await listDraftSessions(made.id)).find((one) => one.id === sessionId)
    expect(await find()).toEqual({ id: sessionId, slug: 'two-voices', ...set })

    const turned = [...set.appearances].reverse()
    const edits: DraftEdit[] = [
      { kind: 'edit', sessionId, was: { appearances: set.appearances }, set: { appearances: turned } },
      { kind: 'edit', sessionId, was: { dropped: false }, set: { dropped: true } },
    ]
    await editDraft(system(), { eventId: made.id, edits })
    expect(await find()).toMatchObject({ dropped: true, appearances: turned })
  })

  it('shortens the turns of a session that is shortened, and gives them back with it', async () => {
    const { made, session, change } = await draft()
    const people = await Promise.all(
      ['Một', 'Hai'].map((name) => addPerson(system(), { eventId: made.id, name })),
    )
    const appearances = people.map(({ id }) => ({
      personId: id,
      role: 'speaker' as const,
      minutes: 20,
      deputyForId: null,
    }))
    const ending = (minutes: number) => new Date(made.startsAt.getTime() + minutes * 60_000).toISOString()
    await change({}, { startsAt: made.startsAt.toISOString(), endsAt: ending(60), appearances })
    const edited = await change({ endsAt: ending(60) }, { endsAt: ending(30) })
    const minutes = async () => (await listDraftSessions(made.id))[0]?.appearances.map((one) => one.minutes)
    expect(await minutes()).toEqual([15, 15])
    const edits = edited.done ? edited.edits.map(turnedRound) : []
    expect(edits).toMatchObject([{ sessionId: session.id, set: { endsAt: ending(60), appearances } }])
    await editDraft(system(), { eventId: made.id, edits })
    expect(await minutes()).toEqual([20, 20])
  })

  it('tells open editors at the commit, and the activity who it was', async () => {
    const { body, made, large, session } = await draft()
    const heard: string[] = []
    const listening = await connection().sql.listen(draftChannel, (payload) => heard.push(payload))
    const organizer = await memberOf(body, 'organizer')
    const edits: DraftEdit[] = [{ kind: 'edit', sessionId: session.id, was: {}, set: { roomId: large } }]
    const edited = await editDraft(signedIn(organizer), { eventId: made.id, edits, editorId: 'window-1' })
    const [change] = await db.select().from(draftChange).orderBy(desc(draftChange.id)).limit(1)
    expect(change).toMatchObject({ edits, editorId: 'window-1', actorName: organizer.name })
    await expect.poll(() => heard).toEqual([`${made.id} ${edited.done && edited.changeId}`])
    await listening.unlisten()
    const [last] = await db
      .select()
      .from(activity)
      .where(eq(activity.eventId, made.id))
      .orderBy(desc(activity.id))
      .limit(1)
    expect(last).toMatchObject({ verb: 'agenda.edited', subjectName: 'Mở đầu', actorName: organizer.name })
  })

  it('is published with the portraits of its people', async () => {
    const { made, change } = await draft()
    const one = await addPerson(system(), { eventId: made.id, name: 'Một' })
    const [picture] = await db.insert(portrait).values({ personId: one.id }).returning()
    await change(
      {},
      { appearances: [{ personId: one.id, role: 'speaker', minutes: null, deputyForId: null }] },
    )
    const { people } = await withTransaction((tx) => getDraftRows(tx, made.id))
    expect(people).toMatchObject([{ id: one.id, portraitId: picture?.id }])
  })

  it('refuses nonsense and what is not theirs', async () => {
    const { body, made, change } = await draft()
    const other = await draft()
    const stranger = await event({ hosts: [await organization()] })
    const unknown = await addPerson(system(), { eventId: stranger.id, name: 'Người lạ' })
    const appearance = { personId: unknown.id, role: 'speaker' as const, minutes: null, deputyForId: null }
    await expect(change({}, { title: {} })).rejects.toThrow('session-title-missing')
    await expect(change({}, { startsAt: made.startsAt.toISOString() })).rejects.toThrow('session-half-timed')
    await expect(
      change({}, { startsAt: made.endsAt.toISOString(), endsAt: made.startsAt.toISOString() }),
    ).rejects.toThrow('session-ends-before-start')
    await expect(change({}, { roomId: other.large })).rejects.toThrow('room-missing')
    await expect(change({}, { appearances: [appearance] })).rejects.toThrow('person-missing')
    await expect(
      editDraft(system(), {
        eventId: made.id,
        edits: [{ kind: 'edit', sessionId: other.session.id, was: {}, set: { kind: 'panel' } }],
      }),
    ).rejects.toThrow('session-missing')
    const door = await memberOf(body, 'door')
    await expect(editDraft(signedIn(door), { eventId: made.id, edits: [] })).rejects.toThrow('right-missing')
  })
})
