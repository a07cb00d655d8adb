import { describe, expect, it } from 'vitest'
import type { Reading } from './read-csv.ts'
import { readAgenda } from './read-files.ts'

const shown = (text: string, reading: Reading) =>
  readAgenda([text], reading).sessions.map(({ title, startsAt, endsAt, minutes, room }) => {
    const time = (one: typeof startsAt) => Object.values(one ?? { none: '' })[0]
    return [time(startsAt), endsAt ? time(endsAt) : minutes, title, room].join(' | ')
  })

describe('dates that a spreadsheet left as numbers', () => {
  const harvard = { firstDay: '2025-03-11', timeZone: 'America/New_York' }

  it.each([
    [
      'a day, with the hours in other columns',
      'Title,Date,Start,End\nA,45727,0.375,0.3958333333',
      '2025-03-11T09:00 | 2025-03-11T09:30 | A | ',
    ],
    [
      'day and hour in one cell',
      'Title,Start,End\nA,45727.375,45727.3958333',
      '2025-03-11T09:00 | 2025-03-11T09:30 | A | ',
    ],
    [
      'day and hour in the column of days',
      'Title,Date,Minutes\nA,45727.375,30',
      '2025-03-11T09:00 | 30 | A | ',
    ],
    [
      'a comma before the part of the day',
      'Title;Start;End\nA;45727,375;45727,4166666667',
      '2025-03-11T09:00 | 2025-03-11T10:00 | A | ',
    ],
    [
      'hours as people write them beside it',
      'Title,Date,Start,End\nA,45727,9:00,9:30',
      '2025-03-11T09:00 | 2025-03-11T09:30 | A | ',
    ],
    [
      'the sheet of an older Mac',
      'Title,Date,Start,End\nA,44265,9:00,9:30',
      '2025-03-11T09:00 | 2025-03-11T09:30 | A | ',
    ],
  ])('%s', (_name, text, expected) => {
    expect(shown(text, harvard)).toEqual([expected])
  })

  it('are said, with the epoch that brings them to the event', () => {
    const serials = (text: string, more: Reading = {}) =>
      readAgenda([text], { ...harvard, ...more }).table?.serials
    const table = 'Title,Date,Start,End\nA,45727.375,9:00,9:30'
    expect(serials(table)).toEqual({
      epoch: '1900',
      sample: '45727.375',
      read: '2025-03-11T09:00',
      otherwise: '2029-03-12T09:00',
      isAsked: false,
      isChosen: false,
    })
    const older = 'Title,Date,Start,End\nA,44265,9:00,9:30'
    expect(serials(older)).toMatchObject({ epoch: '1904', read: '2025-03-11', isAsked: false })
    expect(serials(older, { firstDay: '2027-03-01' })).toMatchObject({
      epoch: '1900',
      read: '2021-03-10',
      otherwise: '2025-03-11',
      isAsked: true,
    })
    expect(serials(older, { firstDay: '2027-03-01', choices: { epoch: '1904' } })).toMatchObject({
      epoch: '1904',
      read: '2025-03-11',
      isChosen: true,
    })
  })

  it.each([
    ['one of them is none', 'Title,Date,Start,End\nA,45727,9:00,9:30\nB,12/03/2025,9:00,9:30'],
    ['they are of no time at all', 'Title,Date,Start,End\nA,12345,9:00,9:30'],
    ['they are numbers of rooms', 'Title,Date,Start,End,Room\nA,11/03/2025,9:00,9:30,45727'],
  ])('are none where %s', (_name, text) => {
    const { table, sessions } = readAgenda([text], harvard)
    expect(table?.serials).toBeUndefined()
    expect(sessions[0]?.startsAt).not.toEqual({ local: '2025-03-11T09:00:00' })
    if (text.includes('Room')) expect(sessions[0]?.room).toBe('45727')
  })

  it('a day with its hour in one cell is read whole as words too', () => {
    expect(shown('Title,Date,Minutes\nA,11/03/2025 09:00,30', harvard)).toEqual([
      '2025-03-11T09:00 | 30 | A | ',
    ])
  })
})
