import { describe, expect, test } from 'vitest'
import type { Note } from '#app/features/notes/domain/note.ts'
import { write } from '#app/shared/i18n/translated-text.ts'
import { sameValue } from '#app/shared/same-value.ts'
import type { NoteContent } from '#db/schema/note-content.ts'
import { contentOf, createNoteStore, type Keeping, type SaveAnswer, type Unsent } from './note-store.ts'

const content = (words: string, more: Partial<NoteContent> = {}): NoteContent => ({
  kind: 'quote',
  sessionId: null,
  personId: null,
  guestName: '',
  offRecord: false,
  removed: false,
  saidAt: '2025-03-11T22:00:00.000Z',
  text: write({ vi: words }),
  ownerId: null,
  ownerName: '',
  dueOn: null,
  doneAt: null,
  ...more,
})

const noteOf = (id: string, revision: number, said: NoteContent): Note => ({
  ...said,
  id,
  revision,
  changeId: revision,
  personName: '',
  ownerPersonName: '',
  authorName: 'Bình',
  createdAt: said.saidAt,
  updatedAt: said.saidAt,
  carriedFromId: null,
})

function memory(kept: Unsent[] = []) {
  const rows = new Map(kept.map((one) => [one.id, one]))
  const keeping: Keeping = {
    all: () => [...rows.values()],
    keep: (one) => void rows.set(one.id, structuredClone(one)),
    drop: (id) => void rows.delete(id),
  }
  return { rows, keeping }
}

/** A server in a few lines: each request waits until it is let through, or fails. */
function server(notes: Note[] = []) {
  const rows = new Map(notes.map((one) => [one.id, one]))
  const line: { ask: Unsent; answer: (answer: SaveAnswer) => void }[] = []
  const saved: NoteContent[] = []
  const write = (ask: Unsent): SaveAnswer => {
    const before = rows.get(ask.id)
    if (before && sameValue(contentOf(before), ask.content)) return { kind: 'done', note: before }
    if (before && before.revision !== ask.revision) return { kind: 'clash', stored: before }
    const note = noteOf(ask.id, (before?.revision ?? 0) + 1, ask.content)
    rows.set(ask.id, note)
    saved.push(ask.content)
    return { kind: 'done', note }
  }
  const next = () => {
    const asked = line.shift()
    if (!asked) throw new Error('nothing was sent')
    return asked
  }
  const afterAnswers = () => new Promise((resolve) => setTimeout(resolve))
  return {
    rows,
    saved,
    line,
    post: (ask: Unsent) => new Promise<SaveAnswer>((answer) => line.push({ ask, answer })),
    async answers() {
      for (; line.length > 0; await afterAnswers()) {
        const { ask, answer } = next()
        answer(write(ask))
      }
    },
    /** The note is saved, but the answer gets lost. */
    async losesAnswer() {
      const { ask, answer } = next()
      write(ask)
      answer({ kind: 'away' })
      await afterAnswers()
    },
    async isAway() {
      next().answer({ kind: 'away' })
      await afterAnswers()
    },
    async says(given: SaveAnswer) {
      next().answer(given)
      await afterAnswers()
    },
  }
}

const never = [1_000_000]

function desk(notes: Note[] = [], kept: Unsent[] = []) {
  const site = server(notes)
  const { rows, keeping } = memory(kept)
  const store = createNoteStore({ notes, author: 'An', keeping, post: site.post, pauses: never })
  const shown = () => store.view().notes.map((one) => `${one.text.vi} ${one.state}`)
  return { site, kept: rows, store, shown }
}

describe('a new note', () => {
  test('shows at once, is kept until it is saved, and saved once', async () => {
    const { site, kept, store, shown } = desk()
    store.save('a', content('Một'))
    expect([shown(), store.view().status, kept.size]).toEqual([['Một waiting'], 'saving', 1])
    await site.answers()
    expect([shown(), store.view().status, kept.size]).toEqual([['Một saved'], 'saved', 0])
    expect(site.saved).toHaveLength(1)
  })

  test.each([
    ['was never sent', 'isAway'],
    ['was sent, but the answer got lost', 'losesAnswer'],
  ] as const)('waits while the network is away, and is saved once when it %s', async (_, fails) => {
    const { site, store, shown } = desk()
    store.save('a', content('Một'))
    await site[fails]()
    store.save('b', content('Hai', { saidAt: '2025-03-11T22:01:00.000Z' }))
    expect([shown(), store.view().status]).toEqual([['Một waiting', 'Hai waiting'], 'away'])
    store.retry()
    await site.answers()
    expect([shown(), store.view().status]).toEqual([['Một saved', 'Hai saved'], 'saved'])
    expect(site.saved.map((one) => one.text.vi)).toEqual(['Một', 'Hai'])
  })

  test('stays where it was written among others of its minute', () => {
    const { store } = desk([noteOf('m', 1, content('Có sẵn'))])
    for (const id of ['z', 'a', 'k']) store.save(id, content(id))
    expect(store.view().notes.map((one) => one.id)).toEqual(['m', 'z', 'a', 'k'])
  })

  test('that is edited before the lost answer is no clash with itself', async () => {
    const { site, store, shown } = desk()
    store.save('a', content('Một'))
    await site.losesAnswer()
    store.save('a', content('Một lần'))
    await site.answers()
    expect(shown()).toEqual(['Một lần saved'])
    expect(site.rows.get('a')?.revision).toBe(2)
  })

  test('that is edited while it is on its way is sent again as it is then', async () => {
    const { site, store, shown } = desk()
    store.save('a', content('Một'))
    store.save('a', content('Một lần'))
    await site.answers()
    expect(shown()).toEqual(['Một lần saved'])
    expect(site.saved.map((one) => one.text.vi)).toEqual(['Một', 'Một lần'])
  })

  test('survives the page: the next one sends it', async () => {
    const first = desk()
    first.store.save('a', content('Một'))
    await first.site.losesAnswer()
    const second = desk([], [...first.kept.values()])
    expect(second.shown()).toEqual([])
    second.store.resume()
    expect(second.shown()).toEqual(['Một waiting'])
    await second.site.answers()
    expect([second.shown(), second.kept.size]).toEqual([['Một saved'], 0])
  })

  test('that the stream tells of before any answer came is saved', async () => {
    const { site, kept, store, shown } = desk()
    store.save('a', content('Một'))
    await site.losesAnswer()
    store.hear(noteOf('a', 1, content('Một')))
    expect([shown(), kept.size]).toEqual([['Một saved'], 0])
  })

  test('that is refused says why until it is written otherwise or let go', async () => {
    const { site, store, shown } = desk()
    store.save('a', content('Một'))
    await site.says({ kind: 'refused', sentence: 'Không được' })
    expect(shown()).toEqual(['Một refused'])
    expect(store.view().notes[0]?.unsent?.refused).toBe('Không được')
    store.save('a', content('Hai'))
    await site.answers()
    expect(shown()).toEqual(['Hai saved'])
    store.save('b', content('Ba'))
    await site.says({ kind: 'refused', sentence: 'Không được' })
    store.forget('b')
    expect(shown()).toEqual(['Hai saved'])
  })
})

describe('two rapporteurs', () => {
  const stored = noteOf('a', 1, content('Một'))
  const theirs = noteOf('a', 2, content('Của Bình'))

  async function clash() {
    const made = desk([stored])
    made.site.rows.set('a', theirs)
    made.store.save('a', content('Của An'))
    await made.site.answers()
    return made
  }

  test('who change the same words are shown both', async () => {
    const { site, store, shown } = await clash()
    expect([shown(), store.view().clashes]).toEqual([['Của An clash'], 1])
    expect(store.view().notes[0]?.unsent?.stored?.text.vi).toBe('Của Bình')
    expect(site.rows.get('a')).toBe(theirs)
  })

  test.each([
    ['mine', 'Của An', 3],
    ['theirs', 'Của Bình', 2],
  ] as const)('choose %s', async (which, words, revision) => {
    const { site, kept, store, shown } = await clash()
    store.choose('a', which)
    await site.answers()
    expect([shown(), store.view().clashes, kept.size]).toEqual([[`${words} saved`], 0, 0])
    expect(site.rows.get('a')?.revision).toBe(revision)
  })

  test('find the clash again after the page was opened anew', async () => {
    const { kept } = await clash()
    const again = desk([theirs], [...kept.values()])
    again.store.resume()
    expect([again.shown(), again.site.line]).toEqual([['Của An clash'], []])
  })

  test('who change different parts are both kept', async () => {
    const { site, store } = desk([stored])
    site.rows.set('a', noteOf('a', 2, content('Một', { offRecord: true })))
    store.save('a', content('Của An'))
    await site.answers()
    expect(site.rows.get('a')).toMatchObject({ revision: 3, offRecord: true, text: { vi: 'Của An' } })
    expect(store.view().clashes).toBe(0)
  })

  test('hear each other; what is older than known is passed over', () => {
    const { store, shown } = desk([stored])
    store.hear(theirs)
    store.hear(stored)
    store.hear(noteOf('b', 1, content('Mới', { saidAt: '2025-03-11T21:00:00.000Z' })))
    expect(shown()).toEqual(['Mới saved', 'Của Bình saved'])
    const early = noteOf('c', 1, content('Sớm', { saidAt: '2025-03-11T20:00:00.000Z' }))
    store.learn([stored, early])
    expect(shown()).toEqual(['Sớm saved', 'Mới saved', 'Của Bình saved'])
  })

  test('an edit made from an older note than is known clashes rather than overwrites', async () => {
    const { site, store } = desk([stored])
    site.rows.set('a', theirs)
    store.hear(theirs)
    store.save('a', content('Của An'), stored)
    await site.answers()
    expect([store.view().clashes, site.rows.get('a')]).toEqual([1, theirs])
  })

  test('what is saved as it stands is not sent', () => {
    const { site, store } = desk([stored])
    store.save('a', content('Một'))
    expect(site.line).toEqual([])
  })
})
