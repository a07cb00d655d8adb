import { expect, it } from 'vitest'
import { fontRuns, fontsIn, lettersWithoutFont } from './font-files.server.ts'
import { lineParts, type Script } from './scripts.ts'

it.each<[string, Script[]]>([
  ['Điện ảnh – “cây cầu”, façade', []],
  ['Привет Ελληνικά', ['european']],
  ['مرحبا', ['arabic']],
  ['สวัสดี', ['thai']],
  ['日本語のテスト', ['chinese']],
  ['한국어 🎬', ['korean', 'emoji']],
  ['🇻🇳 👩‍💻', ['emoji']],
])('%s needs the fonts %j, and they have every letter', (text, wanted) => {
  expect(fontsIn(text)).toEqual(wanted)
  expect(lettersWithoutFont(text)).toEqual([])
})

it('gives each script of a line its font', () => {
  expect(fontRuns('Bàn مرحبا 简体 한국').map(({ font, text }) => [font, text.trim()])).toEqual([
    ['own', 'Bàn'],
    ['arabic', 'مرحبا'],
    ['chinese', '简体'],
    ['korean', '한국'],
  ])
})

it('names the letters for which there is no font', () => {
  expect(lettersWithoutFont('Bàn tròn שלום 🎬')).toEqual(['ש', 'ל', 'ו', 'ם'])
})

it('breaks lines where a writing has no blanks, and nowhere in a name', () => {
  expect(lineParts('Whitfield')).toEqual(['Whitfield'])
  expect(lineParts('简体中文，日本語').length).toBeGreaterThan(2)
  expect(lineParts('简体中文，日本語').filter((part) => part.startsWith('，'))).toEqual([])
})
