import { expect, test } from 'vitest'
import type { RichNode } from '#db/schema/recap-content.ts'
import { docOf } from './rich-text.ts'
import { docFromLines, linesOf } from './text-lines.ts'

const id = 'a3bb189e-8bf9-4c8b-9beb-3f0f6f9f3c11'
const bold: RichNode = {
  type: 'paragraph',
  content: [{ type: 'text', text: 'Đậm', marks: [{ type: 'bold' }] }],
}
const list: RichNode = {
  type: 'bulletList',
  content: [{ type: 'listItem', content: docOf('một').content ?? [] }],
}
const doc: RichNode = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Mở đầu' }] },
    bold,
    { type: 'quote', attrs: { noteId: id, words: 'Chào' } },
    { type: 'picture', attrs: { pictureId: id } },
    list,
  ],
}
const noWords = () => ''

test('lines that were not touched give the same text back, with all that lines cannot say', () => {
  expect(linesOf(doc)).toBe(`## Mở đầu\n\nĐậm\n\n[quote:${id}]\n\n[picture:${id}]\n\nmột`)
  expect(docFromLines(linesOf(doc), doc, noWords)).toEqual(doc)
})

test('a line that is new is what it looks like', () => {
  const lines = `Một\nhai\r\n\r\n### Nhỏ\n\n[quote:${id}]`.replaceAll('\r', '')
  expect(docFromLines(lines, docOf(), () => 'Lời nay').content).toEqual([
    {
      type: 'paragraph',
      content: [{ type: 'text', text: 'Một' }, { type: 'hardBreak' }, { type: 'text', text: 'hai' }],
    },
    { type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: 'Nhỏ' }] },
    { type: 'quote', attrs: { noteId: id, words: 'Lời nay' } },
  ])
})

test('blocks change places and keep what they are', () => {
  const moved = linesOf(doc).split('\n\n').reverse().join('\n\n')
  expect(docFromLines(moved, doc, noWords).content).toEqual([...(doc.content ?? [])].reverse())
})
