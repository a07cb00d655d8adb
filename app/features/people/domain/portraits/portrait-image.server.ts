import { remadeImage } from '#app/shared/files/remade-image.server.ts'
import { portraitWidths } from './portrait-widths.ts'

const limits = { kind: 'portrait', mostBytes: 12 * 1024 * 1024, leastSide: 96 } as const

/** A picture as WebP squares in every width: taken apart and made anew, so that nothing else of the file stays. */
export function portraitSizes(image: Uint8Array): Promise<{ width: number; image: Uint8Array }[]> {
  return remadeImage(image, limits, async (opened) => {
    const { default: sharp } = await import('sharp')
    const { width = 0, height = 0 } = await opened().metadata()
    const largest = Math.min(width, height, Math.max(...portraitWidths))
    const square = await opened()
      .resize(largest, largest, { fit: 'cover', position: sharp.strategy.attention })
      .png({ compressionLevel: 1 })
      .toBuffer()
    return Promise.all(
      portraitWidths.map(async (size) => ({
        width: size,
        image: new Uint8Array(
          await sharp(square).resize(Math.min(size, largest)).webp({ quality: 82 }).toBuffer(),
        ),
      })),
    )
  })
}
