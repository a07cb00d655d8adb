import { listOwnOrganizations } from '#app/features/organizations/domain/organizations.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { rolesThatMay } from '#app/shared/permissions/rights.ts'

/** What holds for all mail of this installation is for the admins of its organizations. */
export async function requireAdministrator(ctx: Context): Promise<void> {
  if (ctx.actor.kind === 'system') return
  if (ctx.actor.kind === 'visitor') throw new Refusal('sign-in-needed', 'rights')
  const own = await listOwnOrganizations(ctx, rolesThatMay('members.edit'))
  if (own.length === 0) throw new Refusal('right-missing', 'rights', { right: 'members.edit' })
}
