import { describe, expect, test } from 'vitest'
import type { RichNode } from '#db/schema/recap-content.ts'
import { cleanDoc, docOf, nodesOf, wordsOf } from './rich-text.ts'

const id = 'a3bb189e-8bf9-4c8b-9beb-3f0f6f9f3c11'
const text = (words: string, ...marks: RichNode['marks'] & object): RichNode => ({
  type: 'text',
  text: words,
  marks,
})
const doc = (...content: unknown[]) => ({ type: 'doc', content })
const p = (...content: unknown[]) => ({ type: 'paragraph', content })

describe('what a text may hold', () => {
  test.each<[string, unknown, RichNode[]]>([
    ['words', p({ type: 'text', text: 'Xin chào' }), [p({ type: 'text', text: 'Xin chào' }) as RichNode]],
    [
      'letters apart are put together',
      p({ type: 'text', text: 'Tiê\u0301ng' }),
      [p({ type: 'text', text: 'Tiếng' }) as RichNode],
    ],
    [
      'an unknown node leaves its words',
      { type: 'table', content: [p({ type: 'text', text: 'a' })] },
      [p({ type: 'text', text: 'a' }) as RichNode],
    ],
    ['words in no block get one', { type: 'text', text: 'a' }, [p({ type: 'text', text: 'a' }) as RichNode]],
    [
      'a heading is of two sizes',
      { type: 'heading', attrs: { level: 1, id: 'x' }, content: [] },
      [{ type: 'heading', attrs: { level: 2 }, content: [] }],
    ],
    [
      'a list holds items only',
      { type: 'bulletList', content: [p(), { type: 'listItem', content: [p()] }] },
      [{ type: 'bulletList', content: [{ type: 'listItem', content: [p() as RichNode] }] }],
    ],
    ['a quote without a note goes', { type: 'quote', attrs: { noteId: '1', words: 'a' } }, []],
    [
      'a quote keeps its note',
      { type: 'quote', attrs: { noteId: id, words: 'a', style: 'x' } },
      [{ type: 'quote', attrs: { noteId: id, words: 'a' } }],
    ],
    [
      'a picture keeps its id',
      { type: 'picture', attrs: { pictureId: id, src: 'https://elsewhere.example/x.png' } },
      [{ type: 'picture', attrs: { pictureId: id } }],
    ],
    ['nothing that is no node', [null, 7, 'words', { type: 3 }], []],
  ])('%s', (_, given, kept) => {
    expect(cleanDoc(doc(...(Array.isArray(given) ? given : [given]))).content).toEqual(kept)
  })

  test.each([
    ['https://example.org/a?b=1', true],
    ['mailto:press@example.org', true],
    ['javascript:alert(1)', false],
    ['JaVaScRiPt:alert(1)', false],
    ['data:text/html,x', false],
    ['//example.org', false],
    ['/vi/events', false],
    ['https://example.org/a b', false],
  ])('a link to %s: %s', (href, stays) => {
    const cleaned = cleanDoc(doc(p(text('here', { type: 'link', attrs: { href, onclick: 'x' } }))))
    const marks = nodesOf(cleaned).find((node) => node.type === 'text')?.marks
    expect(marks).toEqual(stays ? [{ type: 'link', attrs: { href } }] : undefined)
  })

  test.each([
    ['a mark that is nothing', null],
    ['a mark without a kind', {}],
    ['a tie without a note', { type: 'figure', attrs: { noteId: { toString: 1 } } }],
  ])('%s goes', (_, mark) => {
    expect(cleanDoc(doc(p(text('here', mark as { type: string }))))).toEqual(
      doc(p({ type: 'text', text: 'here' })),
    )
  })

  test('a tie keeps its note, and a fingerprint that is one', () => {
    const noteId = 'a3bb189e-8bf9-4c8b-9beb-3f0f6f9f3c11'
    const mark = { type: 'figure', attrs: { noteId, fingerprint: { toString: 1 } } }
    const kept = { type: 'figure', attrs: { noteId, fingerprint: '' } }
    expect(cleanDoc(doc(p(text('here', mark as { type: string }))))).toEqual(doc(p(text('here', kept))))
  })

  test('what is no text at all becomes an empty one', () => {
    for (const given of [null, 'x', [], {}, { type: 'paragraph' }]) {
      expect(cleanDoc(given)).toEqual({ type: 'doc', content: [] })
    }
  })

  test('what is nested without end is cut', () => {
    let node: unknown = p({ type: 'text', text: 'deep' })
    for (let depth = 0; depth < 500; depth++) node = { type: 'blockquote', content: [node] }
    expect(nodesOf(cleanDoc(doc(node))).length).toBeLessThan(20)
  })

  test('cleaning twice changes nothing more', () => {
    const once = cleanDoc(
      doc({ type: 'codeBlock', content: [text('x', { type: 'code' })] }, p(text('y', { type: 'bold' }))),
    )
    expect(cleanDoc(once)).toEqual(once)
  })
})

test('the words of a text, block by block', () => {
  const given = cleanDoc(
    doc(p({ type: 'text', text: 'Một ' }, text('hai', { type: 'bold' })), {
      type: 'quote',
      attrs: { noteId: id, words: 'Ba' },
    }),
  )
  expect(wordsOf(given)).toBe('Một hai\nBa')
  expect(wordsOf(docOf('a', ' ', 'b'))).toBe('a\nb')
})
