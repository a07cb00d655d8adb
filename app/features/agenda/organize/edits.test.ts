import { describe, expect, it } from 'vitest'
import { testDatabase } from '#tests/database.ts'
import { signedIn, system } from '#tests/factories/contexts.ts'
import { organizedEvent } from '#tests/factories/events.ts'
import { memberOf } from '#tests/factories/organizations.ts'
import { getPage, postForm, signInCookieOf } from '#tests/factories/requests.ts'
import { addSession } from '../domain/add-session.server.ts'
import { listDraftSessions } from '../domain/draft/draft.server.ts'
import { listDraftChanges } from '../domain/draft/draft-changes.server.ts'
import type { DraftEdit } from '../domain/draft/draft-edit.ts'
import { editDraft } from '../domain/draft/edit-draft.server.ts'
import { addRoom } from '../domain/rooms/add-room.server.ts'
import { action } from './edits.ts'
import { listAction } from './list/list-action.server.ts'
import { loader as live } from './live.ts'

await testDatabase()

async function desk() {
  const { event, body } = await organizedEvent({ publishedAt: null })
  const room = await addRoom(system(), { eventId: event.id, name: { vi: 'Lớn' } })
  const session = await addSession(system(), { eventId: event.id, kind: 'talk', title: { vi: 'Mở đầu' } })
  const organizer = await memberOf(body, 'organizer')
  const cookie = await signInCookieOf(organizer)
  const params = { event: event.slug }
  const path = `/organize/events/${event.slug}/agenda`
  const arrive = (startsAt: Date | null) => ({
    startsAt: startsAt?.toISOString() ?? null,
    endsAt: startsAt && new Date(startsAt.getTime() + 30 * 60_000).toISOString(),
  })
  const edit = (was: object, set: object): DraftEdit => ({ kind: 'edit', sessionId: session.id, was, set })
  const post = (edits: unknown, as = cookie) => {
    const fields = { edits: typeof edits === 'string' ? edits : JSON.stringify(edits), editor: 'window-1' }
    return action({ request: postForm(`${path}/edits`, fields, as), params, context: {} })
  }
  return { event, body, room, session, organizer, cookie, params, path, arrive, edit, post }
}

describe('edits of an open editor', () => {
  it('are done, and clash when somebody was there before', async () => {
    const { event, room, edit, post, arrive } = await desk()
    const done = await post([edit({ roomId: null }, { roomId: room.id, ...arrive(event.startsAt) })])
    expect([done.status, await done.json()]).toMatchObject([200, { done: true, edits: [{}] }])
    const late = await post([edit({ startsAt: null }, arrive(event.endsAt))])
    expect(late.status).toBe(409)
    expect(await late.json()).toMatchObject({
      done: false,
      clashes: [{ field: 'startsAt', was: null, theirs: event.startsAt.toISOString() }],
    })
  })

  it('are refused to whoever may not edit', async () => {
    const { body, edit, post } = await desk()
    const door = await signInCookieOf(await memberOf(body, 'door'))
    await expect(post([edit({}, { kind: 'panel' })], door)).rejects.toThrow('right-missing')
    const stranger = await desk()
    await expect(post([edit({}, { kind: 'panel' })], stranger.cookie)).rejects.toThrow('event-missing')
  })

  it.each<[string, (one: DraftEdit) => unknown]>([
    ['nothing', () => ''],
    ['no JSON', () => '[{'],
    ['no list', () => '{}'],
    ['an empty list', () => []],
    ['an unknown kind', (one) => [{ ...one, kind: 'remove' }]],
    ['an unknown field', (one) => [{ ...one, set: { slug: 'other' } }]],
    ['a field of another type', (one) => [{ ...one, set: { capacity: '12' } }]],
    ['an instant that is none', (one) => [{ ...one, set: { startsAt: 'soon', endsAt: 'later' } }]],
    ['a name that is none', (one) => [{ ...one, sessionId: 'first' }]],
    ['a text with a hidden end', (one) => [{ ...one, set: { title: { vi: 'A\0B' } } }]],
    ['a prototype', () => '[{"kind":"edit","sessionId":"x","was":{},"set":{"__proto__":{"x":1}}}]'],
  ])('are refused when they are %s', async (_, bad) => {
    const { event, edit, post } = await desk()
    const before = await listDraftSessions(event.id)
    await expect(post(bad(edit({}, {})))).rejects.toThrow('form-unreadable')
    expect(await listDraftSessions(event.id)).toEqual(before)
  })
})

describe('the list without script', () => {
  it('does a gesture, says no to a wrong time, and gives both sides of a clash', async () => {
    const { event, session, room, cookie, params, path } = await desk()
    const post = (fields: Record<string, string>) =>
      listAction({ request: postForm(`${path}/list`, fields, cookie), params, context: {} })
    const day = '2027-06-24'
    const own = { session: session.id, day, room: room.id, seen: '||' }
    const done = (await post({ ...own, gesture: 'place', start: '18:00', minutes: '20' })) as Response
    expect(done.headers.get('Location')).toMatch(/\/list\?day=2027-06-24&done=\d+#s-/)
    const [stored] = await listDraftSessions(event.id)
    expect(stored).toMatchObject({ startsAt: '2027-06-24T22:00:00.000Z', roomId: room.id })

    const faulty = await post({ ...own, gesture: 'place', start: '25:99', minutes: '20' })
    expect(faulty).toMatchObject({ data: { fault: 'time' }, init: { status: 400 } })
    expect(await post({ gesture: 'explode' })).toMatchObject({ init: { status: 400 } })
    const stale = await post({ ...own, gesture: 'place', start: '19:00', minutes: '20' })
    expect(stale).toMatchObject({ init: { status: 409 } })

    const change = /done=(\d+)/.exec(done.headers.get('Location') ?? '')?.[1] ?? ''
    await post({ gesture: 'undo', change, day })
    expect((await listDraftSessions(event.id))[0]).toMatchObject({ startsAt: null, roomId: null })
  })
})

describe('the stream of changes', () => {
  it('begins behind what is known, goes on as others edit, and ends with its reader', async () => {
    const { event, organizer, edit, cookie, params, path } = await desk()
    const make = (kind: 'panel' | 'keynote' | 'talk') =>
      editDraft(signedIn(organizer), { eventId: event.id, edits: [edit({}, { kind })], editorId: 'other' })
    const first = await make('panel')
    const second = await make('keynote')
    const after = first.done ? first.changeId : 0
    const leaving = new AbortController()
    const request = new Request(getPage(`${path}/live?after=${after}`, cookie), { signal: leaving.signal })
    request.headers.set('Accept', 'text/event-stream')
    const answer = await live({ request, params, context: {} })
    expect(answer.headers.get('Content-Type')).toContain('text/event-stream')
    expect(answer.headers.get('Cache-Control')).toContain('no-transform')
    const heard = reading(answer)
    await expect.poll(() => heard.messages).toMatchObject([{ id: second.done && second.changeId }])
    const third = await make('talk')
    await expect.poll(() => heard.messages.length, { timeout: 1000 }).toBe(2)
    expect(heard.messages[1]).toMatchObject({
      id: third.done && third.changeId,
      editorId: 'other',
      actorName: organizer.name,
      edits: [{ set: { kind: 'talk' } }],
    })
    leaving.abort()
    await expect.poll(() => heard.ended).toBe(true)
  })

  it('is a plain answer for whoever asks for no stream', async () => {
    const { event, edit, cookie, params, path } = await desk()
    await editDraft(system(), { eventId: event.id, edits: [edit({}, { kind: 'panel' })] })
    const answer = await live({ request: getPage(`${path}/live`, cookie), params, context: {} })
    expect((await answer.json()).at(-1)).toMatchObject({ edits: [{ set: { kind: 'panel' } }] })
  })
})

describe('who has the editor open', () => {
  it('is told to the others as they come and go, and to nobody else', async () => {
    const { event, body, organizer, cookie, params, path } = await desk()
    const stranger = await desk()
    const before = await listDraftChanges(event.id, 0)
    // Behind all that was changed until now, in either draft.
    const after = (await listDraftChanges(stranger.event.id, 0)).at(-1)?.id
    const open = async (as: string, editor: string, at = { params, path }) => {
      const leaving = new AbortController()
      const address = `${at.path}/live?after=${after}&editor=${editor}`
      const request = new Request(getPage(address, as), { signal: leaving.signal })
      request.headers.set('Accept', 'text/event-stream')
      const heard = reading(await live({ request, params: at.params, context: {} }))
      return { heard, leave: () => leaving.abort() }
    }
    const lan = await signInCookieOf(await memberOf(body, 'organizer', { name: 'Lan' }))
    const first = await open(cookie, 'window-1')
    const elsewhere = await open(stranger.cookie, 'window-9', stranger)
    const reader = await open(cookie, '')
    const second = await open(lan, 'window-2')
    const [isLan, isOrganizer] = [{ present: ['Lan'] }, { present: [organizer.name] }]
    await expect.poll(() => first.heard.messages).toEqual([isLan])
    await expect.poll(() => second.heard.messages).toEqual([isOrganizer])
    const third = await open(lan, 'window-3')
    await expect.poll(() => third.heard.messages).toEqual([isOrganizer])
    second.leave()
    third.leave()
    await expect.poll(() => first.heard.messages, { timeout: 20_000 }).toEqual([isLan, { present: [] }])
    expect([elsewhere.heard.messages, reader.heard.messages]).toEqual([[], []])
    expect(await listDraftChanges(event.id, 0)).toEqual(before)
    for (const one of [first, elsewhere, reader]) one.leave()
  }, 30_000)
})

/** The messages of a stream as they come. */
function reading(answer: Response) {
  const heard = { messages: [] as unknown[], ended: false }
  const words = new TextDecoder()
  void (async () => {
    for await (const part of answer.body ?? []) {
      for (const line of words.decode(part).split('\n')) {
        if (line.startsWith('data: ')) heard.messages.push(JSON.parse(line.slice(6)))
      }
    }
    heard.ended = true
  })()
  return heard
}
