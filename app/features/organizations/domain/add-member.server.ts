import type { Context } from '#app/shared/context.ts'
import { requireOrganizationRight } from '#app/shared/permissions/permissions.server.ts'
import { type NewMember, takeIn } from './take-in.server.ts'

/** Takes somebody into an organization, on the word of one of its admins. */
export async function addMember(ctx: Context, input: NewMember): Promise<{ accountId: string }> {
  await requireOrganizationRight(ctx, 'members.edit', input.organizationId)
  return takeIn(ctx, input)
}
