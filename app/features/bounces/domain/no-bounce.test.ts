import { expect, test } from 'vitest'
import { readInboundMail } from '#app/features/answers/domain/inbound-mail.server.ts'
import { report, sample, statusReport } from './bounce-samples.ts'

async function read(raw: string) {
  const mail = await readInboundMail(Buffer.from(raw))
  if (!mail) throw new Error('unreadable')
  return mail.bounce
}

test.each([
  [
    'an absence that quotes our own subject',
    sample({
      from: 'an@example.org',
      subject: 'Automatic reply: Delivery failed: what to do',
      headers: ['Auto-Submitted: auto-replied'],
      body: ['I no longer work here. 550 User unknown'],
    }),
  ],
  [
    'an absence in Vietnamese, without any header of its own',
    sample({
      from: 'an@example.org',
      subject: 'Trả lời tự động: Thư bị trả lại',
      body: ['Tài khoản này không tồn tại.'],
    }),
  ],
  [
    'an answer from a calendar, sent by a daemon',
    sample({
      subject: 'Declined: Undelivered Mail Returned to Sender',
      headers: ['Content-Type: multipart/mixed; boundary="b"'],
      body: [
        '--b',
        'Content-Type: text/plain',
        '',
        '550 5.1.1 User unknown',
        '--b',
        'Content-Type: text/calendar; method=REPLY',
        '',
        'BEGIN:VCALENDAR',
        'METHOD:REPLY',
        'END:VCALENDAR',
        '--b--',
      ],
    }),
  ],
  [
    'somebody is away',
    sample({
      from: 'an@example.org',
      subject: 'Automatic reply: x',
      headers: ['Auto-Submitted: auto-replied'],
      body: ['I no longer work here. My mailbox is full.'],
    }),
  ],
  [
    'somebody read it',
    sample({
      subject: 'Read: x',
      ...report('disposition-notification', [
        ['text/plain', 'Your message was read.'],
        [
          'message/disposition-notification',
          'Final-Recipient: rfc822; an@example.org',
          'Disposition: manual-action/MDN-sent-manually; displayed',
          '',
        ],
      ]),
    }),
  ],
  [
    'a calendar answers',
    sample({
      from: 'an@example.org',
      subject: 'Declined: x',
      headers: ['Content-Type: text/calendar; method=REPLY'],
      body: ['BEGIN:VCALENDAR', 'METHOD:REPLY', 'END:VCALENDAR'],
    }),
  ],
  ['it arrived', statusReport(['Your message was delivered.'], ['Action: delivered', 'Status: 2.0.0'])],
  [
    'a person writes of a bounce',
    sample({
      from: 'an@example.org',
      subject: 'Your mail',
      body: ['It could not be delivered: 550 5.1.1 User unknown'],
    }).replace('Return-Path: <>', 'Return-Path: <an@example.org>'),
  ],
])('no bounce: %s', async (_, raw) => expect(await read(raw)).toBe(null))
