import type { MemberRole } from '#app/shared/vocabulary.ts'
import { account as accounts, member, organization as organizations } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { first, nextNumber } from './numbers.ts'

export async function organization(values: Partial<typeof organizations.$inferInsert> = {}) {
  const n = nextNumber()
  const row = { slug: `host-${n}`, shortName: `H${n}`, name: { vi: `Hội ${n}`, en: `Host ${n}` }, ...values }
  return first(await database().insert(organizations).values(row).returning())
}

export async function account(values: Partial<typeof accounts.$inferInsert> = {}) {
  const n = nextNumber()
  const row = { email: `member${n}@example.org`, name: `Thành viên ${n}`, ...values }
  return first(await database().insert(accounts).values(row).returning())
}

/** An account with a role in an organization. */
export async function memberOf(
  body: { id: string },
  role: MemberRole = 'admin',
  values: Partial<typeof accounts.$inferInsert> = {},
) {
  const made = await account(values)
  await database().insert(member).values({ organizationId: body.id, accountId: made.id, role })
  return made
}
