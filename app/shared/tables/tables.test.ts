import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { dateOrder } from './date-order.ts'
import { decodeTable } from './encoding.ts'
import { readRecords } from './read-records.ts'

const bytesIn = (text: string, encoding: string) => Uint8Array.from(iconv.encode(text, encoding))
// As a Vietnamese editor of Windows writes them: the base letter, then the mark of the tone.
const inWindows = (text: string) =>
  text
    .normalize('NFD')
    .replace(
      /([aeouAEOU])(\u0323?)([\u0302\u0306\u031b])/g,
      (_, base, dot, own) => (base + own).normalize('NFC') + dot,
    )

describe('encodings', () => {
  const vietnamese = 'Họ và tên,Chức vụ\nĐặng Thị Hỏi,Giảng viên\nNguyễn Ước Mơ,Đạo diễn\n'
  const western = 'Name,Body\nMüller Jürgen,“Haus” – Café\nFrançois Noël,São Paulo\n'
  it.each<[string, Uint8Array, string, string, boolean]>([
    ['utf-8', bytesIn(vietnamese, 'utf8'), vietnamese, 'utf-8', true],
    ['utf-8 with a mark', bytesIn(`\uFEFF${vietnamese}`, 'utf8'), vietnamese, 'utf-8', true],
    ['utf-8 in parts', bytesIn(vietnamese.normalize('NFD'), 'utf8'), vietnamese, 'utf-8', true],
    ['utf-16be with a mark', bytesIn(`\uFEFF${vietnamese}`, 'utf-16be'), vietnamese, 'utf-16be', true],
    ['utf-16le without', bytesIn(vietnamese, 'utf-16le'), vietnamese, 'utf-16le', false],
    ['utf-16be without', bytesIn(vietnamese, 'utf-16be'), vietnamese, 'utf-16be', false],
    ['windows-1258', bytesIn(inWindows(vietnamese), 'windows-1258'), vietnamese, 'windows-1258', false],
    ['windows-1252', bytesIn(western, 'windows-1252'), western, 'windows-1252', false],
    ['Mac Roman', bytesIn(western, 'macintosh'), western, 'macintosh', false],
  ])('%s', (_, bytes, text, encoding, isCertain) => {
    expect(decodeTable(bytes)).toEqual({ text, encoding, isCertain })
  })

  it('follows what is chosen', () => {
    expect(decodeTable(bytesIn('Привет', 'windows-1251'), 'windows-1251').text).toBe('Привет')
  })
})

/** Numbers that look random and are the same in each run. */
function numbers(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

describe('records', () => {
  it('lose no line, whatever marks stand in it, and never throw', () => {
    const next = numbers(7)
    const signs = ['"', '"', ',', ';', 'a', 'Ệ', ' ', '""', '\t', '|']
    for (let run = 0; run < 400; run += 1) {
      const lines = Array.from({ length: 6 }, (_, at) => {
        const rest = Array.from({ length: next(8) }, () => signs[next(signs.length)]).join('')
        return `row${at}${rest}`
      })
      for (const delimiter of [',', ';', '\t', '|']) {
        const text = readRecords(lines.join('\n'), delimiter)
          .map(({ cells }) => cells.join(' '))
          .join(' ')
        for (const at of lines.keys()) expect(text).toContain(`row${at}`)
      }
    }
  })

  it('come back as they were written', () => {
    const next = numbers(11)
    const signs = ['"', ',', 'x', 'Đ', '\n', ';']
    for (let run = 0; run < 200; run += 1) {
      const rows = Array.from({ length: 4 }, () =>
        Array.from(
          { length: 3 },
          () => `v${Array.from({ length: next(6) }, () => signs[next(6)]).join('')}v`,
        ),
      )
      const text = rows
        .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
        .join('\n')
      expect(readRecords(text, ',').map(({ cells }) => cells)).toEqual(rows)
    }
  })
})

describe('dates of one column', () => {
  it.each<[string[], string, object]>([
    [['01/03/2027', '03/13/2027'], 'Asia/Ho_Chi_Minh', { order: 'month-first', isProven: true }],
    [['01/03/2027', '13/03/2027'], 'America/New_York', { order: 'day-first', isProven: true }],
    [['01/03/2027'], 'Asia/Ho_Chi_Minh', { order: 'day-first', isProven: false, isNeeded: true }],
    [['01/03/2027'], 'America/New_York', { order: 'month-first', isProven: false, isNeeded: true }],
    [['13/03/2027', '03/14/2027', '01/02/2027'], 'Asia/Ho_Chi_Minh', { order: null, isNeeded: true }],
    [['2027-03-01', '03/03/2027', 'Day 2'], 'Asia/Ho_Chi_Minh', { isProven: false, isNeeded: false }],
    [['14.00-15.30', '9:00'], 'Asia/Ho_Chi_Minh', { isProven: false, isNeeded: false }],
  ])('%j in %s', (cells, zone, wanted) => {
    expect(dateOrder(cells, zone)).toMatchObject(wanted)
  })
})
