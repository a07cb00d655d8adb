import { setImmediate as nextTurn } from 'node:timers/promises'
import { inTransaction } from '#db/transaction.server.ts'
import { type Arrival, type ArrivalOutcome, seatArrivals } from '../seats/seat-arrivals.server.ts'

type Waiting = {
  arrival: Arrival
  resolve: (outcome: ArrivalOutcome) => void
  reject: (error: unknown) => void
}

const groupSize = 100
const lines = new Map<string, Waiting[]>()

/**
 * Waits for a seat at an event. While one group's transaction is on its way, those who come meanwhile form the next
 * group, so the locked rows are written once a group instead of once a person. Inside a transaction: at once, alone.
 */
export async function joinArrivals(slug: string, arrival: Arrival): Promise<ArrivalOutcome> {
  if (inTransaction()) return onlyOutcome(await seatArrivals(slug, [arrival]))
  return new Promise((resolve, reject) => {
    const line = lines.get(slug)
    if (line) {
      line.push({ arrival, resolve, reject })
      return
    }
    lines.set(slug, [{ arrival, resolve, reject }])
    void serve(slug)
  })
}

async function serve(slug: string) {
  for (let line = lines.get(slug); line && line.length > 0; line = lines.get(slug)) {
    const group = line.splice(0, groupSize)
    try {
      const outcomes = await seatArrivals(
        slug,
        group.map((one) => one.arrival),
      )
      for (const [index, one] of group.entries()) {
        // Each answer in a turn of its own: written one after the other they would keep readers waiting.
        if (index > 0) await nextTurn()
        one.resolve(onlyOutcome(outcomes.slice(index, index + 1)))
      }
    } catch (error) {
      await serveOneByOne(slug, group, error)
    }
  }
  lines.delete(slug)
}

// One bad row fails its group; alone, only its own person hears of it.
async function serveOneByOne(slug: string, group: Waiting[], error: unknown) {
  if (group.length === 1) {
    group[0]?.reject(error)
    return
  }
  for (const one of group) {
    await seatArrivals(slug, [one.arrival]).then((outcomes) => one.resolve(onlyOutcome(outcomes)), one.reject)
  }
}

function onlyOutcome(outcomes: ArrivalOutcome[]): ArrivalOutcome {
  const [outcome] = outcomes
  if (!outcome) throw new Error('A person at the desk got no outcome.')
  return outcome
}
