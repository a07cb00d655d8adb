import type { Unanswered } from './post-quietly.ts'

/** How it stands with what a page saves by itself. */
export type SendStatus = 'saved' | 'saving' | Extract<Unanswered, { kind: 'away' | 'signed-out' }>['kind']

/** What the server itself answered. */
export type Reached<Answer> = Exclude<Answer, { kind: 'away' } | { kind: 'signed-out' }>

type SenderOptions<Item, Answer extends { kind: string }> = {
  /** What is to be sent now; undefined when nothing is left. */
  next: () => Item | undefined
  post: (item: Item) => Promise<Answer>
  /** Takes the answer in, so that `next` gives something else. */
  take: (item: Item, answer: Reached<Answer>) => void
  /** Whether something else took it while it was under way: then its answer says nothing new. */
  isTaken?: (item: Item) => boolean
  onStatus: (status: SendStatus) => void
  /** Milliseconds before another try, longer each time; the last stays. */
  pauses?: readonly number[] | undefined
}

/**
 * Sends what waits, one request at a time, in order; while the server is not reached, or somebody is signed out, the
 * same again after longer and longer pauses.
 */
export function createSender<Item, Answer extends { kind: string }>(options: SenderOptions<Item, Answer>) {
  const { next, post, take, isTaken, onStatus, pauses = [1000, 2000, 4000, 8000, 15_000] } = options
  let status: SendStatus = 'saved'
  let isSending = false
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  function show(now: SendStatus) {
    status = now
    onStatus(now)
  }

  async function flush() {
    if (isSending) return
    isSending = true
    clearTimeout(timer)
    for (let item = next(); item !== undefined; item = next()) {
      if (status === 'saved') show('saving')
      const answer = await post(item)
      if (isTaken?.(item)) continue
      if (!isReached(answer)) {
        isSending = false
        show(answer.kind === 'away' ? 'away' : 'signed-out')
        timer = setTimeout(() => void flush(), pauses[Math.min(failures++, pauses.length - 1)])
        return
      }
      failures = 0
      if (status !== 'saving') show('saving')
      take(item, answer)
    }
    isSending = false
    show('saved')
  }

  return {
    /** Sends all that waits, now. */
    flush: () => void flush(),
    isSending: () => isSending,
    /** No other try by itself. */
    rest: () => clearTimeout(timer),
  }
}

function isReached<Answer extends { kind: string }>(answer: Answer): answer is Reached<Answer> {
  return answer.kind !== 'away' && answer.kind !== 'signed-out'
}
