import { describe, expect, it } from 'vitest'
import { plainProse, proseOf, type Run } from './prose.ts'

const line = (text: string): Run[] => {
  const [block] = proseOf(text)
  if (block?.kind !== 'paragraph') throw new Error('No paragraph.')
  return block.runs
}

describe('prose', () => {
  it('parts paragraphs at empty lines, and keeps the breaks within them', () => {
    expect(proseOf('Một\nhai\n \n\nba\n')).toEqual([
      { kind: 'paragraph', runs: [{ text: 'Một' }, { text: '\n' }, { text: 'hai' }] },
      { kind: 'paragraph', runs: [{ text: 'ba' }] },
    ])
  })

  it('takes lines with a dash for a list, also right below its sentence', () => {
    expect(proseOf('Mang theo:\n- vé\n- **thẻ**\nCảm ơn.')).toEqual([
      { kind: 'paragraph', runs: [{ text: 'Mang theo:' }] },
      { kind: 'list', items: [[{ text: 'vé' }], [{ text: 'thẻ', strong: true }]] },
      { kind: 'paragraph', runs: [{ text: 'Cảm ơn.' }] },
    ])
  })

  it.each<[string, Run[]]>([
    ['a **b** c', [{ text: 'a ' }, { text: 'b', strong: true }, { text: ' c' }]],
    ['*Áo dài*', [{ text: 'Áo dài', emphasis: true }]],
    ['2 * 3 * 4', [{ text: '2 * 3 * 4' }]],
    ['[bản đồ](https://a.example/x?a=1)', [{ text: 'bản đồ', href: 'https://a.example/x?a=1' }]],
    [
      'xem https://a.example/b.',
      [{ text: 'xem ' }, { text: 'https://a.example/b', href: 'https://a.example/b' }, { text: '.' }],
    ],
    ['[x](javascript:alert(1))', [{ text: '[x](javascript:alert(1))' }]],
    ['[x](data:text/html,y)', [{ text: '[x](data:text/html,y)' }]],
    ['<b>x</b> & [y]', [{ text: '<b>x</b> & [y]' }]],
  ])('reads %s', (text, runs) => {
    expect(line(text)).toEqual(runs)
  })

  it('is no trap for long lines of marks', () => {
    const began = line(`${'*'.repeat(20_000)}${'['.repeat(20_000)}`)
    expect(began.map(({ text }) => text).join('')).toHaveLength(40_000)
  })

  it('says as plain words what its marks say', () => {
    expect(plainProse('Xem [bản đồ](https://a.example), **ngay**:\n- một\n- hai')).toBe(
      'Xem bản đồ (https://a.example), ngay:\n\n– một\n– hai',
    )
  })
})
