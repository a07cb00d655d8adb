import { describe, expect, it } from 'vitest'
import { publishingProblem, removalProblem } from './editing/initiative-details.ts'
import { differences } from './lineage/choose-lineage.server.ts'
import { editPoints, haveStaleSource, isDay, pointsText, readPoints } from './parts/figure-points.ts'
import { inBothLanguages } from './parts/older-sources.ts'

const shownAt = new Date('2026-11-01T00:00:00Z')

it.each([
  ['a draft of one body', { publishedAt: null, bodies: 1 }, null],
  ['one that readers see', { publishedAt: shownAt, bodies: 1 }, 'initiative-shown'],
  ['one that others carry too', { publishedAt: null, bodies: 2 }, 'initiative-shared'],
  ['one that readers see and others carry', { publishedAt: shownAt, bodies: 2 }, 'initiative-shown'],
])('%s can be deleted, or not', (_, standing, problem) => {
  expect(removalProblem(standing)).toBe(problem)
})

it.each([
  [{ name: { vi: 'Bạn' }, summary: { en: 'Friends' } }, null],
  [{ name: {}, summary: { en: 'Friends' } }, 'initiative-name-missing'],
  [{ name: { en: 'Friends' }, summary: {} }, 'initiative-summary-missing'],
])('%j may be published, or not', (words, problem) => {
  expect(publishingProblem(words)).toBe(problem)
})

it.each([
  [['a', 'b'], ['b', 'c'], { added: ['c'], gone: ['a'] }],
  [[], ['a', 'a'], { added: ['a'], gone: [] }],
  [['a'], ['a'], { added: [], gone: [] }],
  [['a', 'b'], [], { added: [], gone: ['a', 'b'] }],
])('of %j, chosen %j, it is told what is new and what went', (known, chosen, expected) => {
  expect(
    differences(
      known.map((id) => ({ id })),
      chosen,
    ),
  ).toEqual(expected)
})

describe('the values of a figure', () => {
  it.each([
    ['one', '2024-12-11; 37; VFDA', [{ on: '2024-12-11', value: 37, source: { vi: 'VFDA', en: '' } }]],
    ['none', ' \n', []],
    [
      'several, sorted by their days, with or without a source',
      '2025-05-12;10\n\n2025-03-11; 9,5; A; B',
      [
        { on: '2025-03-11', value: 9.5, source: { vi: 'A', en: 'B' } },
        { on: '2025-05-12', value: 10, source: { vi: '', en: '' } },
      ],
    ],
    ['from a table', '2025-03-11\t9\tA', [{ on: '2025-03-11', value: 9, source: { vi: 'A', en: '' } }]],
    ['in English alone', '2025-03-11; 9; ; A', [{ on: '2025-03-11', value: 9, source: { vi: '', en: 'A' } }]],
  ])('%s', (_, typed, points) => {
    expect(readPoints(typed)).toEqual({ points })
    expect(readPoints(pointsText(points))).toEqual({ points })
  })

  it.each([
    ['a word', 'many', 1],
    ['a day that no calendar has', '2025-03-11; 1\n2025-02-30; 2', 2],
    ['a day twice', '2025-03-11; 1\n2025-03-11; 2', 2],
    ['a day without a figure', '2025-03-11', 1],
    ['a third source', '2025-03-11; 1; A; B; C', 1],
  ])('%s is no value, and its line is told', (_, typed, wrongLine) => {
    expect(readPoints(typed)).toEqual({ wrongLine })
  })

  it('the source of a day keeps what its translation was made from', () => {
    const typed = (vi: string, en: string) => [{ on: '2025-03-11', value: 9, source: { vi, en } }]
    const before = editPoints([], typed('VFDA, tháng 3', 'VFDA, March'), 'vi')
    expect(haveStaleSource(before)).toBe(false)
    const later = editPoints(before, typed('VFDA, tháng 4', 'VFDA, March'), 'vi')
    expect(haveStaleSource(later)).toBe(true)
    expect(editPoints(later, typed('VFDA, tháng 4', 'VFDA, March'), 'vi')).toEqual(later)
    expect(haveStaleSource(editPoints(later, typed('VFDA, tháng 4', 'VFDA, March'), 'vi', true))).toBe(false)
    expect(haveStaleSource(editPoints(later, typed('VFDA, tháng 4', 'VFDA, April'), 'vi'))).toBe(false)
  })

  it('had one line for both languages once, which older entries of the activity still tell', () => {
    const kept = { on: '2025-03-11', value: 9, source: 'VFDA' }
    const change = { field: 'points', from: [kept], to: [{ ...kept, source: { en: 'VFDA' } }] }
    expect(inBothLanguages(change)).toEqual({
      field: 'points',
      from: [{ ...kept, source: { vi: 'VFDA' } }],
      to: [{ ...kept, source: { en: 'VFDA' } }],
    })
    expect(inBothLanguages({ field: 'source', from: '', to: 'VFDA' })).toEqual({
      field: 'source',
      from: {},
      to: { vi: 'VFDA' },
    })
  })

  it.each([
    ['2024-02-29', true],
    ['2025-02-29', false],
    ['2025-13-01', false],
    ['', false],
  ])('%s is a day: %s', (text, expected) => {
    expect(isDay(text)).toBe(expected)
  })
})
