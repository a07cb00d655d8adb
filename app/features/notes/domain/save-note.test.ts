import { randomUUID } from 'node:crypto'
import { and, asc, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { addPerson } from '#app/features/people/domain/add-person.server.ts'
import { mergePeople } from '#app/features/people/domain/duplicates/merge-people.server.ts'
import type { Context } from '#app/shared/context.ts'
import { write } from '#app/shared/i18n/translated-text.ts'
import { activity, note, noteVersion, session } from '#db/schema/index.ts'
import type { NoteContent } from '#db/schema/note-content.ts'
import { database } from '#db/transaction.server.ts'
import { testDatabase } from '#tests/database.ts'
import { signedIn, system } from '#tests/factories/contexts.ts'
import { event, organizedEvent } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { sessionOf } from '#tests/factories/sessions.ts'
import { followNotes, listNoteChanges } from './note-changes.server.ts'
import { getNoteHistory } from './note-history.server.ts'
import { getNotesDesk, listDeskNotes } from './notes-desk.server.ts'
import { restoreNote } from './restore-note.server.ts'
import { saveNote } from './save-note.server.ts'
import { listEventNotes } from './stored-notes.server.ts'
import { switchRecord } from './switch-record.server.ts'

await testDatabase()

async function table() {
  const { event: of, body } = await organizedEvent()
  const talk = await sessionOf(of)
  const speaker = await addPerson(system(), { eventId: of.id, name: 'Đặng Hoàng Giang' })
  const ctx = signedIn(await memberOf(body, 'rapporteur', { name: 'An' }))
  const content = (words: string, more: Partial<NoteContent> = {}): NoteContent => ({
    kind: 'quote',
    sessionId: talk.id,
    personId: speaker.id,
    guestName: '',
    offRecord: false,
    saidAt: of.startsAt.toISOString(),
    text: write({ vi: words }),
    removed: false,
    ownerId: null,
    ownerName: '',
    dueOn: null,
    doneAt: null,
    ...more,
  })
  const save = (noteId: string, revision: number, said: NoteContent, by: Context = ctx) =>
    saveNote(by, { eventId: of.id, noteId, revision, content: said })
  const versions = (noteId: string) =>
    database().select().from(noteVersion).where(eq(noteVersion.noteId, noteId)).orderBy(asc(noteVersion.id))
  return { of, body, talk, speaker, ctx, content, save, versions, id: randomUUID() }
}

describe('a note', () => {
  test('is new, then edited, each time with a version', async () => {
    const { of, speaker, content, save, versions, id } = await table()
    const first = await save(id, 0, content('Một'))
    expect(first).toMatchObject({ done: true, note: { id, revision: 1, personName: speaker.name } })
    expect(first).toMatchObject({ note: { authorName: 'An', text: { vi: 'Một' } } })
    const second = await save(id, 1, content('Hai', { offRecord: true }))
    expect(second).toMatchObject({ done: true, note: { revision: 2, offRecord: true } })
    expect(await listEventNotes(of.id)).toHaveLength(1)
    expect((await versions(id)).map((one) => [one.revision, one.content.text.vi])).toEqual([
      [1, 'Một'],
      [2, 'Hai'],
    ])
  })

  test('sent twice is saved once, also as an edit', async () => {
    const { content, save, versions, id } = await table()
    for (let time = 0; time < 2; time++) await save(id, 0, content('Một'))
    for (let time = 0; time < 2; time++) {
      expect(await save(id, 1, content('Hai'))).toMatchObject({ done: true, note: { revision: 2 } })
    }
    expect(await versions(id)).toHaveLength(2)
  })

  test.each([0, 1, 5])(
    'made from revision %i when another stands there, gives that one',
    async (revision) => {
      const { content, save, versions, id } = await table()
      await save(id, 0, content('Một'))
      await save(id, 1, content('Của Bình'))
      const late = await save(id, revision, content('Của An'))
      expect(late).toMatchObject({ done: false, stored: { revision: 2, text: { vi: 'Của Bình' } } })
      expect(await versions(id)).toHaveLength(2)
    },
  )

  test('is removed and taken back; removing is written down', async () => {
    const { of, content, save, id } = await table()
    await save(id, 0, content('Một'))
    await save(id, 1, content('Một', { removed: true }))
    expect(await listEventNotes(of.id)).toEqual([])
    expect((await listDeskNotes(of.id, null, 10)).notes).toMatchObject([{ id, removed: true }])
    const removals = and(eq(activity.subjectId, id), eq(activity.verb, 'note.removed'))
    expect(await database().select().from(activity).where(removals)).toHaveLength(1)
    await save(id, 2, content('Một'))
    expect(await listEventNotes(of.id)).toMatchObject([{ id, revision: 3 }])
  })
})

test('a page has the newest notes of a session, all that were removed, and how many there are before', async () => {
  const { of, talk, content, save } = await table()
  const at = (minute: number) => new Date(of.startsAt.getTime() + minute * 60_000).toISOString()
  for (let minute = 0; minute < 5; minute++) {
    const more = { saidAt: at(minute), sessionId: minute === 4 ? null : talk.id }
    const id = randomUUID()
    await save(id, 0, content(`Lời ${minute}`, more))
    if (minute === 0) await save(id, 1, content('Lời 0', { ...more, removed: true }))
  }
  const read = async (sessionId: string | null, most: number) => {
    const { notes, earlier } = await listDeskNotes(of.id, sessionId, most)
    return [notes.map((one) => one.text.vi), earlier]
  }
  expect(await read(null, 2)).toEqual([['Lời 0', 'Lời 3', 'Lời 4'], 2])
  expect(await read(talk.id, 2)).toEqual([['Lời 0', 'Lời 2', 'Lời 3'], 1])
  expect(await read(talk.id, 9)).toEqual([['Lời 0', 'Lời 1', 'Lời 2', 'Lời 3'], 0])
})

describe('two at once', () => {
  test('who write different notes both have theirs, numbered in the order of their commits', async () => {
    const { of, content, save } = await table()
    const ids = Array.from({ length: 12 }, () => randomUUID())
    await Promise.all(ids.map((id, at) => save(id, 0, content(`Lời ${at}`))))
    expect(new Set((await listEventNotes(of.id)).map((one) => one.id))).toEqual(new Set(ids))
    const heard = await listNoteChanges(of.id, 0)
    expect(heard.map((one) => one.id)).toEqual([...heard.map((one) => one.id)].sort((a, b) => a - b))
  })

  test('who edit one note: one is done, the other is shown what stands there', async () => {
    const { content, save, versions, id } = await table()
    await save(id, 0, content('Một'))
    const outcomes = await Promise.all(['An', 'Bình'].map((name) => save(id, 1, content(name))))
    expect(outcomes.map((one) => one.done).sort()).toEqual([false, true])
    expect(await versions(id)).toHaveLength(2)
  })

  test('who send the same new note: it is one', async () => {
    const { of, content, save, versions, id } = await table()
    const outcomes = await Promise.all([0, 1, 2].map(() => save(id, 0, content('Một'))))
    expect(outcomes.map((one) => one.done)).toEqual([true, true, true])
    expect([await versions(id), await listEventNotes(of.id)].map((rows) => rows.length)).toEqual([1, 1])
  })

  test('a page that follows hears all of them, in order, once', async () => {
    const { of, content, save } = await table()
    const gone = new AbortController()
    const heard: number[] = []
    const all = new Promise<void>((resolve) => {
      void followNotes(of.id, 0, (one) => heard.push(one.id) === 10 && resolve(), gone.signal)
    })
    await Promise.all(Array.from({ length: 10 }, (_, at) => save(randomUUID(), 0, content(`Lời ${at}`))))
    await all
    gone.abort()
    expect(heard).toEqual([...new Set(heard)].sort((a, b) => a - b))
  })
})

describe('refused', () => {
  test.each<[string, (own: Awaited<ReturnType<typeof table>>) => Promise<unknown>, string]>([
    ['without words', ({ save, content, id }) => save(id, 0, content('', { text: {} })), 'note-empty'],
    [
      'of a person and a guest',
      ({ save, content, id }) => save(id, 0, content('A', { guestName: 'Bà Tư' })),
      'note-two-speakers',
    ],
    [
      'with a day, but no action',
      ({ save, content, id }) => save(id, 0, content('A', { dueOn: '2027-01-01' })),
      'note-no-action',
    ],
    ['an edit of what was never there', ({ save, content, id }) => save(id, 1, content('A')), 'note-missing'],
    [
      'of a neighbour’s session',
      async ({ save, content, id }) => save(id, 0, content('A', { sessionId: (await table()).talk.id })),
      'session-missing',
    ],
    [
      'of a neighbour’s person',
      async ({ save, content, id }) => save(id, 0, content('A', { personId: (await table()).speaker.id })),
      'person-missing',
    ],
    [
      'in a neighbour’s hands',
      async ({ save, content, id }) =>
        save(id, 0, content('A', { kind: 'action', personId: null, ownerId: (await table()).speaker.id })),
      'person-missing',
    ],
    [
      'over a neighbour’s note',
      async ({ save, content }) => {
        const other = await table()
        await other.save(other.id, 0, other.content('Của họ'))
        return save(other.id, 1, content('A'))
      },
      'note-missing',
    ],
    [
      'to the door',
      async ({ save, content, id, body }) =>
        save(id, 0, content('A'), signedIn(await memberOf(body, 'door'))),
      'right-missing',
    ],
    [
      'to a neighbour',
      async ({ save, content, id }) =>
        save(id, 0, content('A'), signedIn(await memberOf(await organization(), 'admin'))),
      'event-missing',
    ],
  ])('%s', async (_, attempt, code) => {
    const own = await table()
    await expect(attempt(own)).rejects.toMatchObject({ code })
    expect(await database().select().from(note).where(eq(note.eventId, own.of.id))).toEqual([])
  })
})

describe('an earlier version', () => {
  test('is used again as a new one, also of a removed note and of people merged since', async () => {
    const { of, ctx, speaker, content, save, id } = await table()
    const kept = await addPerson(system(), { eventId: of.id, name: 'Đặng Hoàng Giang (bis)' })
    await save(id, 0, content('Một'))
    await save(id, 1, content('Hai', { personId: null }))
    await save(id, 2, content('Hai', { personId: null, removed: true }))
    await mergePeople(system(), { eventId: of.id, keptId: kept.id, goneId: speaker.id })
    const restore = { eventId: of.id, noteId: id, version: 1 }
    expect(await restoreNote(ctx, { ...restore, revision: 2 })).toMatchObject({ done: false })
    const back = await restoreNote(ctx, { ...restore, revision: 3 })
    expect(back).toMatchObject({
      done: true,
      note: { revision: 4, removed: false, personId: kept.id, text: { vi: 'Một' } },
    })
    const { versions, names } = await getNoteHistory(id)
    expect(versions.map((one) => [one.revision, one.by])).toEqual([4, 3, 2, 1].map((at) => [at, 'An']))
    expect(names[speaker.id]).toBe(speaker.name)
  })

  test('that never was, or a neighbour’s, is refused', async () => {
    const [{ of, ctx, content, save, id }, other] = [await table(), await table()]
    await save(id, 0, content('Một'))
    await other.save(other.id, 0, other.content('Của họ'))
    const restore = { eventId: of.id, version: 1, revision: 1 }
    await expect(restoreNote(ctx, { ...restore, noteId: id, version: 7 })).rejects.toThrow('note-missing')
    await expect(restoreNote(ctx, { ...restore, noteId: other.id })).rejects.toThrow('note-missing')
  })
})

describe('a session', () => {
  const stands = async (id: string) =>
    (await database().select({ off: session.offRecord }).from(session).where(eq(session.id, id)))[0]?.off
  const told = async (eventId: string) =>
    (await database().select().from(activity).where(eq(activity.eventId, eventId)))
      .map((one) => one.verb)
      .filter((verb) => verb.endsWith('-record'))

  test('is taken off the record and put back on, once each, and written down', async () => {
    const { of, ctx, talk } = await table()
    const put = (offRecord: boolean) => switchRecord(ctx, { eventId: of.id, sessionId: talk.id, offRecord })
    for (const off of [true, true]) await put(off)
    expect([await stands(talk.id), await told(of.id)]).toEqual([true, ['session.off-record']])
    const desk = await getNotesDesk(system(), of.id)
    expect(desk.sessions).toMatchObject([{ id: talk.id, offRecord: true }])
    await put(false)
    expect([await stands(talk.id), (await told(of.id)).sort()]).toEqual([
      false,
      ['session.off-record', 'session.on-record'],
    ])
    expect((await getNotesDesk(system(), of.id)).draftId).toBeGreaterThan(desk.draftId)
  })

  test('of a neighbour is not, nor by the door', async () => {
    const { of, body, ctx, talk } = await table()
    const other = await event()
    const theirs = await sessionOf(other)
    const off = { eventId: of.id, offRecord: true }
    await expect(switchRecord(ctx, { ...off, sessionId: theirs.id })).rejects.toThrow('session-missing')
    const door = signedIn(await memberOf(body, 'door'))
    await expect(switchRecord(door, { ...off, sessionId: talk.id })).rejects.toThrow('right-missing')
    expect([await stands(theirs.id), await stands(talk.id)]).toEqual([false, false])
  })
})
