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
