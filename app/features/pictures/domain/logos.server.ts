import { and, eq, inArray, isNull } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import { requireOrganizationRight } from '#app/shared/permissions/permissions.server.ts'
import type { PictureUse } from '#app/shared/vocabulary.ts'
import type { Transaction } from '#db/client.server.ts'
import { organization, picture, pictureSize } from '#db/schema/index.ts'
import { database, withTransaction } from '#db/transaction.server.ts'
import type { MadePicture } from './picture-image.server.ts'

export type LogoGround = Extract<PictureUse, 'logo' | 'logo-dark'>
type Place = { organizationId: string; ground: LogoGround }

/** The signs of an organization: for light ground, for dark, or for both. */
export async function findLogos(organizationId: string) {
  const { id, width, height, use } = picture
  const found = await database()
    .select({ id, width, height, use })
    .from(picture)
    .where(
      and(
        eq(picture.organizationId, organizationId),
        inArray(picture.use, ['logo', 'logo-dark']),
        isNull(picture.removedAt),
      ),
    )
  const of = (ground: LogoGround) => found.find((one) => one.use === ground) ?? null
  return { light: of('logo'), dark: of('logo-dark') }
}

/** Takes an image as an organization's sign on one ground, in place of the one before. */
export async function saveLogo(
  ctx: Context,
  { made, ...place }: Place & { made: MadePicture },
): Promise<void> {
  const { organizationId, ground } = place
  await requireOrganizationRight(ctx, 'organization.edit', organizationId)
  const { width, height, sizes } = made
  await withTransaction(async (tx) => {
    const name = await lockOrganization(tx, organizationId)
    await tx.update(picture).set({ removedAt: ctx.now }).where(logoOf(place))
    const [added] = await tx
      .insert(picture)
      .values({ organizationId, use: ground, width, height, createdAt: ctx.now })
      .returning({ id: picture.id })
    if (!added) throw new Error('A logo was inserted without a row')
    await tx.insert(pictureSize).values(sizes.map((size) => ({ ...size, pictureId: added.id })))
    await logosChanged(ctx, organizationId, { verb: 'logo.saved', name })
  })
}

/** Takes a logo away, from public pages at once; its image is kept only as long as that can be taken back. */
export async function removeLogo(ctx: Context, place: Place): Promise<void> {
  await requireOrganizationRight(ctx, 'organization.edit', place.organizationId)
  await withTransaction(async (tx) => {
    const name = await lockOrganization(tx, place.organizationId)
    const gone = await tx.update(picture).set({ removedAt: ctx.now }).where(logoOf(place)).returning()
    if (gone.length === 0) throw new Refusal('picture-missing', 'missing')
    await logosChanged(ctx, place.organizationId, { verb: 'logo.removed', name })
  })
}

const logoOf = ({ organizationId, ground }: Place) =>
  and(eq(picture.organizationId, organizationId), eq(picture.use, ground), isNull(picture.removedAt))

async function lockOrganization(tx: Transaction, organizationId: string): Promise<string> {
  const [found] = await tx
    .select({ name: organization.shortName })
    .from(organization)
    .where(eq(organization.id, organizationId))
    .for('no key update')
  if (!found) throw new Refusal('organization-missing', 'missing')
  return found.name
}

/** A logo stands on the pages of every event of its body. */
async function logosChanged(
  ctx: Context,
  organizationId: string,
  { verb, name }: { verb: string; name: string },
): Promise<void> {
  await pageChanged(pageTag.everything)
  await recordActivity(ctx, { verb, organizationId, subjectId: organizationId, subjectName: name })
}
