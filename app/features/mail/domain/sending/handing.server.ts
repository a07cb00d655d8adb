import type { ClaimedMail } from './claimed-mail.ts'
import { markHanded } from './outbox-queue.server.ts'

type Held = Pick<ClaimedMail, 'id' | 'attempts'>

/**
 * Writes down that mails leave, before they do; false for one that another worker holds meanwhile. While one statement is
 * under way the next mails gather for the following one, so that lanes share their commits.
 */
export function createHanding(mark = markHanded) {
  let gathered: Held[] = []
  let last: Promise<Set<string>> = Promise.resolve(new Set())

  const write = async () => {
    const mails = gathered
    gathered = []
    return mails.length === 0 ? new Set<string>() : new Set(await mark(mails))
  }

  return async (mail: Held): Promise<boolean> => {
    gathered.push(mail)
    const mine = gathered
    // Whoever is first to gather asks for the statement; the others wait for the same one.
    if (mine.length === 1) last = last.then(write, write)
    return (await last).has(mail.id)
  }
}

/** A mail that may be of a campaign; then `handed` says whether it is ours to hand over, once that is written down. */
export type ToHand = { mail: Held & Pick<ClaimedMail, 'campaignId'>; handed?: Promise<boolean> }

/**
 * The same for mails of campaigns, with the next ones of those that wait, as many as there are lanes: it is written down
 * while those before them are on the way, and no lane waits for that.
 */
export function createHandingAhead(lanes: number, hand = createHanding()) {
  const start = (job: ToHand) => {
    if (!job.mail.campaignId || job.handed) return
    job.handed = hand(job.mail)
    // Heard of where it is waited for; one that is never tried goes back in any case.
    job.handed.catch(() => {})
  }
  return (now: ToHand, waiting: readonly ToHand[]) => {
    start(now)
    const ahead = waiting.slice(0, lanes)
    if (ahead.filter(({ handed }) => handed).length <= lanes / 2) for (const job of ahead) start(job)
  }
}
