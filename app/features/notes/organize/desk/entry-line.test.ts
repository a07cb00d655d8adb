import { describe, expect, test } from 'vitest'
import { type Nameable, peopleMeant, readLine } from './entry-line.ts'

const named = (name: string): Nameable => ({ id: name, name })
const roster = ['Đặng Hoàng Giang', 'Ngô Phương Lan', 'Nguyễn Thị Lan'].map(named)
const others = ['Lê Hồng Lâm', 'Ngô Phương Lan', 'Bùi Thạc Chuyên'].map(named)
const guests: Nameable[] = [{ id: null, name: 'Bà Tư' }]
const tiers = [roster, others, guests]
const [giang, lan, otherLan] = roster
const chuyen = others[2]

describe('a line', () => {
  test.each<[string, string, Nameable | null | undefined, string]>([
    ['q gi Phim là ký ức', 'quote', giang, 'Phim là ký ức'],
    ['Q GI Phim là ký ức', 'quote', giang, 'Phim là ký ức'],
    ['s dhg Lời', 'statement', giang, 'Lời'],
    ['s dh Lời', 'statement', giang, 'Lời'],
    ['q đặng Lời', 'quote', giang, 'Lời'],
    ['q npl Lời', 'quote', lan, 'Lời'],
    ['q lan Lời', 'quote', lan, 'Lời'],
    ['q lan2 Lời', 'quote', otherLan, 'Lời'],
    ['q lan9 Lời', 'quote', lan, 'Lời'],
    ['p ch Lời', 'proposal', chuyen, 'Lời'],
    ['d chốt ngày họp', 'decision', null, 'chốt ngày họp'],
    ['d Chuyên đã chốt', 'decision', chuyen, 'đã chốt'],
    ['d - Lan được mời', 'decision', null, 'Lan được mời'],
    ['a tu Gửi biên bản', 'action', guests[0], 'Gửi biên bản'],
    ['q @Ông Ba, báo Mới: Lời', 'quote', { id: null, name: 'Ông Ba, báo Mới' }, 'Lời'],
    ['q @: Lời', 'quote', null, 'Lời'],
    ['? gi Vì sao?', 'question', giang, 'Vì sao?'],
    ['?gi Vì sao?', 'question', giang, 'Vì sao?'],
    ['Gi có mặt', 'statement', null, 'Gi có mặt'],
    ['quang cảnh', 'statement', null, 'quang cảnh'],
    ['q g Lời', 'quote', null, 'g Lời'],
    ['q 12 phim', 'quote', null, '12 phim'],
    ['q', 'quote', null, ''],
    ['q gi', 'quote', giang, ''],
    ['', 'statement', null, ''],
  ])('%s', (line, kind, person, words) => {
    expect(readLine(line, tiers)).toMatchObject({ kind, person, words, offRecord: false })
  })

  test('an exclamation mark first keeps it off the record', () => {
    expect(readLine('! q gi Lời', tiers)).toMatchObject({ offRecord: true, kind: 'quote', words: 'Lời' })
    expect(readLine('!Lời', tiers)).toMatchObject({ offRecord: true, kind: 'statement', words: 'Lời' })
  })

  test('letters of decomposed diacritics are the same', () => {
    expect(readLine('q đặng Lời'.normalize('NFD'), tiers)).toMatchObject({ person: giang })
  })

  test('says who else fits', () => {
    expect(readLine('q lan Lời', tiers).choices).toEqual([lan, otherLan])
    expect(readLine('q gi Lời', tiers).choices).toEqual([giang])
  })
})

describe('who is meant', () => {
  test('a nearer tier hides those behind it', () => {
    expect(peopleMeant('la', tiers)).toEqual([lan, otherLan])
    expect(peopleMeant('la', [others])).toEqual([others[0], others[1]])
  })

  test.each([['l'], ['xyz'], ['dhgx'], ['']])('nobody by “%s”', (letters) => {
    expect(peopleMeant(letters, tiers)).toEqual([])
  })

  test('somebody listed twice is one', () => {
    expect(peopleMeant('gi', [[...roster, ...roster]])).toEqual([giang])
  })
})
