/** Mails as hosts write them, put together for these tests: no mailbox of anybody is in them. */
export const original = [
  'From: "Bàn Tròn" <mail@ban-tron.example>',
  'To: an@example.org',
  'Subject: x',
  'Message-ID: <ours@ban-tron.example>',
  '',
  'The quota of seats is full, and no such user is spam.',
]

type Sample = { from?: string; subject: string; headers?: string[]; body: string[] }

export function sample({ from = 'MAILER-DAEMON@mx.example', subject, headers = [], body }: Sample): string {
  return [
    'Return-Path: <>',
    `From: ${from}`,
    'To: mail@ban-tron.example',
    `Subject: ${subject}`,
    'Message-ID: <notice@mx.example>',
    'MIME-Version: 1.0',
    ...headers,
    '',
    ...body,
    '',
  ].join('\r\n')
}

type Part = [type: string, ...lines: string[]]

/** A multipart/report (RFC 6522) of those parts. */
export const report = (kind: string, parts: Part[]) => ({
  headers: [`Content-Type: multipart/report; report-type=${kind}; boundary="b"`],
  body: [...parts.flatMap(([type, ...lines]) => ['--b', `Content-Type: ${type}`, '', ...lines]), '--b--'],
})

const status = (lines: string[]): Part => [
  'message/delivery-status',
  'Reporting-MTA: dns; mx.example',
  '',
  'Final-Recipient: rfc822; an@example.org',
  ...lines,
  '',
]
const given: Part = ['message/rfc822', ...original]

/** A report as RFC 3464 wants it: what it says to a person, then what it says to a program. */
export const statusReport = (
  notice: string[],
  lines: string[],
  subject = 'Undelivered Mail Returned to Sender',
) => sample({ subject, ...report('delivery-status', [['text/plain', ...notice], status(lines), given]) })

const failed = (code: string, diagnostic: string) => [
  'Action: failed',
  `Status: ${code}`,
  `Diagnostic-Code: smtp; ${diagnostic}`,
]

export const postfix = (code: string, diagnostic: string) =>
  statusReport(
    [
      'This is the mail system at host mx.example.',
      '',
      'I’m sorry to have to inform you that your message could not be delivered.',
      '',
      `<an@example.org>: host mx.example.org[192.0.2.1] said: ${diagnostic} (in reply to RCPT TO command)`,
    ],
    failed(code, diagnostic),
  )

export const exim = (lines: string[]) =>
  sample({
    from: 'Mail Delivery System <Mailer-Daemon@mx.example>',
    subject: 'Mail delivery failed: returning message to sender',
    headers: ['X-Failed-Recipients: an@example.org', 'Auto-Submitted: auto-replied'],
    body: [
      'This message was created automatically by mail delivery software.',
      '',
      'A message that you sent could not be delivered to one or more of its',
      'recipients. This is a permanent error. The following address(es) failed:',
      '',
      '  an@example.org',
      ...lines.map((line) => `    ${line}`),
      '',
      '------ This is a copy of the message, including all the headers. ------',
      '',
      ...original,
    ],
  })

export const qmail = (lines: string[]) =>
  sample({
    subject: 'failure notice',
    body: [
      'Hi. This is the qmail-send program at mx.example.',
      "I'm afraid I wasn't able to deliver your message to the following addresses.",
      "This is a permanent error; I've given up. Sorry it didn't work out.",
      '',
      '<an@example.org>:',
      ...lines,
      '',
      '--- Below this line is a copy of the message.',
      '',
      ...original,
    ],
  })

export const sendmail = (reason: string, said: string) =>
  statusReport(
    [
      'The original message was received at Sun, 29 Nov 2026 10:00:00 +0700',
      '',
      '   ----- The following addresses had permanent fatal errors -----',
      '<an@example.org>',
      `    (reason: ${reason})`,
      '',
      '   ----- Transcript of session follows -----',
      '... while talking to mx.example.org.:',
      '>>> DATA',
      `<<< ${said}`,
      '<<< 503 5.0.0 Need RCPT (recipient)',
    ],
    ['Action: failed', 'Status: 5.0.0'],
    'Returned mail: see transcript for details',
  )

export const exchange = (diagnostic: string) =>
  sample({
    from: 'Microsoft Outlook <postmaster@exchange.example>',
    subject: 'Undeliverable: x',
    ...report('delivery-status', [
      ['text/html', '<p>Delivery has failed to these recipients or groups:</p>', `<p>${diagnostic}</p>`],
      status(failed(/\b5\.\d\.\d+/.exec(diagnostic)?.[0] ?? '5.0.0', diagnostic)),
      given,
    ]),
  })

export const complaint = (type: string) =>
  sample({
    from: 'feedback@isp.example',
    subject: 'FW: x',
    ...report('feedback-report', [
      ['text/plain', 'This is an abuse report for a message from 192.0.2.9.'],
      [
        'message/feedback-report',
        `Feedback-Type: ${type}`,
        'Version: 1',
        'Original-Rcpt-To: an@example.org',
        '',
      ],
      given,
    ]),
  })
