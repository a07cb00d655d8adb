import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { initiative, supporterLogo } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { first, nextNumber } from '#tests/factories/numbers.ts'
import { supporterOf } from '#tests/factories/supporters.ts'

/** A body that joined the initiative of a world, with a sign, and the word of the world in all that it says. */
export async function supportedWorld(slug: string, mark: string) {
  const of = first(await database().select().from(initiative).where(eq(initiative.slug, slug)))
  const said = { name: mark, body: `${mark} body`, offers: mark, seeks: mark, remark: mark }
  const email = `supporting-${nextNumber()}@example.org`
  const { id } = await supporterOf(of.id, { ...said, email, kind: 'company' })
  const image = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#456' } })
    .webp()
    .toBuffer()
  const sign = { supporterId: id, width: 64, height: 64, image }
  const logo = first(await database().insert(supporterLogo).values(sign).returning())
  return { supporter: id, logo: logo.id }
}
