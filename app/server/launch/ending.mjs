import { sentenceFor } from './sentence.mjs'

/** @typedef {() => unknown} Closing */
/** @typedef {(closing: Closing) => void} AtEnd */

/**
 * What must be closed before the program ends, last opened first. SIGINT, SIGTERM, SIGHUP and a crash all lead here;
 * npm and the terminal may each send the same signal, so repeats change nothing.
 * @param {(line: string) => void} say
 */
export function prepareEnding(say) {
  /** @type {Closing[]} */
  const closings = []
  /** @type {Closing[]} */
  const notices = []
  /** @type {Promise<void> | undefined} */
  let ending
  const end = (/** @type {number} */ code) => {
    for (const notice of notices.splice(0)) notice()
    ending ??= closeAll(closings).finally(() => process.exit(code))
    setTimeout(() => process.exit(code || 1), 10_000).unref()
    return ending
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(0))
  process.on('uncaughtException', (error) => {
    say(sentenceFor(error))
    end(1)
  })
  return {
    end,
    /** @type {AtEnd} */
    atEnd: (closing) => closings.unshift(closing),
    /** @type {AtEnd} */
    whenEnding: (notice) => notices.push(notice),
  }
}

/** @param {Closing[]} closings */
async function closeAll(closings) {
  for (const close of closings) {
    try {
      await close()
    } catch (error) {
      console.error(sentenceFor(error))
    }
  }
}
