import { describe, expect, it } from 'vitest'
import {
  directionsOf,
  type Gap,
  type InterpretedSession,
  interpretationGaps,
  needsOf,
  type Shift,
} from './interpretation-gaps.ts'

const shift = (
  personId: string,
  fromMinute: number,
  minutes: number,
  values: Partial<Shift> = {},
): Shift => ({
  id: `${personId}-${fromMinute}`,
  personId,
  source: 'vi',
  target: 'en',
  bothWays: true,
  way: 'booth',
  fromMinute,
  minutes,
  ...values,
})
const session = (values: Partial<InterpretedSession> = {}): InterpretedSession => ({
  id: 's',
  startsAt: '2027-07-02T01:00:00Z',
  endsAt: '2027-07-02T02:00:00Z',
  spoken: ['vi'],
  interpretation: ['en'],
  interpreters: ['lan', 'an'],
  shifts: [],
  ...values,
})
const said = (gap: Gap) =>
  gap.kind === 'uncovered'
    ? `${gap.source}${gap.bothWays ? '<>' : '>'}${gap.target} ${gap.from}-${gap.to}`
    : gap.kind === 'unmet'
      ? `${gap.listeners} need ${gap.target}`
      : `${gap.kind} ${gap.personId}${gap.kind === 'shift-too-long' ? ` ${gap.minutes}` : ''}`
const gaps = (...sessions: InterpretedSession[]) =>
  interpretationGaps(sessions, { longestMinutes: 30, restMinutes: 15 }).map(said)

it('counts no need of a language where nothing else is spoken', () => {
  const needs = { vi: 3, en: 2 }
  expect(needsOf(session({ spoken: ['vi'], needs }))).toEqual([['en', 2]])
  expect(needsOf(session({ spoken: ['vi', 'en'], needs }))).toEqual([
    ['vi', 3],
    ['en', 2],
  ])
  expect(needsOf(session({ spoken: ['vi'], needs: { vi: 3 } }))).toEqual([])
})

describe('an interpretation plan', () => {
  it.each<[string, InterpretedSession[], string[]]>([
    ['needs nothing where one language is spoken and heard', [session({ interpretation: [] })], []],
    ['needs nothing where it is interpreted into what is spoken', [session({ interpretation: ['vi'] })], []],
    ['needs both directions, so that listeners can ask', [session()], ['vi<>en 0-60']],
    [
      'needs both where two languages are spoken',
      [session({ spoken: ['vi', 'en'], interpretation: [] })],
      ['vi<>en 0-60'],
    ],
    [
      'is whole with two who take turns',
      [session({ shifts: [shift('lan', 0, 30), shift('an', 30, 30)] })],
      [],
    ],
    [
      'names the minutes between and after',
      [session({ shifts: [shift('an', 40, 10), shift('lan', 5, 25)] })],
      ['vi<>en 0-5', 'vi<>en 30-40', 'vi<>en 50-60'],
    ],
    [
      'names the direction that is missing',
      [
        session({
          shifts: [shift('lan', 0, 30, { bothWays: false }), shift('an', 30, 30, { bothWays: false })],
        }),
      ],
      ['en>vi 0-60'],
    ],
    [
      'has nobody beyond the end',
      [session({ shifts: [shift('lan', 0, 30), shift('an', 30, 31)] })],
      ['shift-outside an', 'shift-too-long an 31'],
    ],
    [
      'has nobody who is not invited',
      [session({ interpreters: ['an'], shifts: [shift('lan', 0, 30), shift('an', 30, 30)] })],
      ['not-invited lan'],
    ],
    [
      'has nobody twice at once',
      [
        session({ shifts: [shift('lan', 0, 30), shift('an', 30, 30)] }),
        session({ id: 't', spoken: ['vi'], interpretation: [], shifts: [shift('lan', 20, 5)] }),
      ],
      ['shift-twice lan'],
    ],
    [
      'lets nobody work on end',
      [session({ shifts: [shift('lan', 0, 30), shift('lan', 30, 30)] })],
      ['shift-too-long lan 60'],
    ],
    [
      'counts a short pause as none',
      [session({ shifts: [shift('lan', 0, 30), shift('an', 30, 10), shift('lan', 40, 20)] })],
      ['shift-too-long lan 50'],
    ],
    [
      'begins anew after a rest',
      [session({ shifts: [shift('lan', 0, 20), shift('an', 20, 20), shift('lan', 40, 20)] })],
      [],
    ],
    [
      'says nothing of hours before there is a slot',
      [session({ startsAt: null, endsAt: null, shifts: [shift('lan', 0, 90)] })],
      [],
    ],
  ])('%s', (_, sessions, expected) => {
    expect(gaps(...sessions)).toEqual(expected)
  })

  it('names a direction once', () => {
    expect(directionsOf({ spoken: ['vi', 'en', 'vi'], interpretation: ['en', 'vi'] })).toHaveLength(2)
  })
})

describe('listeners who need a language', () => {
  const quiet = session({ interpretation: [], interpreters: ['lan'] })
  it.each([
    ['into which nothing is planned are told of', { needs: { en: 3 } }, ['3 need en']],
    ['that is spoken need nobody', { needs: { vi: 3 } }, []],
    ['are met by whoever interprets into it', { needs: { en: 3 }, shifts: [shift('lan', 0, 30)] }, []],
    ['in a session without words need nobody', { spoken: [], needs: { en: 3 } }, []],
  ] as [string, Partial<InterpretedSession>, string[]][])('%s', (_, values, expected) => {
    expect(gaps({ ...quiet, ...values })).toEqual(expected)
  })

  it('where interpreters are planned and missing are no second gap', () => {
    expect(gaps(session({ needs: { en: 3 } }))).toEqual(['vi<>en 0-60'])
  })
})
