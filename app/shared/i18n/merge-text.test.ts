import { describe, expect, it } from 'vitest'
import { mergeText } from './merge-text.ts'
import { edit, isStale, write } from './translated-text.ts'

const was = write({ vi: 'Một', en: 'One' })

describe('a text that two people edit', () => {
  it('takes each language from whoever changed it', () => {
    const { text, clashes } = mergeText(was, edit(was, { vi: 'Hai', en: 'One' }), { ...was, en: 'Two' })
    expect([text.vi, text.en, clashes]).toEqual(['Hai', 'Two', []])
  })

  it('from nothing, one language each, has both', () => {
    const { text, clashes } = mergeText({}, write({ vi: 'Một' }), write({ en: 'One' }, 'en'))
    expect([text, clashes]).toEqual([{ vi: 'Một', en: 'One', original: 'vi' }, []])
    expect(isStale(text)).toBe(true)
  })

  it('clashes only in the language that both changed, and keeps the other', () => {
    const { text, clashes } = mergeText(was, edit(was, { vi: 'Hai', en: 'One' }), {
      ...was,
      vi: 'Ba',
      en: 'Three',
    })
    expect([text.vi, text.en, clashes]).toEqual(['Ba', 'Three', ['vi']])
  })

  it('is a stale translation when its original moved on meanwhile', () => {
    const theirs = edit(was, { vi: 'Hai', en: 'One' })
    const mine = edit(was, { vi: 'Một', en: 'First' })
    expect(isStale(mergeText(was, theirs, mine).text)).toBe(true)
  })

  it('that one of them emptied is empty', () => {
    expect(mergeText(was, was, { vi: 'Một', original: 'vi' }).text).toEqual({ vi: 'Một', original: 'vi' })
  })
})
