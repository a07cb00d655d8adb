import { describe, expect, it } from 'vitest'
import { identifyPeople } from './identify-person.ts'

const nam = { id: 'nam', name: 'Nguyễn Văn Nam', email: 'nam@example.org' }
const other = { id: 'other', name: 'Nguyễn Văn Nam', email: null }
const mo = { id: 'mo', name: 'mo', email: null }
const huyen = { id: 'huyen', name: 'Đặng Thái Huyền', email: null, otherNames: 'Huyen Dang' }

describe('who is meant', () => {
  const identify = identifyPeople([nam, other, mo, huyen], new Map([['sessionize s1', 'other']]))

  it.each([
    [
      'the id of the source, whatever the name',
      { name: 'Nam Persona', key: 'sessionize s1' },
      'other',
      'key',
    ],
    ['the address in another case', { name: 'Văn Nam', email: 'NAM@example.org' }, 'nam', 'address'],
  ])('is known by %s', (_, given, id, by) => {
    expect(identify(given)).toMatchObject({ kind: 'same', person: { id }, by })
  })

  it.each([
    ['one of two namesakes', { name: 'Nguyễn Văn Nam' }, ['nam', 'other'], null],
    ['without accents', { name: 'Dang Thai Huyen' }, ['huyen'], null],
    ['in another order', { name: 'Huyền Đặng Thái' }, ['huyen'], null],
    ['another spelling that is kept', { name: 'Huyen Dang' }, ['huyen'], null],
    ['another case', { name: 'Mo' }, ['mo'], null],
    ['the same spelling, and only one', { name: 'Đặng Thái Huyền' }, ['huyen'], 'huyen'],
    [
      'an address of somebody called otherwise',
      { name: 'Jane Roe', email: 'nam@example.org' },
      ['nam'],
      null,
    ],
  ])('is asked for %s', (_, given, ids, exact) => {
    const found = identify(given)
    expect(found.kind === 'question' && found.candidates.map((one) => one.id)).toEqual(ids)
    expect(found.kind === 'question' && (found.exact?.id ?? null)).toBe(exact)
  })

  it('is not presumed where another address is given for the name', () => {
    const found = identifyPeople([nam])({ name: 'Nguyễn Văn Nam', email: 'dup2@example.org' })
    expect(found).toEqual({ kind: 'question', candidates: [nam], exact: null })
  })

  it('is somebody new when nobody is called so', () => {
    expect(identify({ name: 'Suharti', key: 'sessionize s9' })).toEqual({ kind: 'new' })
    expect(identifyPeople([{ id: 'a', name: '王小明', email: null }])({ name: '陳' })).toEqual({
      kind: 'new',
    })
  })
})
