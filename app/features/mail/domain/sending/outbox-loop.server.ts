import { log } from '#app/shared/http/log.server.ts'
import { connection } from '#db/client.server.ts'
import { sendDueMail } from './send-due-mail.server.ts'
import { openTransport } from './transport.server.ts'

const lookEvery = 15_000
const shortestPause = 5_000
const longestPause = 60_000

/**
 * Sends the outbox as long as this process runs: woken by the commit that queues a mail, and by a clock for what is to
 * be tried again. While the mail host is out of reach it waits, ever longer, and then tries a single mail.
 */
export async function startOutbox({ root }: { root: string }): Promise<{ stop(): Promise<void> }> {
  const transport = openTransport({ root })
  const wakeUp = createWakeUp()
  let stopping = false
  let pause = 0

  const work = async () => {
    while (!stopping) {
      try {
        const sending = await sendDueMail({ transport, probe: pause > 0, stopped: () => stopping })
        if (sending.hostFailure) {
          pause = longer(pause)
          log().error({ failure: sending.hostFailure, pause }, 'mail host out of reach')
        } else {
          const answered = pause > 0
          pause = 0
          // What was sent may have let a later mail to the same reader through.
          if (sending.sent > 0 || answered) continue
        }
      } catch (error) {
        log().error({ err: error }, 'outbox could not be worked')
        pause = longer(pause)
      }
      if (!stopping) await wakeUp.wait(pause || lookEvery, { deaf: pause > 0 })
    }
  }

  const listening = listen(wakeUp.call)
  const working = work()
  return {
    stop: async () => {
      stopping = true
      wakeUp.end()
      await working
      await (await listening)?.unlisten()
      transport.close()
    },
  }
}

const longer = (pause: number) => Math.min(Math.max(pause * 2, shortestPause), longestPause)

/** Hears every queued mail; the driver listens again by itself after an outage, and what was missed is looked for then. */
async function listen(call: () => void) {
  try {
    return await connection().sql.listen('outbox', call, call)
  } catch (error) {
    log().warn({ err: error }, 'outbox hears no notifications')
    return null
  }
}

/** It remembers a call, so that none between two looks is lost. `deaf` waits are ended by `end` alone. */
function createWakeUp() {
  let called = false
  let deaf = false
  let wake = () => {}
  return {
    call: () => {
      called = true
      if (!deaf) wake()
    },
    end: () => wake(),
    wait: async (ms: number, options: { deaf: boolean }) => {
      deaf = options.deaf
      if (deaf || !called) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
      called = false
    },
  }
}
