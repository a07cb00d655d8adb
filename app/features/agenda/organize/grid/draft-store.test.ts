import { describe, expect, it, vi } from 'vitest'
import type { DraftEdit, DraftSession } from '#app/features/agenda/domain/draft/draft-edit.ts'
import { placeSession } from '#app/features/agenda/domain/draft/gestures.ts'
import { type Answer, createDraftStore } from './draft-store.ts'

const one: DraftSession = {
  id: 'one',
  slug: 'one',
  kind: 'talk',
  title: { vi: 'Một' },
  abstract: {},
  languages: [],
  interpretation: [],
  films: [],
  trackId: null,
  roomId: 'a',
  capacity: null,
  signUp: false,
  dropped: false,
  startsAt: '2025-03-11T22:00:00.000Z',
  endsAt: '2025-03-11T22:30:00.000Z',
  appearances: [],
}
const at = (clock: string) => Date.parse(`2025-03-11T${clock}Z`)
const move = (clock: string) => placeSession(one, { startsAt: at(clock) })
const theirs = (set: Partial<DraftSession>, id: number) => ({
  id,
  editorId: 'other',
  actorName: 'Lan',
  edits: [{ kind: 'edit' as const, sessionId: 'one', was: {}, set }],
})

/** A store whose posts are answered by hand, in order. */
function desk() {
  const posted: { edits: DraftEdit[]; answer: (answer: Answer) => Promise<void> }[] = []
  const store = createDraftStore({
    sessions: [one],
    editorId: 'mine',
    pauses: [0],
    post: (edits) =>
      new Promise((resolve) => {
        posted.push({
          edits,
          answer: async (answer) => {
            resolve(answer)
            await new Promise(setImmediate)
          },
        })
      }),
  })
  const start = () => store.view().sessions[0]?.startsAt?.slice(11, 16)
  const last = () => {
    const post = posted.at(-1)
    if (!post) throw new Error('nothing was posted')
    return post
  }
  const accept = (changeId: number) => last().answer({ kind: 'done', changeId, edits: last().edits })
  return { store, posted, start, last, accept }
}

describe('the draft in an editor', () => {
  it('shows a gesture at once and sends one at a time', async () => {
    const { store, posted, start, accept } = desk()
    store.perform(move('22:10'))
    store.perform([{ kind: 'edit', sessionId: 'one', was: { roomId: 'a' }, set: { roomId: 'b' } }])
    expect([start(), store.view().sessions[0]?.roomId, posted.length]).toEqual(['22:10', 'b', 1])
    await accept(1)
    expect([posted.length, store.view().status]).toEqual([2, 'saving'])
    await accept(2)
    expect([start(), store.view().status, store.hasUnsent()]).toEqual(['22:10', 'saved', false])
  })

  it('undoes and redoes by edits of their own', async () => {
    const { store, start, accept } = desk()
    store.perform(move('22:10'))
    await accept(1)
    store.undo()
    await accept(2)
    expect([start(), store.view().canUndo, store.view().canRedo]).toEqual(['22:00', false, true])
    store.redo()
    await accept(3)
    expect([start(), store.view().canUndo, store.view().canRedo]).toEqual(['22:10', true, false])
    expect(store.view().told).toMatchObject({ kind: 'redid' })
  })

  it('merges what others change, and does not take its own echo for news', async () => {
    const { store, start, last, accept } = desk()
    store.perform(move('22:10'))
    store.hear(theirs({ roomId: 'b' }, 1))
    store.hear({ id: 2, editorId: 'mine', actorName: 'Tôi', edits: last().edits })
    store.hear(theirs({ startsAt: '2025-03-11T21:00:00.000Z' }, 3))
    expect([start(), store.view().sessions[0]?.roomId]).toEqual(['21:00', 'b'])
    await accept(2)
    expect([start(), store.view().status]).toEqual(['21:00', 'saved'])
  })

  it.each([
    ['theirs', new Set<string>(), '21:00', 0],
    ['mine', new Set(['one slot']), '22:10', 1],
  ])('takes a clash back, shows both, and keeps %s', async (_, mine, wanted, sent) => {
    const { store, posted, start, last } = desk()
    store.perform(move('22:10'))
    const clash = { sessionId: 'one', field: 'startsAt' as const, was: one.startsAt }
    const clashes = [{ ...clash, theirs: '2025-03-11T21:00:00.000Z', yours: '2025-03-11T22:10:00.000Z' }]
    await last().answer({ kind: 'clash', clashes })
    expect([start(), store.view().canUndo, store.hasUnsent()]).toEqual(['21:00', false, true])
    expect(store.view().clash?.clashes).toEqual(clashes)
    store.resolve(mine)
    expect([start(), posted.length - 1, store.view().clash]).toEqual([wanted, sent, null])
    if (sent) {
      expect(last().edits).toMatchObject([
        { was: { startsAt: '2025-03-11T21:00:00.000Z', endsAt: one.endsAt } },
      ])
    }
  })

  it('keeps what it cannot send, and sends it when the server is back', async () => {
    const { store, posted, start, last, accept } = desk()
    store.perform(move('22:10'))
    await last().answer({ kind: 'away' })
    expect([start(), store.view().status, store.hasUnsent()]).toEqual(['22:10', 'away', true])
    await expect.poll(() => posted.length).toBe(2)
    await accept(1)
    expect([start(), store.view().status]).toEqual(['22:10', 'saved'])
  })

  it('takes back what is refused, and says why', async () => {
    const { store, start, last } = desk()
    store.perform(move('22:10'))
    await last().answer({ kind: 'refused', sentence: 'Nein.' })
    expect([start(), store.view().told, store.view().canUndo]).toMatchObject([
      '22:00',
      { kind: 'refused', sentence: 'Nein.' },
      false,
    ])
  })

  it('has everything read again when it was away for too long, and says nothing of it', () => {
    const onUnknown = vi.fn()
    const post = () => new Promise<Answer>(() => {})
    const store = createDraftStore({ sessions: [one], editorId: 'mine', post, onUnknown })
    store.hear({ id: 900, edits: [], editorId: null, actorName: '', again: true })
    expect(onUnknown).toHaveBeenCalledOnce()
    expect(store.view().told).toBeNull()
  })

  it('puts what it heard on top of a draft that was read before', async () => {
    const { store, start } = desk()
    store.hear(theirs({ startsAt: '2025-03-11T21:00:00.000Z' }, 7))
    store.reset({ sessions: [one], changeId: 6 })
    expect(start()).toBe('21:00')
    store.reset({ sessions: [one], changeId: 7 })
    expect(start()).toBe('22:00')
  })
})
