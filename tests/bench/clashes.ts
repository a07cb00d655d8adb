import nodemailer from 'nodemailer'
import { type ClashInput, findClashes } from '#app/features/agenda/domain/clashes/clashes.ts'
import { googleReply, rawMail } from '#app/features/answers/domain/reply-samples.ts'
import { startSmtpListener } from '#app/features/answers/domain/smtp-listener.server.ts'
import { replyAddress } from '#app/features/mail/domain/reply-address.server.ts'
import { forgetEnv } from '#app/shared/env.server.ts'
import { write } from '#app/shared/i18n/translated-text.ts'
import { invitedSpeaker } from '#tests/factories/invitations.ts'
import { type Finding, median, milliseconds, times } from './measure.ts'
import { freePort } from './processes.ts'

const sizes = [1250, 2500, 5000]
const halfHour = 30 * 60_000
const start = Date.UTC(2026, 0, 1)

/** The clashes of drafts of growing size: the time of the largest, and how it grows when the sessions double. */
export function measureClashes(): Finding[] {
  const inputs = sizes.map(festival)
  for (const input of inputs) findClashes(input)
  const took = inputs.map((input) =>
    median(Array.from({ length: 7 }, () => timeOf(() => findClashes(input)))),
  )
  const [small = 0, middle = 0, large = 0] = took
  const curve = sizes.map((size, at) => `${size}: ${milliseconds(took[at] ?? 0)}`).join(', ')
  return [
    {
      what: `clashes of 5,000 sessions (${curve})`,
      result: milliseconds(large),
      target: '≤ 300 ms',
      met: large <= 300,
      raw: { small, middle, large },
    },
    {
      what: 'clashes, growth as the sessions double twice',
      result: `${times(middle / small)}, ${times(large / middle)}`,
      target: '≤ 3 × each',
      met: middle / small <= 3 && large / middle <= 3,
      raw: { first: middle / small, second: large / middle },
    },
  ]
}

/** From the first byte of an answer by mail to its place in the database, by our own listener. */
export async function measureReplies(): Promise<Finding[]> {
  const port = await freePort()
  process.env.INBOUND_SMTP_PORT = String(port)
  forgetEnv()
  const listener = await startSmtpListener()
  const transport = nodemailer.createTransport({ host: '127.0.0.1', port, ignoreTLS: true })
  try {
    const took: number[] = []
    for (let n = 0; n < 30; n++) {
      const { invitation, person } = await invitedSpeaker()
      const to = replyAddress(invitation.uid)
      const reply = { uid: invitation.uid, attendee: person.email, organizer: to, answer: 'ACCEPTED' }
      const raw = rawMail({ from: person.email, to, calendar: googleReply(reply) })
      const began = performance.now()
      // The listener answers when the answer is recorded.
      await transport.sendMail({ envelope: { from: person.email, to: [to] }, raw })
      took.push(performance.now() - began)
    }
    const slowest = Math.max(...took)
    return [
      {
        what: `an answer by SMTP is recorded, slowest of 30 (median ${milliseconds(median(took))})`,
        result: milliseconds(slowest),
        target: '≤ 1 s',
        met: slowest <= 1000,
        raw: { slowest, median: median(took) },
      },
    ]
  } finally {
    transport.close()
    await listener.stop()
    delete process.env.INBOUND_SMTP_PORT
    forgetEnv()
  }
}

function timeOf(work: () => unknown): number {
  const began = performance.now()
  work()
  return performance.now() - began
}

/** Twenty rooms, sessions of half an hour behind each other, three of 2,000 people in each. */
function festival(size: number): ClashInput {
  const at = (index: number) => new Date(start + Math.floor(index / 20) * halfHour).toISOString()
  const people = (index: number) =>
    [1, 7, 13].map((step) => ({
      personId: `p${(index * step + step) % 2000}`,
      role: 'speaker' as const,
      minutes: 8,
      deputyForId: null,
    }))
  return {
    event: { startsAt: at(0), endsAt: at(size + 20) },
    sessions: Array.from({ length: size }, (_, index) => ({
      id: `s${index}`,
      slug: `s${index}`,
      kind: 'panel' as const,
      title: write({ vi: `Phiên ${index}`, en: `${index}` }),
      abstract: {},
      languages: ['vi' as const],
      interpretation: [],
      films: [],
      trackId: null,
      roomId: `r${index % 20}`,
      startsAt: at(index),
      endsAt: at(index + 20),
      capacity: null,
      signUp: false,
      dropped: false,
      appearances: people(index),
    })),
    rooms: Array.from({ length: 20 }, (_, index) => ({
      id: `r${index}`,
      capacity: 100,
      venue: { id: `v${index % 6}`, latitude: 16 + index / 100, longitude: 108 },
    })),
    venue: null,
    availability: [],
    elsewhere: [],
  }
}
