import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { type NewHost, seatHost } from './seat-host.server.ts'

/** Makes an organization a host at once. For seeds alone: anybody else asks it (`askHost`), and it accepts. */
export async function addHost(ctx: Context, input: NewHost): Promise<void> {
  if (ctx.actor.kind !== 'system') throw new Refusal('right-missing', 'rights', { right: 'hosts.edit' })
  await withTransaction((tx) => seatHost(ctx, tx, input))
}
