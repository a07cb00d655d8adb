import { describe, expect, it } from 'vitest'
import { type Block, proseOf, type Run } from './prose.ts'
import { docOfProse, type ProseNode, proseOfDoc } from './prose-document.ts'

const again = (text: string) => proseOfDoc(docOfProse(text))

/**
 * What a text says: runs of one kind that touch are one, and spaces at the ends of a block are
 * nothing, as on the page; an item of nothing is none.
 */
function said(text: string) {
  const together = (runs: readonly Run[]) => {
    const all: Run[] = []
    for (const { text: own, ...kind } of runs) {
      const { text: before = '', ...lastKind } = all.at(-1) ?? {}
      const isSame = all.length > 0 && JSON.stringify(lastKind) === JSON.stringify(kind)
      all.splice(isSame ? -1 : all.length, 1, { ...kind, text: isSame ? before + own : own })
    }
    return all
      .map((run, at) => (at === 0 ? { ...run, text: run.text.trimStart() } : run))
      .map((run, at) => (at === all.length - 1 ? { ...run, text: run.text.trimEnd() } : run))
      .filter((run) => run.text !== '')
  }
  const isSomething = (runs: readonly unknown[]) => runs.length > 0
  return proseOf(text)
    .map((block: Block) =>
      block.kind === 'list' ? block.items.map(together).filter(isSomething) : together(block.runs),
    )
    .filter(isSomething)
}

/** The same numbers every time. */
function dice(seed: number) {
  let state = seed
  return (sides: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * sides)
  }
}

const words = ['phim', 'ký ức', 'Đà Nẵng', '2 * 3', '(1988)', 'nhà', 'a-b', 'câu.', '“lời”', '🎬']
const addresses = ['https://a.example', 'https://phim.example/x?a=1&b=2', 'http://b.example/p/q']

function someText(roll: (sides: number) => number): string {
  const word = () => words[roll(words.length)] ?? ''
  const address = () => addresses[roll(addresses.length)] ?? ''
  const run = () =>
    [
      () => word(),
      () => `**${word().replaceAll('*', 'x')}**`,
      () => `*${word().replaceAll('*', 'x')}*`,
      () => `[${word()}](${address()})`,
      address,
    ][roll(5)]?.() ?? ''
  const line = () => Array.from({ length: 1 + roll(4) }, run).join(' ')
  const paragraph = () => Array.from({ length: 1 + roll(2) }, line).join('\n')
  const list = () => Array.from({ length: 1 + roll(3) }, () => `- ${line()}`).join('\n')
  let text = ''
  let last = ''
  for (let block = 0; block < 1 + roll(4); block++) {
    const kind = roll(2) ? 'list' : 'paragraph'
    const gap = last && last !== kind && roll(2) ? '\n' : '\n\n'
    text += `${last ? gap : ''}${kind === 'list' ? list() : paragraph()}`
    last = kind
  }
  return text
}

describe('a text in the editor and back', () => {
  it('is the same for whatever its marks can say', () => {
    for (let seed = 1; seed <= 3000; seed++) {
      const text = someText(dice(seed))
      expect(again(text), `seed ${seed}`).toBe(text)
    }
  })

  it('says the same, and stays as it is from then on, whatever signs stand in it', () => {
    const signs = [
      '*',
      '**',
      '[',
      ']',
      '(',
      ')',
      '](',
      'https://a.example',
      '- ',
      '\n',
      '\n\n',
      ' ',
      'a',
      'lời',
      '.',
    ]
    for (let seed = 1; seed <= 5000; seed++) {
      const roll = dice(seed)
      const text = Array.from({ length: 1 + roll(14) }, () => signs[roll(signs.length)]).join('')
      const written = again(text)
      expect(said(written), `seed ${seed}: ${JSON.stringify(text)}`).toEqual(said(text))
      expect(again(written), `seed ${seed}: ${JSON.stringify(text)}`).toBe(written)
    }
  })
})

describe('a document of the editor', () => {
  const paragraph = (...content: ProseNode[]): ProseNode => ({ type: 'paragraph', content })
  const text = (own: string, type?: string, attrs?: Record<string, unknown>): ProseNode => ({
    type: 'text',
    text: own,
    ...(type && { marks: [{ type, ...(attrs && { attrs }) }] }),
  })
  const written = (...content: ProseNode[]) => proseOfDoc({ type: 'doc', content })

  it.each<[string, ProseNode[], string]>([
    ['nothing', [paragraph()], ''],
    ['emphasis that begins with a space', [paragraph(text('a'), text(' b', 'italic'), text('c'))], 'a *b*c'],
    [
      'a mark over a break',
      [paragraph(text('a', 'bold'), { type: 'hardBreak' }, text('b', 'bold'))],
      '**a**\n**b**',
    ],
    ['a star in a mark', [paragraph(text('2*3', 'bold'))], '2*3'],
    [
      'a link in words',
      [paragraph(text('bản đồ', 'link', { href: 'https://a.example' }))],
      '[bản đồ](https://a.example)',
    ],
    [
      'an address that letters touch',
      [paragraph(text('https://a.example', 'link', { href: 'https://a.example' }), text('x'))],
      '[https://a.example](https://a.example)x',
    ],
    [
      'a bracket in a link',
      [paragraph(text('a]b', 'link', { href: 'https://a.example' }))],
      'a]b (https://a.example)',
    ],
    [
      'an empty item',
      [
        {
          type: 'bulletList',
          content: [
            { type: 'listItem', content: [paragraph(text('a'))] },
            { type: 'listItem', content: [paragraph()] },
          ],
        },
      ],
      '- a',
    ],
    [
      'paragraphs that were parted',
      [{ ...paragraph(text('a')) }, { ...paragraph(text('b')), attrs: { tight: true } }],
      'a\n\nb',
    ],
  ])('%s', (_, content, wanted) => {
    expect(written(...content)).toBe(wanted)
  })
})
