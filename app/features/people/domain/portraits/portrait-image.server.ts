import { fileTypeFromBuffer } from 'file-type'
import { Refusal } from '#app/shared/errors.ts'
import { portraitWidths } from './portrait-widths.ts'

const megabyte = 1024 * 1024
const readable = ['image/jpeg', 'image/png', 'image/webp', 'image/avif']
const phonePictures = ['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence']
const mostBytes = 12 * megabyte
const mostPixels = 60_000_000
const leastSide = 96

let before: Promise<unknown> = Promise.resolve()

/** A picture as WebP squares in every width: taken apart and made anew, so that nothing else of the file stays. */
export function portraitSizes(image: Uint8Array): Promise<{ width: number; image: Uint8Array }[]> {
  // One at a time: a picture of 60 megapixels takes 240 MB while it is open.
  const work = before.then(() => made(image))
  before = work.catch(() => {})
  return work
}

async function made(image: Uint8Array) {
  if (image.byteLength > mostBytes) throw new Refusal('portrait-too-large', 'invalid')
  await requireReadableType(image)
  const { default: sharp } = await import('sharp')
  const opened = () => sharp(image, { limitInputPixels: mostPixels, failOn: 'error', pages: 1 })
  try {
    const { width = 0, height = 0 } = await opened().metadata()
    const side = Math.min(width, height)
    if (width * height > mostPixels) throw new Refusal('portrait-too-large', 'invalid')
    if (side < leastSide) throw new Refusal('portrait-too-small', 'invalid')
    const largest = Math.min(side, Math.max(...portraitWidths))
    const square = await opened()
      .autoOrient()
      .resize(largest, largest, { fit: 'cover', position: sharp.strategy.attention })
      .toColourspace('srgb')
      .timeout({ seconds: 20 })
      .png({ compressionLevel: 1 })
      .toBuffer()
    return await Promise.all(
      portraitWidths.map(async (size) => ({
        width: size,
        image: new Uint8Array(
          await sharp(square).resize(Math.min(size, largest)).webp({ quality: 82 }).toBuffer(),
        ),
      })),
    )
  } catch (error) {
    if (error instanceof Refusal) throw error
    const isBomb = error instanceof Error && /pixel limit/i.test(error.message)
    throw new Refusal(isBomb ? 'portrait-too-large' : 'portrait-broken', 'invalid')
  }
}

async function requireReadableType(image: Uint8Array) {
  // A file that ends too early inside its own frame makes the reader throw: then it is none that we know.
  const found = await fileTypeFromBuffer(image).catch(() => undefined)
  if (found && readable.includes(found.mime)) return
  const isFromPhone = found && phonePictures.includes(found.mime)
  throw new Refusal(isFromPhone ? 'portrait-heic' : 'portrait-not-image', 'invalid')
}
