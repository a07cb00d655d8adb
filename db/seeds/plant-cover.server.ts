import sharp from 'sharp'
import { saveCover } from '#app/features/pictures/domain/cover.server.ts'
import type { Context } from '#app/shared/context.ts'
import type { SeedCover } from './world.ts'

/** Draws the picture that a seeded event opens with. Pages have its sizes made when they first ask for them. */
export async function plantCover(
  ctx: Context,
  eventId: string,
  { svg, ...details }: SeedCover,
): Promise<void> {
  const { data, info } = await sharp(Buffer.from(svg()))
    .jpeg({ quality: 86 })
    .toBuffer({ resolveWithObject: true })
  const { width, height } = info
  const press = { format: 'jpeg', width, image: new Uint8Array(data) } as const
  await saveCover(ctx, { eventId, made: { width, height, sizes: [press] }, details })
}
