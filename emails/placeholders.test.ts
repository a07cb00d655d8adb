import { expect, it } from 'vitest'
import { filled, placeholdersOf, strangePlaceholders } from './placeholders.ts'

it.each([
  ['Dear {name}, welcome to {event}', []],
  ['{session} and {deadline} and {session}', ['session', 'deadline']],
  ['{ name } {Name} {}', [' name ', 'Name', '']],
  ['no braces { here', []],
  ['{constructor}', ['constructor']],
])('%s names %j that a confirmation cannot say', (text, strange) => {
  expect(strangePlaceholders(text, 'confirmed')).toEqual(strange)
})

it('gives each kind what its mail is about', () => {
  expect(placeholdersOf('speaker-asked')).toContain('session')
  expect(placeholdersOf('speaker-asked')).not.toContain('category')
  expect(placeholdersOf('offered')).toEqual([
    'name',
    'event',
    'when',
    'place',
    'hosts',
    'category',
    'deadline',
  ])
})

it('puts values in once, whatever they hold', () => {
  expect(filled('{name} at {event}: {name}', { name: '{event} $&', event: 'Bàn tròn' })).toBe(
    '{event} $& at Bàn tròn: {event} $&',
  )
  expect(filled('{session}', {})).toBe('{session}')
  expect(filled('{place}.', { place: '' })).toBe('.')
})
