import { log } from '#app/shared/http/log.server.ts'
import { connection } from '#db/client.server.ts'
import { feedCampaigns } from './feed-campaigns.server.ts'

/** While something of a campaign moved it is looked after at once again; else so often. */
const lookEvery = 5_000
/** What is on the way is settled before more is handed over. */
const between = 500

/** Moves campaigns on as long as this process runs, woken when somebody lets one go on. */
export async function startCampaigns(): Promise<{ stop(): Promise<void> }> {
  let stopping = false
  let wake = () => {}
  const rest = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  const work = async () => {
    while (!stopping) {
      let fed = 0
      try {
        fed = await feedCampaigns()
      } catch (error) {
        log().error({ err: error }, 'campaigns could not be worked')
      }
      if (!stopping) await rest(fed > 0 ? between : lookEvery)
    }
  }

  const listening = connection()
    .sql.listen('campaigns', () => wake())
    .catch((error) => {
      log().warn({ err: error }, 'campaigns hear no notifications')
      return null
    })
  const working = work()
  return {
    stop: async () => {
      stopping = true
      wake()
      await working
      await (await listening)?.unlisten()
    },
  }
}
