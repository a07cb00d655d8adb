import { eq } from 'drizzle-orm'
import { Refusal } from '#app/shared/errors.ts'
import type { Transaction } from '#db/client.server.ts'
import { account, member, organization } from '#db/schema/index.ts'

/** An organization's members, held still until commit: of two admins who leave at once the second one is told. */
export async function lockMembers(tx: Transaction, organizationId: string) {
  await tx
    .select({ id: organization.id })
    .from(organization)
    .where(eq(organization.id, organizationId))
    .for('no key update')
  const rows = await tx
    .select({ accountId: member.accountId, role: member.role, name: account.name })
    .from(member)
    .innerJoin(account, eq(account.id, member.accountId))
    .where(eq(member.organizationId, organizationId))
  return {
    get(accountId: string) {
      const found = rows.find((row) => row.accountId === accountId)
      if (!found) throw new Refusal('member-missing', 'missing')
      return found
    },
    keepAnAdminBeside(accountId: string) {
      const another = rows.some((row) => row.role === 'admin' && row.accountId !== accountId)
      if (!another) throw new Refusal('last-admin', 'state')
    },
  }
}
