import { describe, expect, it } from 'vitest'
import { type Compared, findDuplicates } from './duplicates.ts'

type Given = [name: string, email?: string | null, otherNames?: string]
const people = (...given: Given[]): Compared[] =>
  given.map(([name, email = null, otherNames = ''], at) => ({ id: `p${at}`, name, email, otherNames }))
const reasons = (...given: Given[]) => findDuplicates(people(...given)).map(({ reason }) => reason)

describe('two records that may be one person', () => {
  it.each<[string, Given, Given, string[]]>([
    ['an address in another case', ['An', 'An@Example.org'], ['Bình', 'an@example.org'], ['address']],
    ['an address with a plus', ['An', 'an+film@example.org'], ['Bình', 'an@example.org'], ['address']],
    ['dots that Google ignores', ['An', 'a.n@gmail.com'], ['Bình', 'an@googlemail.com'], ['address']],
    ['dots that others mean', ['An Lê', 'a.n@vn.vn'], ['Bình Trần', 'an@vn.vn'], []],
    ['the same name', ['Vũ Ngọc Tâm'], ['vũ ngọc tâm'], ['name']],
    ['composed and decomposed', ['Vũ Tâm'.normalize('NFD')], ['Vũ Tâm'], ['name']],
    ['without diacritics', ['Đặng Hoàng Giang'], ['Dang Hoang Giang'], ['spelling']],
    ['with a title', ['TS. Đặng Hoàng Giang'], ['Đặng Hoàng Giang'], ['spelling']],
    ['in another order', ['Tony Bùi'], ['Bui Tony'], ['order']],
    ['the shorter in the longer', ['Tam Vu'], ['Vũ Ngọc Tâm'], ['part']],
    ['by another name', ['Ngô Bảo', null, 'Tâm Vũ'], ['Vũ Ngọc Tâm'], ['part']],
    ['one word only', ['Tâm'], ['Vũ Ngọc Tâm'], []],
    ['others', ['Vũ Ngọc Tâm'], ['Vũ Ngọc Tuấn'], []],
  ])('%s', (_, a, b, wanted) => {
    expect(reasons(a, b)).toEqual(wanted)
  })

  it('are listed likeliest first, and another address makes it less likely', () => {
    const found = findDuplicates(
      people(
        ['Tam Vu'],
        ['Vũ Ngọc Tâm', 'a@x.vn'],
        ['Vũ Ngọc Tâm', 'b@x.vn'],
        ['Lan', 'l@x.vn'],
        ['Lan Ngô', 'L@x.vn'],
      ),
    )
    expect(found.map(({ a, b, score }) => [a, b, score])).toEqual([
      ['p3', 'p4', 100],
      ['p1', 'p2', 80],
      ['p0', 'p1', 40],
      ['p0', 'p2', 40],
    ])
  })

  it('are not guessed from a name that many contain', () => {
    const crowd = ['Bình', 'Cường', 'Dũng', 'Hà', 'Lan'].map((given): Given => [`Nguyễn Văn ${given}`])
    expect(reasons(['Nguyen Van'], ...crowd)).toEqual([])
  })

  it('are found among ten thousand at once', () => {
    const parts = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Văn', 'Thị', 'Ngọc', 'Minh', 'Anh', 'Hà']
    const many = Array.from({ length: 10_000 }, (_, at): Given => {
      const pick = (step: number) => parts[Math.floor(at / step) % parts.length]
      return [`${pick(1)} ${pick(10)} ${pick(100)} ${at % 900}`, `p${at}@example.org`]
    })
    const started = performance.now()
    const found = findDuplicates(people(...many, ['Tam Vu'], ['Vũ Ngọc Tâm']))
    expect(found.length).toBeLessThanOrEqual(200)
    expect(performance.now() - started).toBeLessThan(3000)
  })
})
