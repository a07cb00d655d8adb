import { createTransport } from 'nodemailer'
import PostalMime from 'postal-mime'
import { expect, test } from 'vitest'
import { calendarPart } from './calendar-part.ts'
import { invitation } from './calendar-samples.ts'
import { cancelCalendar, requestCalendar } from './invitation-calendar.ts'

const cancelled = { ...invitation, sequence: 1 }

async function mailWith(icalEvent: ReturnType<typeof calendarPart>) {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const { message } = await transport.sendMail({
    from: { name: 'Bàn Tròn', address: invitation.organizer.email },
    to: { name: invitation.attendee.name, address: invitation.attendee.email },
    subject: 'Xác nhận',
    text: 'Xin chào',
    html: '<p>Xin chào</p>',
    icalEvent,
  })
  return Buffer.isBuffer(message) ? message : Buffer.alloc(0)
}

const linesOf = (content: unknown) =>
  Buffer.from(content as ArrayBuffer)
    .toString()
    .split(/\r?\n/)

test.each([
  ['REQUEST', requestCalendar(invitation), 'invite.ics'],
  ['CANCEL', cancelCalendar(cancelled), 'cancel.ics'],
] as const)('%s goes through nodemailer with its bytes and its method', async (method, text, filename) => {
  const message = await mailWith(calendarPart(text, method))
  const mail = await PostalMime.parse(message)
  const parts = mail.attachments.map((part) => [part.mimeType, part.method ?? null, linesOf(part.content)])
  expect(parts).toEqual([
    ['text/calendar', method, text.split('\r\n')],
    ['application/ics', null, text.split('\r\n')],
  ])
  const raw = message.toString()
  expect(raw).not.toMatch(/(?<!\r)\n/)
  expect(raw).toContain(`Content-Type: text/calendar; charset=utf-8; method=${method}\r\n`)
  // The copy is in base64, with the very bytes we gave.
  expect(raw.replace(/\r\n/g, '')).toContain(Buffer.from(text).toString('base64'))
  expect(raw.match(/(?<=^Content-Type: )[\w/]+/gm)).toEqual([
    'multipart/mixed',
    'multipart/alternative',
    'text/plain',
    'text/html',
    'text/calendar',
    'application/ics',
  ])
  expect(raw).toContain(filename)
})

test('a method that is not the one inside is refused', () => {
  expect(() => calendarPart(requestCalendar(invitation), 'CANCEL')).toThrow(/method/)
  expect(() => calendarPart(cancelCalendar(cancelled), 'REQUEST')).toThrow(/method/)
})
