import type { ActionFunctionArgs } from '@remix-run/node'
import { action as introduce } from '#app/features/supporters/organize/new-introduction.tsx'
import { action as removeSupporter } from '#app/features/supporters/organize/removal.tsx'
import { initiativeWith, supporterOf } from './supporters.ts'

type Fields = Record<string, string>
type Desk = { body: { id: string } }
type Send<D> = (
  of: D,
  action: (args: ActionFunctionArgs) => unknown,
  fields: Fields,
  more: Fields,
) => Promise<unknown>

/** Acts about supporters that change nothing, by the file that performs them. */
export function supporterCases<D extends Desk>(send: Send<D>): Record<string, (of: D) => Promise<unknown>> {
  return {
    'supporters/organize/removal.tsx': async (of) => {
      const carried = await initiativeWith([of.body])
      const { id } = await supporterOf(carried.id, { state: 'removed' })
      return send(of, removeSupporter, { reason: 'x' }, { initiative: carried.slug, supporter: id })
    },
    'supporters/organize/new-introduction.tsx': async (of) => {
      const carried = await initiativeWith([of.body])
      const { id } = await supporterOf(carried.id)
      return send(of, introduce, { first: id, second: id, words: '' }, { initiative: carried.slug })
    },
  }
}
