import { describe, expect, test } from 'vitest'
import { isStale, write } from '#app/shared/i18n/translated-text.ts'
import type { NoteContent } from '#db/schema/note-content.ts'
import { changedParts, mergedNote } from './merge-notes.ts'

const was: NoteContent = {
  kind: 'quote',
  sessionId: null,
  personId: 'giang',
  guestName: '',
  offRecord: false,
  removed: false,
  saidAt: '2025-03-11T22:00:00.000Z',
  text: write({ vi: 'Chào', en: 'Hello' }),
  ownerId: null,
  ownerName: '',
  dueOn: null,
  doneAt: null,
}
const { vi: _, ...english } = write({ en: 'Hello' }, 'en')
const onlyVi = { ...was, text: write({ vi: 'Chào' }) }

describe('what changed', () => {
  test.each<[string, Partial<NoteContent>, string[]]>([
    ['nothing', {}, []],
    ['one language', { text: { ...was.text, en: 'Hi' } }, ['en']],
    [
      'both, and the speaker',
      { text: write({ vi: 'A', en: 'B' }), personId: null },
      ['vi', 'en', 'personId'],
    ],
    ['a language that is gone', { text: english }, ['vi']],
  ])('%s', (_, change, parts) => expect(changedParts(was, { ...was, ...change })).toEqual(parts))
})

describe('two changes of one note', () => {
  test.each<[string, Partial<NoteContent>, Partial<NoteContent>, Partial<NoteContent> | null]>([
    [
      'of different parts are one',
      { kind: 'statement' },
      { offRecord: true },
      { kind: 'statement', offRecord: true },
    ],
    ['that agree are one', { kind: 'statement' }, { kind: 'statement' }, { kind: 'statement' }],
    ['of the same part clash', { kind: 'statement' }, { kind: 'question' }, null],
    [
      'of the same words clash',
      { text: write({ vi: 'A', en: 'Hello' }) },
      { text: write({ vi: 'B', en: 'Hello' }) },
      null,
    ],
    ['that are wrong together clash', { personId: null, guestName: 'Bà Tư' }, { personId: 'lan' }, null],
    ['of which one takes it away clash', { kind: 'statement' }, { removed: true }, null],
    ['that both take it away are one', { removed: true }, { removed: true }, { removed: true }],
    ['that make no action clash', { kind: 'action', dueOn: '2025-04-01' }, { kind: 'decision' }, null],
  ])('%s', (_, mine, theirs, expected) => {
    const merged = mergedNote(was, { ...was, ...mine }, { ...was, ...theirs })
    expect(merged).toEqual(expected && { ...was, ...expected })
  })

  test('words of two languages stand side by side', () => {
    const mine = { ...onlyVi, text: write({ vi: 'Chào', en: 'Hello' }) }
    const theirs = { ...onlyVi, offRecord: true }
    expect(mergedNote(onlyVi, mine, theirs)).toEqual({ ...theirs, text: write({ vi: 'Chào', en: 'Hello' }) })
  })

  test.each([
    ['mine', (a: NoteContent, b: NoteContent) => mergedNote(onlyVi, a, b)],
    ['theirs', (a: NoteContent, b: NoteContent) => mergedNote(onlyVi, b, a)],
  ])('a translation, %s, of words that changed meanwhile is stale', (_, merge) => {
    const translated = { ...onlyVi, text: write({ vi: 'Chào', en: 'Hello' }) }
    const rewritten = { ...onlyVi, text: write({ vi: 'Xin chào' }) }
    const merged = merge(translated, rewritten)
    expect(merged?.text).toMatchObject({ vi: 'Xin chào', en: 'Hello' })
    expect(isStale(merged?.text)).toBe(true)
  })
})
