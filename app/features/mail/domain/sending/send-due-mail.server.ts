import { countBounce, type Said } from '#app/features/bounces/domain/count-bounce.server.ts'
import { findStops } from '#app/features/bounces/domain/find-stops.server.ts'
import { readRefusal } from '#app/features/bounces/domain/read-refusal.ts'
import { type Stop, type Stops, stopOf } from '#app/features/bounces/domain/stops.ts'
import { systemContext } from '#app/shared/context.ts'
import { log } from '#app/shared/http/log.server.ts'
import { composeMail } from '../compose-mail.server.ts'
import { findMailBasis, type MailBasis } from '../facts/mail-basis.server.ts'
import type { ClaimedMail, Outcome } from './claimed-mail.ts'
import { loadDrawing } from './drawing.server.ts'
import { type Failure, failureOf, Undeliverable, Unsent } from './failures.ts'
import { createHandingAhead, type ToHand } from './handing.server.ts'
import { runLanes } from './lanes.ts'
import { claimDueMail, freeDeadLeases, leaseSeconds, renewLeases } from './outbox-queue.server.ts'
import { createOutcomeWriter } from './outcome-writer.server.ts'
import { rawMail } from './raw-mail.server.ts'
import { gapAfter } from './retry.ts'
import { signed } from './signature.server.ts'
import type { Transport } from './transport.server.ts'

const batch = 100

/** `hostFailure`: why nobody was let in at the end. A host that lets some in and not all of our lanes works. */
export type Sending = { sent: number; failed: number; postponed: number; hostFailure: string | null }
type Options = {
  transport: Transport
  /** Only find out whether the mail host answers again: one mail. */
  probe?: boolean
  stopped?: () => boolean
}
type Job = ToHand & { mail: ClaimedMail; basis: MailBasis | null; stops: Stops | null; until: number }

/**
 * Sends everything that is due, in this process's lanes, until nothing is left, the mail host fails or `stopped`. Any
 * number of processes may do so at once.
 */
export async function sendDueMail({
  transport,
  probe = false,
  stopped = () => false,
}: Options): Promise<Sending> {
  const total: Sending = { sent: 0, failed: 0, postponed: 0, hostFailure: null }
  const writeOutcome = createOutcomeWriter()
  const handAhead = createHandingAhead(transport.lanes)
  const held = new Map<string, Job>()
  const waiting: Job[] = []
  // What left and is not yet written down as sent: no more than there are lanes, since nobody knows of it after a kill.
  const unwritten = new Set<Promise<void>>()
  let filling: Promise<void> | null = null
  let drained = false
  let outage: unknown = null

  const claim = async () => {
    const until = leaseEnd()
    const mails = await claimDueMail(probe ? 1 : batch)
    drained = probe || mails.length === 0
    const jobs = mails.map((mail): Job => ({ mail, basis: null, stops: null, until }))
    for (const job of jobs) held.set(job.mail.id, job)
    const [basis, stops] = await Promise.all([findMailBasis(mails), findStops(mails)])
    waiting.push(...jobs.map((job) => Object.assign(job, { basis, stops })))
  }
  const fill = () =>
    claim()
      .catch((error) => {
        outage = error
        drained = true
      })
      .finally(() => {
        filling = null
      })
  const finish = async ({ mail }: Job, outcome: Outcome) => {
    await writeOutcome({ mail, outcome })
    if (outcome.state === 'failed' && outcome.said) await noteRefusal(mail, outcome.said)
    held.delete(mail.id)
  }
  /** One mail, or a wait for more; false ends the lane. */
  const step = async () => {
    if (stopped()) return false
    if (!drained && waiting.length < batch / 2) filling ??= fill()
    const job = waiting.shift()
    if (!job) {
      await filling
      return waiting.length > 0 || filling !== null
    }
    handAhead(job, waiting)
    const outcome = await deliver(job, { transport, total })
    const writing = finish(job, outcome).finally(() => unwritten.delete(writing))
    unwritten.add(writing)
    if (unwritten.size > transport.lanes) await Promise.race(unwritten)
    // Who was not let in leaves the host to the lanes that were.
    return !(outcome.state === 'released' && outcome.behind)
  }

  await freeDeadLeases()
  const renewing = setInterval(() => void renew(held), (leaseSeconds / 3) * 1000)
  try {
    await runLanes(probe ? { lanes: 1, spareLanes: 0 } : transport, step)
    await filling
    await Promise.all(unwritten)
    // What was claimed and not tried goes back as it was.
    const untried: Outcome = { state: 'released', error: total.hostFailure }
    await Promise.all([...held.values()].map((job) => finish(job, untried)))
  } finally {
    clearInterval(renewing)
  }
  if (outage) throw outage
  return total
}

/** A campaign says the same to all. */
const notKept = { text: null, html: null, calendar: null }

const leaseEnd = () => performance.now() + leaseSeconds * 1000

type Way = { transport: Transport; total: Sending }

async function deliver(
  { mail, basis, stops, until, handed }: Job,
  { transport, total }: Way,
): Promise<Outcome> {
  // After a long pause of this process another may have taken it over.
  if (!basis || !stops || performance.now() > until) return { state: 'released', error: null }
  const stop = stopOf(mail, stops)
  if (stop) return stoppedBy(stop, total)
  try {
    // Its files may be away for a moment, while a new build is put in their place.
    await loadDrawing()
    const { message, kept } = await written(mail, basis)
    const letter = await signed(message)
    // Of a campaign nobody has two: it is written down that it leaves before it does.
    if (handed && !(await handed)) return { state: 'released', error: null }
    await transport.send(letter)
    total.sent += 1
    total.hostFailure = null
    return { state: 'sent', kept: mail.campaignId ? { ...kept, ...notKept } : kept }
  } catch (error) {
    if (error instanceof Undeliverable && error.code === 'not-owed') return { state: 'dropped' }
    const failure = failureOf(error)
    const { kind, words } = failure
    if (kind === 'host') {
      total.hostFailure = words
      return { state: 'released', error: words, behind: true }
    }
    if (error instanceof Unsent) total.hostFailure = null
    const isLost = mail.campaignId && words === 'outcome-unknown'
    const gap = kind === 'temporary' && !isLost ? gapAfter(mail.attempts) : null
    log().warn({ err: error, mail: mail.id, attempts: mail.attempts, again: gap !== null }, 'mail not sent')
    total[gap === null ? 'failed' : 'postponed'] += 1
    return gap === null ? failed(failure) : { state: 'queued', error: words, gap }
  }
}

function stoppedBy(stop: Stop, total: Sending): Outcome {
  total[stop.why === 'suppressed' ? 'failed' : 'postponed'] += 1
  if (stop.why === 'suppressed') return { state: 'failed', error: stop.why }
  return { state: 'waiting', error: stop.why, until: stop.until }
}

/** Given up. What the other host said of it is read as a notice of it would be. */
function failed({ words, isSaid }: Failure): Outcome {
  if (!isSaid) return { state: 'failed', error: words }
  return { state: 'failed', error: words, said: { ...readRefusal(words), words } }
}

/** Its row says already that it failed: what follows from that for its reader is worth a warning, not the run. */
async function noteRefusal({ id }: ClaimedMail, said: Said) {
  try {
    await countBounce(systemContext('outbox'), { outboxId: id, ...said })
  } catch (error) {
    log().warn({ err: error, mail: id }, 'refusal not counted')
  }
}

/** Everything a mail needs was read before: failing to write it is our fault, and trying again would only repeat it. */
async function written(mail: ClaimedMail, basis: MailBasis) {
  try {
    const { message, kept, bodies } = await composeMail(mail, basis)
    const { from, envelope, messageId } = message
    return { message: { from, envelope, messageId, raw: rawMail(message, bodies) }, kept }
  } catch (error) {
    if (error instanceof Undeliverable) throw error
    throw new Undeliverable('mail-unwritable', { cause: error })
  }
}

async function renew(held: Map<string, Job>) {
  const until = leaseEnd()
  try {
    for (const id of await renewLeases([...held.values()].map(({ mail }) => mail))) {
      const job = held.get(id)
      if (job) job.until = until
    }
  } catch (error) {
    log().warn({ err: error }, 'mail leases not renewed')
  }
}
