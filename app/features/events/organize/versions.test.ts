import { describe, expect, it } from 'vitest'
import { differences, flatten, footprint } from './versions.ts'

const base = { title: { vi: 'Một', en: 'One' }, capacity: '10', waitlist: 'on' }

describe('two versions of a form', () => {
  it('have their fields by name', () => {
    expect(flatten(base)).toEqual({ 'title.vi': 'Một', 'title.en': 'One', capacity: '10', waitlist: 'on' })
  })

  it('keep what each of two people changed', () => {
    const mine = { ...base, title: { vi: 'Của tôi', en: 'One' } }
    const theirs = { ...base, capacity: '20' }
    expect(differences(mine, theirs, footprint(base))).toEqual([
      { field: 'title.vi', mine: 'Của tôi', theirs: 'Một', take: 'mine' },
      { field: 'capacity', mine: '10', theirs: '20', take: 'theirs' },
    ])
  })

  it('see an unticked box, and not the ends of lines', () => {
    const { waitlist: _, ...mine } = { ...base, title: { vi: 'Một \r\n', en: 'One' } }
    expect(differences(mine, base, footprint(base))).toEqual([
      { field: 'waitlist', mine: '', theirs: 'on', take: 'mine' },
    ])
  })

  it('are compared without trust in what the form says it was made from', () => {
    expect(differences(base, { ...base, capacity: '5' }, 'not json')).toMatchObject([{ take: 'mine' }])
  })
})
