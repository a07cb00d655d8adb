import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { calendarTime } from './calendar-time.ts'

const boston = [
  ...['BEGIN:VTIMEZONE', 'TZID:Our wall', 'BEGIN:STANDARD', 'DTSTART:19700101T000000'],
  ...['TZOFFSETFROM:-0400', 'TZOFFSETTO:-0400', 'END:STANDARD', 'END:VTIMEZONE'],
]
const read = (start: string) => {
  const lines = ['BEGIN:VCALENDAR', ...boston, 'BEGIN:VEVENT', start, 'END:VEVENT', 'END:VCALENDAR']
  const event = ICAL.Component.fromString(lines.join('\r\n')).getFirstSubcomponent('vevent')
  if (!event) throw new Error('No event')
  return calendarTime(event, 'dtstart')
}

describe('a time of a calendar file', () => {
  it.each([
    ['in UTC', 'DTSTART:20250311T220000Z'],
    ['by the block of the file', 'DTSTART;TZID=Our wall:20250311T180000'],
    ['in a zone that the world knows', 'DTSTART;TZID=Asia/Ho_Chi_Minh:20250312T050000'],
  ])('%s is an instant', (_, start) => {
    expect(read(start)).toEqual({ instant: new Date('2025-03-11T22:00:00Z') })
  })

  it('without a zone is what the clocks show', () => {
    expect(read('DTSTART:20250311T180000')).toEqual({ local: '2025-03-11T18:00' })
  })

  it.each([
    ['a zone that nobody knows', 'DTSTART;TZID=Mars/Base:20250311T180000'],
    ['a whole day', 'DTSTART;VALUE=DATE:20250311'],
    ['nothing', 'SUMMARY:Words'],
  ])('of %s says nothing', (_, start) => {
    expect(read(start)).toBeNull()
  })
})
