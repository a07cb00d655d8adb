import { describe, expect, it } from 'vitest'
import { seededRandom } from '#tests/factories/randomness.ts'
import { type Fields, flatten, footprint, marksOf, mergeFields, readMarks } from './merge.ts'

const base = { 'title.vi': 'Một', 'title.en': 'One', capacity: '10', waitlist: 'on' }

/** What is saved after a merge that asks nothing. */
function saved(mine: Fields, theirs: Fields, sides: Record<string, string>): Fields {
  return Object.fromEntries(
    Object.keys(theirs).map((field) => [field, (sides[field] === 'mine' ? mine : theirs)[field] ?? '']),
  )
}

const merged = (mine: Fields, theirs: Fields, more: object = {}) =>
  mergeFields({ mine, theirs, base: marksOf(base), ...more })

describe('two versions of a form', () => {
  it('have their fields by name, a text in each language', () => {
    const values = { title: { vi: 'Một', en: 'One' }, capacity: '10', waitlist: 'on' }
    expect(flatten(values)).toEqual(base)
    expect(readMarks(footprint(values))).toEqual(marksOf(base))
  })

  it.each([
    ['mine, where only I changed it', 'Của tôi', 'Một', 'Của tôi', []],
    ['theirs, where only they changed it', 'Một', 'Của họ', 'Của họ', []],
    ['the same, where both wrote the same', 'Hai', 'Hai', 'Hai', []],
    ['what I emptied, where they left it', '', 'Một', '', []],
    ['what they emptied, where I left it', 'Một', '', '', []],
    ['asked, where both changed it', 'Của tôi', 'Của họ', 'Của tôi', ['title.vi']],
    ['asked, where I emptied what they changed', '', 'Của họ', '', ['title.vi']],
    ['untouched by ends of lines', ' Một\r\n', 'Của họ', 'Của họ', []],
    ['untouched by how a Mac composes letters', 'Một'.normalize('NFD'), 'Của họ', 'Của họ', []],
  ])('become one field that is %s', (_, own, other, result, asked) => {
    const [mine, theirs] = [
      { ...base, 'title.vi': own },
      { ...base, 'title.vi': other },
    ]
    const { sides, differences } = merged(mine, theirs)
    expect(differences.map(({ field }) => field)).toEqual(asked)
    expect(saved(mine, theirs, sides)).toEqual({ ...base, 'title.vi': result })
  })

  it('see an unticked box', () => {
    const { waitlist: _, ...mine } = base
    expect(merged(mine, base)).toMatchObject({ sides: { waitlist: 'mine' }, differences: [] })
  })

  it('ask where the form does not say what it was made from', () => {
    const theirs = { ...base, capacity: '5' }
    for (const written of ['', 'not json', '[]', '{"a":', 'null', '{"capacity":7}']) {
      const { differences } = mergeFields({ mine: base, theirs, base: readMarks(written) })
      expect(differences).toEqual([{ field: 'capacity', mine: '10', theirs: '5' }])
    }
  })
})

describe('a choice', () => {
  const mine = { ...base, capacity: '20', 'title.en': 'Mine' }
  const theirs = { ...base, capacity: '5', 'title.vi': 'Của họ' }
  const asked = merged(mine, theirs)

  it('is for mine or theirs', () => {
    const choose = (side: 'mine' | 'theirs') =>
      mergeFields({ mine, theirs, base: asked.base, seen: asked.seen, choices: { capacity: side } })
    expect(choose('mine')).toMatchObject({ differences: [], sides: { capacity: 'mine' } })
    expect(choose('theirs')).toMatchObject({ differences: [], sides: { capacity: 'theirs' } })
  })

  it('that nobody made is asked again', () => {
    const again = mergeFields({ mine, theirs, base: asked.base, seen: asked.seen })
    expect(again.differences).toEqual([{ field: 'capacity', mine: '20', theirs: '5' }])
  })

  it('does not count against a third version', () => {
    const third = { ...theirs, capacity: '7' }
    const { differences } = mergeFields({
      mine,
      theirs: third,
      base: asked.base,
      seen: asked.seen,
      choices: { capacity: 'mine' },
    })
    expect(differences).toEqual([{ field: 'capacity', mine: '20', theirs: '7' }])
  })
})

describe('whatever two people write', () => {
  const cases = Array.from({ length: 300 }, (_, seed) => {
    const random = seededRandom(seed)
    const names = ['title.vi', 'title.en', 'note', 'constructor', 'waitlist']
    const text = () => random.pick(['', 'một', 'hai', ' ba ', 'đ\r\nf', '😀']) ?? ''
    const made = Object.fromEntries(names.map((name) => [name, text()]))
    const change = (fields: Fields) =>
      Object.fromEntries(
        Object.entries(fields).map(([name, was]) => [name, random.below(3) === 0 ? text() : was]),
      )
    return { made, mine: change(made), theirs: change(made) }
  })
  const markOf = (fields: Fields, name: string) =>
    Object.entries(marksOf(fields)).find(([key]) => key === name)?.[1]

  it('no change is lost: it is saved, or somebody is asked', () => {
    for (const { made, mine, theirs } of cases) {
      const { sides, differences } = mergeFields({ mine, theirs, base: marksOf(made) })
      const result = saved(mine, theirs, sides)
      const asked = new Set(differences.map(({ field }) => field))
      for (const name of Object.keys(made)) {
        const [was, own, other, now] = [made, mine, theirs, result].map((one) => markOf(one, name))
        if (asked.has(name))
          expect([own === was, other === was, own === other]).toEqual([false, false, false])
        else expect(now).toBe(own === was ? other : own)
      }
    }
  })

  it('the order in which they save makes no difference where nobody is asked', () => {
    for (const { made, mine, theirs } of cases) {
      const one = mergeFields({ mine, theirs, base: marksOf(made) })
      const two = mergeFields({ mine: theirs, theirs: mine, base: marksOf(made) })
      if (one.differences.length > 0) continue
      expect(marksOf(saved(mine, theirs, one.sides))).toEqual(marksOf(saved(theirs, mine, two.sides)))
    }
  })

  it('saving what is shown, untouched, changes nothing', () => {
    for (const { made, theirs } of cases) {
      const { sides, differences } = mergeFields({ mine: made, theirs, base: marksOf(made) })
      expect([differences, saved(made, theirs, sides)]).toEqual([[], theirs])
    }
  })
})
