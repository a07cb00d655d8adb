import { describe, expect, it } from 'vitest'
import { withTransaction } from '#db/transaction.server.ts'
import { testDatabase } from '#tests/database.ts'
import { Refusal } from './errors.ts'
import { grouped } from './grouped.server.ts'

await testDatabase()

/** Doubles numbers, and remembers in which groups they came. */
function doubling(refuses: (group: number[]) => Error | null = () => null) {
  const groups: string[] = []
  const double = grouped(async (place: string, group: number[]) => {
    groups.push(`${place} ${group}`)
    await new Promise(setImmediate)
    const error = refuses(group)
    if (error) throw error
    return group.map((one) => one * 2)
  })
  return { groups, double }
}

describe('who comes in the same moment', () => {
  it('is one group behind the one on its way, each with an outcome of their own; other places do not wait', async () => {
    const { groups, double } = doubling()
    const came = [1, 2, 3].map((one) => double('here', one))
    expect(await Promise.all([...came, double('there', 4)])).toEqual([2, 4, 6, 8])
    expect(groups).toEqual(['here 1', 'there 4', 'here 2,3'])
    await double('here', 5)
    expect(groups.at(-1)).toBe('here 5')
  })

  it('is served alone where one of them fails the group', async () => {
    const { groups, double } = doubling((group) => (group.includes(3) ? new Error('three') : null))
    const came = await Promise.allSettled([1, 2, 3, 4].map((one) => double('here', one)))
    expect(came.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
    expect(groups).toEqual(['here 1', 'here 2,3,4', 'here 2', 'here 3', 'here 4'])
  })

  it('is refused together by what refuses the place', async () => {
    const { groups, double } = doubling(() => new Refusal('event-missing', 'missing'))
    const came = await Promise.allSettled([1, 2, 3].map((one) => double('here', one)))
    expect(came.map(({ status }) => status)).toEqual(Array(3).fill('rejected'))
    expect(groups).toEqual(['here 1', 'here 2,3'])
  })

  it('does not wait for others inside a transaction', async () => {
    const { groups, double } = doubling()
    const inside = () => withTransaction(() => double('here', 1))
    expect(await Promise.all([inside(), inside()])).toEqual([2, 2])
    expect(groups).toEqual(['here 1', 'here 1'])
  })
})
