import { describe, expect, test } from 'vitest'
import type { ReadLine } from './entry-line.ts'
import { nameable, newNote } from './new-note.ts'

const around = { sessionId: 's', locale: 'vi' as const, saidAt: Date.UTC(2025, 2, 11, 22), offRecord: false }
const giang = { id: 'giang', name: 'Đặng Hoàng Giang' }
const line = (more: Partial<ReadLine> = {}): ReadLine => ({
  kind: 'quote',
  offRecord: false,
  person: null,
  choices: [],
  words: 'Lời',
  ...more,
})
const nobody = { personId: null, guestName: '', ownerId: null, ownerName: '' }

describe('the note of a line', () => {
  test.each<[string, Partial<ReadLine>, object]>([
    ['somebody’s quote', { person: giang }, { ...nobody, personId: 'giang' }],
    ['a guest’s quote', { person: { id: null, name: 'Bà Tư' } }, { ...nobody, guestName: 'Bà Tư' }],
    ['an action of somebody', { kind: 'action', person: giang }, { ...nobody, ownerId: 'giang' }],
    [
      'an action of a guest',
      { kind: 'action', person: { id: null, name: 'Bà Tư' } },
      { ...nobody, ownerName: 'Bà Tư' },
    ],
    ['nobody’s decision', { kind: 'decision' }, nobody],
    ['what is off the record', { offRecord: true }, { ...nobody, offRecord: true }],
  ])('is %s', (_, said, expected) => {
    const note = newNote(line(said), around)
    expect(note).toMatchObject({ offRecord: false, ...expected, text: { vi: 'Lời', original: 'vi' } })
    expect(note).toMatchObject({ sessionId: 's', saidAt: '2025-03-11T22:00:00.000Z', removed: false })
  })

  test('in English has English words alone', () => {
    expect(newNote(line(), { ...around, locale: 'en' })?.text).toEqual({ en: 'Lời', original: 'en' })
  })

  test('is off the record when the form says so', () => {
    expect(newNote(line(), { ...around, offRecord: true })).toMatchObject({ offRecord: true })
  })

  test('without words there is none', () => expect(newNote(line({ words: '  ' }), around)).toBeNull())
})

test('nearest are those in the session, then the event’s people, then guests', () => {
  const lan = { id: 'lan', name: 'Ngô Phương Lan' }
  const desk = {
    people: [lan, giang],
    sessions: [
      { id: 's', roster: ['giang', 'gone'] },
      { id: 't', roster: ['lan'] },
    ],
    notes: [
      { guestName: 'Bà Tư', ownerName: '' },
      { guestName: 'Bà Tư', ownerName: 'Ông Ba' },
    ],
  }
  const guests = ['Bà Tư', 'Ông Ba'].map((name) => ({ id: null, name }))
  expect(nameable(desk, 's')).toEqual([[giang], [lan, giang], guests])
  expect(nameable(desk, null)).toEqual([[giang, lan], [lan, giang], guests])
})
