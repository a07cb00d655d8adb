import { sentenceFor } from './sentence.mjs'

/**
 * What must be closed before the program ends, last opened first. SIGINT, SIGTERM, SIGHUP and a crash all lead here;
 * npm and the terminal may each send the same signal, so repeats change nothing.
 */
export function prepareEnding(say) {
  const closings = []
  const notices = []
  let ending
  const end = (code) => {
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
  return { end, atEnd: (closing) => closings.unshift(closing), whenEnding: (notice) => notices.push(notice) }
}

async function closeAll(closings) {
  for (const close of closings) {
    try {
      await close()
    } catch (error) {
      console.error(sentenceFor(error))
    }
  }
}
