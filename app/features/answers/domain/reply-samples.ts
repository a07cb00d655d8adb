/** Answers as large clients write them, made up for our tests from what is known of each. */
type Sample = {
  uid: string
  attendee: string
  organizer: string
  answer: string
  sequence?: number
  stamp?: string
}

const lines = (...all: (string | false | undefined)[]) => `${all.filter(Boolean).join('\r\n')}\r\n`

/** Google: ORGANIZER kept, CN of the attendee, a comment escaped as HTML. */
export function googleReply({
  uid,
  attendee,
  organizer,
  answer,
  sequence = 0,
  stamp = '20250301T100000Z',
}: Sample) {
  return lines(
    ...[
      'BEGIN:VCALENDAR',
      'PRODID:-//Google Inc//Google Calendar 70.9054//EN',
      'VERSION:2.0',
      'CALSCALE:GREGORIAN',
    ],
    ...[
      'METHOD:REPLY',
      'BEGIN:VEVENT',
      'DTSTART:20250311T220000Z',
      'DTEND:20250312T000000Z',
      `DTSTAMP:${stamp}`,
    ],
    ...[`ORGANIZER;CN=Ban Tron:mailto:${organizer}`, `UID:${uid}`],
    `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=${answer};CN=${attendee};X-NUM-GUESTS=0;X-RES`,
    ` PONSE-COMMENT="T&amp;C &quot;ok&quot;":mailto:${attendee}`,
    ...[
      'CREATED:20250301T090000Z',
      'LAST-MODIFIED:20250301T100000Z',
      `SEQUENCE:${sequence}`,
      'STATUS:CONFIRMED',
    ],
    ...['SUMMARY:Khai m\u1EA1c', 'TRANSP:OPAQUE', 'END:VEVENT', 'END:VCALENDAR'],
  )
}

/** Exchange: no ORGANIZER, a comment with a line break at its end, a zone block, a SEQUENCE of its own too. */
export function exchangeReply({ uid, attendee, answer, sequence = 0, stamp = '20250301T100000Z' }: Sample) {
  return lines(
    ...['BEGIN:VCALENDAR', 'METHOD:REPLY', 'PRODID:Microsoft Exchange Server 2010', 'VERSION:2.0'],
    ...['BEGIN:VTIMEZONE', 'TZID:Eastern Standard Time', 'BEGIN:STANDARD', 'DTSTART:16010101T020000'],
    ...[
      'TZOFFSETFROM:-0400',
      'TZOFFSETTO:-0500',
      'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=1SU;BYMONTH=11',
      'END:STANDARD',
    ],
    ...['BEGIN:DAYLIGHT', 'DTSTART:16010101T020000', 'TZOFFSETFROM:-0500', 'TZOFFSETTO:-0400'],
    ...['RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=2SU;BYMONTH=3', 'END:DAYLIGHT', 'END:VTIMEZONE', 'BEGIN:VEVENT'],
    `ATTENDEE;PARTSTAT=${answer};CN=Somebody:MAILTO:${attendee.toUpperCase()}`,
    ...[
      'COMMENT;LANGUAGE=en-US:See you there\\n',
      `UID:${uid}`,
      'SUMMARY;LANGUAGE=en-US:Accepted: Khai m\u1EA1c',
    ],
    ...[
      'DTSTART;TZID=Eastern Standard Time:20250311T180000',
      'DTEND;TZID=Eastern Standard Time:20250311T200000',
    ],
    ...['CLASS:PUBLIC', 'PRIORITY:5', `DTSTAMP:${stamp}`, 'TRANSP:OPAQUE', 'STATUS:CONFIRMED'],
    ...[`SEQUENCE:${sequence}`, 'X-MICROSOFT-CDO-APPT-SEQUENCE:0', 'END:VEVENT', 'END:VCALENDAR'],
  )
}

/** Thunderbird: LF ends are common, the attendee's RSVP kept, its stamp from the sending. */
export function thunderbirdReply({
  uid,
  attendee,
  organizer,
  answer,
  sequence = 0,
  stamp = '20250301T100000Z',
}: Sample) {
  return lines(
    ...[
      'BEGIN:VCALENDAR',
      'PRODID:-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN',
      'VERSION:2.0',
      'METHOD:REPLY',
    ],
    ...[
      'BEGIN:VEVENT',
      `DTSTAMP:${stamp}`,
      `UID:${uid}`,
      'SUMMARY:Khai m\u1EA1c',
      `ORGANIZER:mailto:${organizer}`,
    ],
    `ATTENDEE;RSVP=TRUE;PARTSTAT=${answer};ROLE=REQ-PARTICIPANT:mailto:${attendee}`,
    ...[
      'DTSTART:20250311T220000Z',
      'DTEND:20250312T000000Z',
      `SEQUENCE:${sequence}`,
      'END:VEVENT',
      'END:VCALENDAR',
    ],
  ).replaceAll('\r\n', '\n')
}

/** A calendar that proposes another time (RFC 5546 3.2.7). */
export function counter(sample: Sample) {
  return googleReply({ ...sample, answer: 'TENTATIVE' })
    .replace('METHOD:REPLY', 'METHOD:COUNTER')
    .replace('DTSTART:20250311T220000Z', 'DTSTART:20250311T230000Z')
    .replace('DTEND:20250312T000000Z', 'DTEND:20250312T010000Z')
}

type Letter = {
  from: string
  to: string
  calendar?: string
  method?: string
  text?: string
  messageId?: string
  headers?: string[]
}

/** A raw mail around a calendar file, as clients build it. */
export function rawMail({
  from,
  to,
  calendar,
  method = 'REPLY',
  text = 'Accepted',
  messageId,
  headers = [],
}: Letter) {
  const id = messageId ?? `<${crypto.randomUUID()}@example.org>`
  const head = [
    ...headers,
    ...[`From: Somebody <${from}>`, `To: ${to}`, 'Subject: Accepted: =?UTF-8?Q?Khai_m=E1=BA=A1c?='],
    ...['Date: Sat, 01 Mar 2025 10:00:00 +0000', `Message-ID: ${id}`, 'MIME-Version: 1.0'],
  ]
  const plain = ['Content-Type: text/plain; charset=utf-8', '', text]
  if (!calendar) return Buffer.from([...head, ...plain, ''].join('\r\n'))
  const file = Buffer.from(calendar).toString('base64').replace(/.{76}/g, '$&\r\n')
  return Buffer.from(
    [
      ...[...head, 'Content-Type: multipart/alternative; boundary="edge"', '', '--edge', ...plain, '--edge'],
      ...[
        `Content-Type: text/calendar; charset="utf-8"; method=${method}`,
        'Content-Transfer-Encoding: base64',
        '',
        file,
      ],
      ...['--edge--', ''],
    ].join('\r\n'),
  )
}
