import { expect, test } from 'vitest'
import { readInboundMail } from '#app/features/answers/domain/inbound-mail.server.ts'
import {
  complaint,
  exchange,
  exim,
  original,
  postfix,
  qmail,
  sample,
  sendmail,
  statusReport,
} from './bounce-samples.ts'

async function read(raw: string) {
  const mail = await readInboundMail(Buffer.from(raw))
  if (!mail) throw new Error('unreadable')
  return mail.bounce
}

async function verdictOf(raw: string) {
  const bounce = await read(raw)
  return bounce?.kind === 'returned' ? bounce.reports.map(({ verdict }) => verdict).join() : bounce?.kind
}

const gmail =
  'host gmail-smtp-in.example said: 550-5.1.1 The email account that you tried to reach does not exist.'

test.each([
  ['Postfix', postfix('5.1.1', '550 5.1.1 <an@example.org>: Recipient address rejected: User unknown')],
  ['Postfix, a name without a host', postfix('5.4.4', 'Host or domain name not found. Name service error')],
  ['Postfix before Gmail', postfix('5.1.1', gmail)],
  ['Exim', exim(['host mx.example.org [192.0.2.1]', '550 No such user here'])],
  ['Exim, by itself', exim(['Unrouteable address'])],
  [
    'Sendmail',
    sendmail('550 5.1.1 <an@example.org>... User unknown', '550 5.1.1 <an@example.org>... User unknown'),
  ],
  [
    'qmail',
    qmail(['192.0.2.1 does not like recipient.', 'Remote host said: 550 5.1.1 no mailbox here by that name']),
  ],
  ['qmail, by itself', qmail(['Sorry, no mailbox here by that name. (#5.1.1)'])],
  [
    'Exchange',
    exchange('550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup'),
  ],
  ['Exchange Online', exchange('550 5.4.1 Recipient address rejected: Access denied. [192.0.2.1]')],
  [
    'Yahoo',
    postfix(
      '5.0.0',
      "554 delivery error: dd This user doesn't have a yahoo.example account (an@example.org)",
    ),
  ],
  [
    'an account that was closed',
    postfix('5.2.1', '550 5.2.1 The email account that you tried to reach is disabled.'),
  ],
  ['somebody who moved', postfix('5.1.6', '551 5.1.6 User has moved')],
])('an address is dead: %s', async (_, raw) => expect(await verdictOf(raw)).toBe('dead'))

test.each([
  ['a full mailbox', postfix('5.2.2', '552 5.2.2 <an@example.org>: user is over quota')],
  ['a full mailbox, without a code', exim(['host mx.example.org [192.0.2.1]', '550 Mailbox is full'])],
  ['a host that is away', postfix('4.4.1', 'connect to mx.example.org[192.0.2.1]:25: Connection timed out')],
  ['a name server without an answer', postfix('5.4.4', 'Name service error: Host not found, try again')],
  [
    'an unknown user, for now',
    postfix('4.1.1', '450 4.1.1 <an@example.org>: Recipient address rejected: User unknown'),
  ],
  ['grey-listing', postfix('4.2.0', '450 4.2.0 <an@example.org>: Recipient address rejected: Greylisted')],
  ['too long in the queue', qmail(["CNAME lookup failed temporarily. (#4.4.3) I'm not going to try again"])],
])('an address cannot take mail for now: %s', async (_, raw) =>
  expect(await verdictOf(raw)).toBe('temporary'),
)

test.each([
  [
    'a list of senders',
    postfix('5.7.1', '554 5.7.1 Service unavailable; Client host [192.0.2.9] blocked using zen.spamhaus.org'),
  ],
  ['DMARC', postfix('5.7.26', '550 5.7.26 Unauthenticated email is not accepted due to the DMARC policy')],
  [
    'a sender that was looked up',
    exim([
      '550 Verification failed for <mail@ban-tron.example>',
      '550 No such user',
      '550 Sender verify failed',
    ]),
  ],
  [
    'a group that is closed',
    exchange('550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required'),
  ],
  ['a filter of content', postfix('5.7.1', '550 5.7.1 Message rejected as spam by Content Filtering.')],
  [
    'a host without a name',
    postfix('5.7.25', '550 5.7.25 The IP address sending this message does not have a PTR record'),
  ],
])('we are refused: %s', async (_, raw) => expect(await verdictOf(raw)).toBe('refused'))

test.each([
  ['a bare code', postfix('5.0.0', '550 Requested action failed')],
  ['words of another world', exim(['host mx.example.org [192.0.2.1]', '550 NN-222 (NEKO-CAT-222)'])],
])('nobody may act on what is not understood: %s', async (_, raw) =>
  expect(await verdictOf(raw)).toBe('unclear'),
)

test('a report of a delay is about an address that may still take it', async () => {
  const late = ['Action: delayed', 'Status: 4.4.1', 'Diagnostic-Code: smtp; 450 No route to host']
  const bounce = await read(
    statusReport(['THIS IS A WARNING ONLY.'], late, 'Delayed Mail (still being retried)'),
  )
  expect(bounce).toMatchObject({ reports: [{ verdict: 'temporary', isFinal: false }] })
})

test('who it is about, which mail of ours, and the other host’s words are read from all of them', async () => {
  const wanted = { recipient: 'an@example.org', isFinal: true }
  for (const raw of [
    postfix('5.1.1', '550 5.1.1 User unknown'),
    exim(['550 5.1.1 User unknown']),
    qmail(['Remote host said: 550 5.1.1 User unknown']),
    sendmail('550 5.1.1 User unknown', '550 5.1.1 User unknown'),
    exchange('550 5.1.1 User unknown'),
  ]) {
    const bounce = await read(raw)
    expect(bounce).toMatchObject({ messageId: '<ours@ban-tron.example>', reports: [wanted] })
    expect(bounce?.kind === 'returned' && bounce.reports[0]?.words).toMatch(/550 5\.1\.1 User unknown/)
  }
})

test('each of several recipients gets the words that are about it', async () => {
  const raw = qmail(['User unknown (#5.1.1)', '', '<binh@example.org>:', 'The mailbox is full (#5.2.2)'])
  expect(await read(raw)).toMatchObject({
    reports: [
      { recipient: 'an@example.org', verdict: 'dead' },
      { recipient: 'binh@example.org', verdict: 'temporary' },
    ],
  })
})

test.each(['abuse', 'fraud', 'other'])('a complaint (%s) is one', async (type) => {
  expect(await read(complaint(type))).toEqual({
    kind: 'complaint',
    type,
    recipient: 'an@example.org',
    messageId: '<ours@ban-tron.example>',
  })
})

test('a report that a mail is no junk is no complaint', async () => {
  expect(await read(complaint('not-spam'))).toBe(null)
})

test('a notice of Amazon’s service is read from its JSON', async () => {
  const told = (notice: object) =>
    sample({
      from: 'no-reply@sns.amazon.example',
      subject: 'Notification',
      body: [JSON.stringify(notice), '', '--', 'To leave'],
    })
  const who = [{ emailAddress: 'an@example.org', diagnosticCode: 'smtp; 550 5.1.1 user unknown' }]
  const bounce = { bounceType: 'Permanent', bouncedRecipients: who }
  expect(await verdictOf(told({ notificationType: 'Bounce', bounce }))).toBe('dead')
  const full = { bounceType: 'Transient', bouncedRecipients: who }
  expect(await verdictOf(told({ notificationType: 'Bounce', bounce: full }))).toBe('temporary')
  const leaves = { complainedRecipients: who }
  expect(await verdictOf(told({ notificationType: 'Complaint', complaint: leaves }))).toBe('complaint')
})

test('a notification of Amazon’s is read inside its envelope, and by our own Message-ID', async () => {
  const notice = {
    eventType: 'Bounce',
    bounce: {
      bounceType: 'Permanent',
      bouncedRecipients: [{ emailAddress: 'an@example.org', diagnosticCode: 'smtp; 550 5.1.1 user unknown' }],
    },
    mail: { headers: [{ name: 'Message-ID', value: '<ours@ban-tron.example>' }] },
  }
  const envelope = { Type: 'Notification', MessageId: 'x', Message: JSON.stringify(notice) }
  const raw = sample({
    from: 'no-reply@sns.amazon.example',
    subject: 'AWS Notification Message',
    body: [JSON.stringify(envelope, null, 2), '', '--', 'To leave'],
  })
  expect(await read(raw)).toMatchObject({
    messageId: '<ours@ban-tron.example>',
    reports: [{ recipient: 'an@example.org', verdict: 'dead' }],
  })
})

test('what is said once for several stands before them', async () => {
  const raw = sample({
    from: 'postmaster@mx.example',
    subject: 'Undeliverable Mail: "x"',
    body: [
      'Could not be delivered because of',
      '',
      '550 5.1.1 User unknown',
      '',
      'The following recipients were affected:',
      '    an@example.org',
      '',
      'Additional Information',
    ],
  })
  expect(await read(raw)).toMatchObject({ reports: [{ recipient: 'an@example.org', verdict: 'dead' }] })
})

test('a notice in another language is one', async () => {
  const raw = sample({
    from: 'no-reply@mx.example',
    subject: 'Thư không gửi được bị trả lại',
    body: [
      '<an@example.org>:',
      '552 Hộp thư của người nhận đã đầy',
      '',
      '--- Original message ---',
      ...original,
    ],
  })
  expect(await read(raw)).toMatchObject({ reports: [{ recipient: 'an@example.org', verdict: 'temporary' }] })
})

test('hostile bytes take no time', async () => {
  const long = 'a'.repeat(60_000)
  for (const raw of [
    exim([long, `${long}@`, '<'.repeat(30_000), 'this message was created '.repeat(2000)]),
    sample({ subject: long, body: [`{"notificationType":${'{'.repeat(20_000)}`] }),
    statusReport([long], [`Diagnostic-Code: smtp; ${'x; '.repeat(20_000)}`]),
  ]) {
    await read(raw)
  }
})
