import { and, eq, inArray } from 'drizzle-orm'
import { queueMail } from '#app/features/mail/domain/queue-mail.server.ts'
import { getOrganizationById } from '#app/features/organizations/domain/organizations.server.ts'
import type { Context } from '#app/shared/context.ts'
import { rolesThatMay } from '#app/shared/permissions/rights.ts'
import { account, member } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import type { LockedInitiative } from '../editing/initiative-lock.server.ts'
import { listBodies } from './bodies.server.ts'

type Told = { initiative: LockedInitiative; organizationId: string } & (
  | { what: 'asked' }
  | { what: 'accepted' | 'declined'; askedById: string | null }
)

/**
 * Mails of a body's part in an initiative: to its own admins, that it was asked; to who asked, what it answered. The others
 * who carry the initiative do not read there who the asked admins are.
 */
export async function tellOfCarrying(ctx: Context, told: Told): Promise<void> {
  const { what, initiative, organizationId } = told
  const to =
    'askedById' in told
      ? told.askedById
        ? await accountOf(told.askedById)
        : []
      : await adminsOf(organizationId)
  const [body, bodies] = [await getOrganizationById(organizationId), await listBodies(initiative.id)]
  const { slug, name: title, summary } = initiative
  const carrying = {
    what,
    organization: body.name,
    bodies: bodies.map((one) => one.name),
    initiative: { slug, name: title, summary },
    // Who answered for the asked body is not named; who asks is.
    by: 'askedById' in told || ctx.actor.kind !== 'account' ? '' : ctx.actor.name,
  }
  await queueMail(
    ...to.map(({ name, email, locale }) => ({
      kind: 'carrying' as const,
      locale,
      recipientName: name,
      recipientEmail: email,
      facts: { carrying },
    })),
  )
}

const reached = { name: account.name, email: account.email, locale: account.locale }

function accountOf(id: string) {
  return database().select(reached).from(account).where(eq(account.id, id))
}

function adminsOf(organizationId: string) {
  return database()
    .select(reached)
    .from(member)
    .innerJoin(account, eq(account.id, member.accountId))
    .where(
      and(eq(member.organizationId, organizationId), inArray(member.role, rolesThatMay('initiative.bodies'))),
    )
}
