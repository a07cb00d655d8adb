import { setTimeout as sleep } from 'node:timers/promises'
import nodemailer from 'nodemailer'
import { ticketCid } from '#app/features/mail/domain/facts/mail-facts.server.ts'
import { ticketPicture } from '#app/features/ticket/domain/ticket-picture.server.ts'
import type { Taken } from './mail-host.ts'
import { type Finding, percent, perSecond } from './measure.ts'
import { startHelper, startProgram, stop, tell } from './processes.ts'
import { register } from './registering.ts'
import { openStage } from './stage.ts'
import { logOf, settingsFor, type World } from './world.ts'

const mails = 1500
const connections = 5

/** Mails a worker composes, sends and writes down, against nodemailer sending the same words, to the same host. */
export async function measureOutbox(world: World): Promise<Finding[]> {
  const host = startHelper('mail-host.ts')
  try {
    const { port } = await tell<{ port: number }>(host)
    const stage = await openStage()
    await world.sql`delete from outbox where state <> 'sent'`
    await register(world.web, stage, 20, mails)
    const app = await workOff(world, port, host)
    const [words] = await world.sql<Words[]>`
      select subject, text, html, calendar from outbox where event_id = ${stage.id} and html is not null limit 1`
    if (!words) throw new Error('No mail was kept.')
    const bare = await sendBare(words, port, host)
    const ratio = app / bare
    return [
      {
        what: 'mails of the outbox, composed, sent and written down',
        result: `${percent(ratio)} of bare nodemailer, pooled (${perSecond(app)} of ${perSecond(bare)})`,
        target: '≥ 70 %',
        met: ratio >= 0.7,
        raw: { ratio, app, bare },
      },
    ]
  } finally {
    await stop(host)
  }
}

export type Host = ReturnType<typeof startHelper>

async function workOff({ dataDir, databaseUrl, web, sql }: World, port: number, host: Host): Promise<number> {
  const smtp = { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'bench@example.org' }
  const settings = { ...settingsFor(dataDir, databaseUrl, web.port), ...smtp }
  const worker = startProgram(['--worker'], settings, logOf(dataDir))
  try {
    const taken = await awaited(host, worker)
    await sleep(500)
    const [left] = await sql`select count(*)::int as mails from outbox where state <> 'sent'`
    if (left?.mails !== 0) throw new Error(`${left?.mails} mails were not written down.`)
    return taken.count / taken.seconds
  } finally {
    await stop(worker)
  }
}

async function awaited(host: Host, worker: Host): Promise<Taken> {
  for (const deadline = Date.now() + 180_000; Date.now() < deadline; await sleep(250)) {
    const taken = await ask(host)
    if (taken.count >= mails) return ask(host, 'forget')
    if (worker.exitCode !== null) break
  }
  throw new Error('The worker did not send what was due.')
}

type Words = { subject: string; text: string; html: string; calendar?: string | null }

/** The same words by nodemailer alone, over a pool; so many a second. */
export async function sendBare(mail: Words, port: number, host: Host): Promise<number> {
  const pool = nodemailer.createTransport({
    host: '127.0.0.1',
    port,
    pool: true,
    maxConnections: connections,
    maxMessages: 500,
    ignoreTLS: true,
  })
  // What the words show is in the mail itself, as it is in ours.
  const ticket = mail.html.includes('cid:') && {
    filename: 'ticket.png',
    content: await ticketPicture('0123456789ABCDEF'),
    contentDisposition: 'inline' as const,
    cid: ticketCid,
  }
  const send = (n: number) =>
    pool.sendMail({
      from: 'bench@example.org',
      to: `trang.nguyen.${n}@example.org`,
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      ...(mail.calendar && {
        icalEvent: { method: 'REQUEST', content: mail.calendar, filename: 'invite.ics' },
      }),
      ...(ticket && { attachments: [ticket] }),
    })
  let left = mails
  const lane = async () => {
    while (left-- > 0) await send(left)
  }
  await Promise.all(Array.from({ length: connections * 2 }, lane))
  pool.close()
  const taken = await ask(host, 'forget')
  return taken.count / taken.seconds
}

export async function ask(host: Host, word = 'count'): Promise<Taken> {
  const answer = tell<Taken>(host)
  host.send(word)
  return answer
}
