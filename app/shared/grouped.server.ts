import { setImmediate as nextTurn } from 'node:timers/promises'
import { inTransaction } from '#db/transaction.server.ts'
import { Refusal } from './errors.ts'

type Waiting<One, Outcome> = {
  one: One
  resolve: (outcome: Outcome) => void
  reject: (error: unknown) => void
}

const groupSize = 100

/**
 * Does `work` for all who come to one place in the same moment: while one group is on its way, those who come meanwhile
 * form the next, so hot rows are written and committed once a group instead of once a person. Its outcomes are in the
 * order of the group. Inside a transaction: at once, alone.
 */
export function grouped<One, Outcome>(
  work: (place: string, group: One[]) => Promise<Outcome[]>,
): (place: string, one: One) => Promise<Outcome> {
  const lines = new Map<string, Waiting<One, Outcome>[]>()

  async function alone(place: string, one: One): Promise<Outcome> {
    return outcomeAt(await work(place, [one]), 0)
  }

  async function serve(place: string) {
    for (let line = lines.get(place); line && line.length > 0; line = lines.get(place)) {
      const group = line.splice(0, groupSize)
      try {
        const outcomes = await work(
          place,
          group.map(({ one }) => one),
        )
        for (const [index, { resolve }] of group.entries()) {
          // Each answer in a turn of its own: written one after the other they would keep readers waiting.
          if (index > 0) await nextTurn()
          resolve(outcomeAt(outcomes, index))
        }
      } catch (error) {
        await serveOneByOne(place, group, error)
      }
    }
    lines.delete(place)
  }

  // One bad row fails its group; alone, only its own person hears of it. What refuses a group refuses each of it.
  async function serveOneByOne(place: string, group: Waiting<One, Outcome>[], error: unknown) {
    if (group.length === 1 || error instanceof Refusal) {
      for (const { reject } of group) reject(error)
      return
    }
    for (const { one, resolve, reject } of group) await alone(place, one).then(resolve, reject)
  }

  return (place, one) => {
    if (inTransaction()) return alone(place, one)
    return new Promise((resolve, reject) => {
      const line = lines.get(place)
      if (line) {
        line.push({ one, resolve, reject })
        return
      }
      lines.set(place, [{ one, resolve, reject }])
      void serve(place)
    })
  }
}

function outcomeAt<Outcome>(outcomes: Outcome[], index: number): Outcome {
  const [outcome] = outcomes.slice(index, index + 1)
  if (outcome === undefined) throw new Error('One of a group got no outcome.')
  return outcome
}
