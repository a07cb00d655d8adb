import { describe, expect, it } from 'vitest'
import { readCalendarReply } from './calendar-reply.ts'
import { counter, exchangeReply, googleReply, thunderbirdReply } from './reply-samples.ts'

const sample = {
  uid: '7f3a-uid',
  attendee: 'giang@example.org',
  organizer: 'answers+abc@events.example.org',
  answer: 'ACCEPTED',
}

describe('an answer', () => {
  it.each([
    ['Google', googleReply, 'T&C "ok"', ''],
    ['Exchange', exchangeReply, '', 'See you there'],
    ['Thunderbird', thunderbirdReply, '', ''],
  ])('as %s writes it', (_, make, own, comment) => {
    expect(readCalendarReply(make({ ...sample, sequence: 2 }))).toMatchObject({
      method: 'REPLY',
      uid: '7f3a-uid',
      sequence: 2,
      stampedAt: new Date('2025-03-01T10:00:00Z'),
      comment,
      attendees: [{ address: 'giang@example.org', answer: 'accepted', isDelegated: false, comment: own }],
      proposed: { startsAt: new Date('2025-03-11T22:00:00Z'), endsAt: new Date('2025-03-12T00:00:00Z') },
    })
  })

  it.each([
    ['DECLINED', 'declined'],
    ['TENTATIVE', 'tentative'],
    ['needs-action', 'needs-action'],
    ['X-MAYBE', null],
  ])('of %s is %s', (answer, read) => {
    expect(readCalendarReply(googleReply({ ...sample, answer }))?.attendees[0]?.answer).toBe(read)
  })

  it('without SEQUENCE has that of Exchange, else 0', () => {
    const bare = exchangeReply(sample).replace(/SEQUENCE:0\r\n/, '')
    expect(readCalendarReply(bare.replace('APPT-SEQUENCE:0', 'APPT-SEQUENCE:3'))?.sequence).toBe(3)
    expect(readCalendarReply(bare.replace(/X-MICROSOFT.*\r\n/, ''))?.sequence).toBe(0)
    expect(readCalendarReply(googleReply(sample).replace('SEQUENCE:0', 'SEQUENCE:-4'))?.sequence).toBe(0)
  })

  it('may be delegated', () => {
    const delegated = googleReply({ ...sample, answer: 'DELEGATED' })
    const own = { answer: null, isDelegated: true }
    expect(readCalendarReply(delegated)?.attendees[0]).toMatchObject({ ...own, delegate: null })
    const named = delegated.replace(
      'PARTSTAT=DELEGATED',
      'PARTSTAT=DELEGATED;DELEGATED-TO="mailto:Huyen@example.org"',
    )
    const delegate = { address: 'huyen@example.org', name: '' }
    expect(readCalendarReply(named)?.attendees[0]).toMatchObject({ ...own, delegate })
    const both = named.replace('ATTENDEE', 'ATTENDEE;CN=Đặng Thái Huyền:mailto:huyen@example.org\r\nATTENDEE')
    expect(readCalendarReply(both)?.attendees[1]).toMatchObject({
      delegate: { ...delegate, name: 'Đặng Thái Huyền' },
    })
  })

  it('may propose another time', () => {
    expect(readCalendarReply(counter(sample))).toMatchObject({
      method: 'COUNTER',
      proposed: { startsAt: new Date('2025-03-11T23:00:00Z') },
    })
  })

  it('may say how long instead of until when, in whichever case', () => {
    const lasting = counter(sample).replace('DTEND:20250312T010000Z', 'DURATION:PT90M')
    const expected = { endsAt: new Date('2025-03-12T00:30:00Z') }
    expect(readCalendarReply(lasting)?.proposed).toMatchObject(expected)
    const small = lasting.replace(/BEGIN:VCALENDAR|METHOD|PARTSTAT|DURATION/g, (word) => word.toLowerCase())
    expect(readCalendarReply(small)?.proposed).toMatchObject(expected)
  })

  it('proposes no time in a zone that it does not describe, or in none', () => {
    const unknown = counter(sample).replace(
      'DTSTART:20250311T230000Z',
      'DTSTART;TZID=Nowhere:20250311T190000',
    )
    const floating = counter(sample).replace('DTSTART:20250311T230000Z', 'DTSTART:20250311T190000')
    expect(readCalendarReply(unknown)?.proposed).toBeNull()
    expect(readCalendarReply(floating)?.proposed).toBeNull()
  })

  it.each([
    ['a day', 'DTSTART;VALUE=DATE:20250312', 'DTEND;VALUE=DATE:20250313', '2025-03-12', '2025-03-12'],
    ['days', 'DTSTART;VALUE=DATE:20250228', 'DTEND;VALUE=DATE:20250302', '2025-02-28', '2025-03-01'],
    ['a day alone', 'DTSTART;VALUE=DATE:20250312', 'X-NO:END', '2025-03-12', '2025-03-12'],
    ['no zone', 'DTSTART:20250311T190000', 'DTEND:20250311T210000', '2025-03-11T19:00', '2025-03-11T21:00'],
  ])('keeps what is proposed loosely: %s', (_, start, end, from, to) => {
    const text = counter(sample)
      .replace(/DTSTART:.*/, start)
      .replace(/DTEND:.*/, end)
    expect(readCalendarReply(text)).toMatchObject({ proposed: null, proposedLoosely: { from, to } })
    expect(readCalendarReply(counter(sample))?.proposedLoosely).toBeNull()
  })
})

describe('what is no answer', () => {
  const text = googleReply(sample)
  it.each([
    ['nothing', ''],
    ['anything', 'Hello'],
    ['half a file', text.slice(0, 300)],
    ['no event', text.replace(/BEGIN:VEVENT[\s\S]*END:VEVENT\r\n/, '')],
    ['two things', text.replace('END:VCALENDAR', 'BEGIN:VEVENT\r\nUID:other\r\nEND:VEVENT\r\nEND:VCALENDAR')],
    ['a crowd', text.replace('CREATED', `${'ATTENDEE:mailto:x@y.z\r\n'.repeat(30)}CREATED`)],
    ['a very long line', text.replace('SUMMARY:', `SUMMARY:${'a'.repeat(30_000)}`)],
    ['a very long file', text.replace('SUMMARY:', `${'X-A:b\r\n'.repeat(20_000)}SUMMARY:`)],
    ['a wall of folds', `BEGIN:VCALENDAR\r\n${' \r\n'.repeat(30_000)}`],
  ])('%s is nothing', (_, given) => {
    expect(readCalendarReply(given)).toBeNull()
  })

  it('is read in no time, however it repeats', () => {
    const endless = text.replace('CREATED', 'RRULE:FREQ=SECONDLY;COUNT=2147483647\r\nCREATED')
    expect(readCalendarReply(endless)).toMatchObject({ uid: sample.uid })
  })
})
