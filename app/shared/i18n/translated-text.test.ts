import { describe, expect, it } from 'vitest'
import { edit, isStale, missingIn, read, write } from './translated-text.ts'

describe('translated text', () => {
  it('falls back to the other language and says which it is', () => {
    expect(read({ vi: 'Bàn tròn' }, 'en')).toEqual({ text: 'Bàn tròn', lang: 'vi' })
    expect(read({ vi: 'Bàn tròn', en: 'Roundtable' }, 'en')).toEqual({ text: 'Roundtable', lang: 'en' })
    expect(read(null, 'vi')).toEqual({ text: '', lang: 'vi' })
  })

  it('turns stale when only the original changes', () => {
    const first = write({ vi: 'Một', en: 'One' })
    expect(isStale(first)).toBe(false)
    const changed = edit(first, { vi: 'Hai', en: 'One' })
    expect(isStale(changed)).toBe(true)
    expect(isStale(edit(changed, { vi: 'Hai', en: 'One' }))).toBe(true)
    expect(isStale(edit(changed, { vi: 'Hai', en: 'Two' }))).toBe(false)
    expect(isStale(edit(changed, { vi: 'Hai', en: 'One' }, 'vi', true))).toBe(false)
  })

  it('is fresh when only the translation changes', () => {
    const first = write({ vi: 'Một', en: 'On' })
    expect(isStale(edit(first, { vi: 'Một', en: 'One' }))).toBe(false)
  })

  it('lets the other language be the original when the first is emptied', () => {
    const first = write({ vi: 'Một', en: 'One' })
    const emptied = edit(first, { vi: ' ', en: 'One' })
    expect(emptied).toEqual({ en: 'One', original: 'en' })
    expect(missingIn(emptied)).toBe('vi')
  })

  it('is left as it is when neither changed, marked or not', () => {
    const unmarked = { vi: 'Một', en: 'One' }
    expect(edit(unmarked, { vi: 'Một ', en: 'One' })).toEqual(unmarked)
    expect(edit({}, { vi: '', en: ' ' })).toEqual({})
  })

  it('is empty when both are emptied', () => {
    expect(edit(write({ vi: 'Một' }), { vi: '', en: '' })).toEqual({})
  })
})
