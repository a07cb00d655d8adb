import { log } from '#app/shared/http/log.server.ts'
import type { MailOutcome } from './claimed-mail.ts'
import { saveOutcomes } from './outbox-queue.server.ts'

/**
 * Writes down what became of mails. While one statement is under way the next results gather and go together, so a
 * fast run costs few commits, and a result never waits longer than the statement before it. What is sent but not yet
 * written when a process dies is sent once more after the lease, with the same Message-ID: at most two mails a lane.
 */
export function createOutcomeWriter(save = saveOutcomes) {
  let gathered: MailOutcome[] = []
  let last: Promise<void> = Promise.resolve()

  async function write() {
    const mails = gathered
    gathered = []
    if (mails.length === 0) return
    const written = await persistently(() => save(mails))
    if (written < mails.length)
      log().warn({ lost: mails.length - written }, 'mail leases lost before they were settled')
  }

  return (mail: MailOutcome): Promise<void> => {
    gathered.push(mail)
    last = last.then(write)
    return last
  }
}

/** A mail that left must be written down: an outage of the database is waited for, not answered with a second send. */
async function persistently(save: () => Promise<number>): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await save()
    } catch (error) {
      if (attempt === 8) {
        log().error({ err: error }, 'mail could not be settled')
        return 0
      }
      await new Promise((resolve) => setTimeout(resolve, Math.min(250 * 2 ** attempt, 5_000)))
    }
  }
}
