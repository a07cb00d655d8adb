import type { Context } from '#app/shared/context.ts'
import { write } from '#app/shared/i18n/translated-text.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { slugOf } from '#app/shared/slug.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { askHost } from './ask-host.server.ts'
import { createOrganization } from './create-organization.server.ts'

type NewHost = {
  eventId: string
  shortName: string
  nameVi: string
  nameEn: string
  adminName: string
  adminEmail: string
}

/** Makes an organization with its first admin, who is invited by mail; once they have joined, they answer for it whether it hosts the event. */
export async function hostNewOrganization(ctx: Context, input: NewHost): Promise<void> {
  await requireEventRight(ctx, 'hosts.edit', input.eventId)
  const slug = slugOf(input.shortName) || slugOf(input.nameEn) || slugOf(input.nameVi) || 'organization'
  await withTransaction(async () => {
    const made = await createOrganization(ctx, {
      slug,
      shortName: input.shortName,
      name: write({ vi: input.nameVi, en: input.nameEn }, ctx.locale),
      admin: { name: input.adminName, email: input.adminEmail, locale: ctx.locale },
    })
    await askHost(ctx, { eventId: input.eventId, organizationId: made.id })
  })
}
