import { eq, like, or } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { textIn, write } from '#app/shared/i18n/translated-text.ts'
import { requireOrganizationRight } from '#app/shared/permissions/permissions.server.ts'
import { slugOf } from '#app/shared/slug.ts'
import type { Transaction } from '#db/client.server.ts'
import { initiative, initiativeOrganization } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { checkDetails, type InitiativeDetails } from './initiative-details.ts'

type NewInitiative = { organizationId: string; slug?: string; details: InitiativeDetails }

/** Makes an initiative, a draft, carried by one body; others are asked to carry it too. */
export async function createInitiative(
  ctx: Context,
  { organizationId, slug: wanted = '', details }: NewInitiative,
): Promise<{ id: string; slug: string }> {
  await requireOrganizationRight(ctx, 'initiative.edit', organizationId)
  checkDetails(details)
  const { name, summary, description } = details
  return withTransaction(async (tx) => {
    const slug = wanted || (await freeSlug(tx, slugOf(name.en || name.vi || '') || 'initiative'))
    const words = {
      name: write(name, ctx.locale),
      summary: write(summary, ctx.locale),
      description: write(description, ctx.locale),
    }
    const [made] = await tx
      .insert(initiative)
      .values({ slug, ...words, createdAt: ctx.now, updatedAt: ctx.now })
      .onConflictDoNothing({ target: initiative.slug })
      .returning({ id: initiative.id, slug: initiative.slug })
    if (!made) throw new Refusal('initiative-address-taken', 'state')
    await tx.insert(initiativeOrganization).values({ initiativeId: made.id, organizationId })
    await recordActivity(ctx, {
      verb: 'initiative.created',
      initiativeId: made.id,
      organizationId,
      subjectId: made.id,
      subjectName: textIn(words.name, ctx.locale),
    })
    return made
  })
}

/** An address made of the name; with a number where others have it. */
async function freeSlug(tx: Transaction, wanted: string): Promise<string> {
  const taken = await tx
    .select({ slug: initiative.slug })
    .from(initiative)
    .where(or(eq(initiative.slug, wanted), like(initiative.slug, `${wanted}-%`)))
  const slugs = new Set(taken.map((one) => one.slug))
  if (!slugs.has(wanted)) return wanted
  for (let number = 2; ; number += 1) if (!slugs.has(`${wanted}-${number}`)) return `${wanted}-${number}`
}
