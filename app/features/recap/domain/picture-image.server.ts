import { fileTypeFromBuffer } from 'file-type'
import { Refusal } from '#app/shared/errors.ts'
import type { pictureFormats } from '#app/shared/vocabulary.ts'

type Size = { format: (typeof pictureFormats)[number]; width: number; image: Uint8Array }
export type MadePicture = { width: number; height: number; sizes: Size[] }

const readable = ['image/jpeg', 'image/png', 'image/webp', 'image/avif']
const megabyte = 1024 * 1024
const mostBytes = 20 * megabyte
const mostPixels = 60_000_000
const leastSide = 200
/** The widths for pages, and the longest side of what the press gets. */
const widths = [480, 960, 1600, 2400]
const pressSide = 3000

let before: Promise<unknown> = Promise.resolve()

/** A picture in every size: taken apart and made anew, so that no place or camera stays in it. Wider than itself it is never. */
export function pictureSizes(image: Uint8Array): Promise<MadePicture> {
  // One at a time: a picture of 60 megapixels takes 240 MB while it is open.
  const work = before.then(() => made(image))
  before = work.catch(() => {})
  return work
}

async function made(image: Uint8Array): Promise<MadePicture> {
  if (image.byteLength > mostBytes) throw new Refusal('picture-too-large', 'invalid')
  const found = await fileTypeFromBuffer(image).catch(() => undefined)
  if (!found || !readable.includes(found.mime)) throw new Refusal('picture-not-image', 'invalid')
  const { default: sharp } = await import('sharp')
  const opened = () => sharp(image, { limitInputPixels: mostPixels, failOn: 'error', pages: 1 })
  try {
    const { width = 0, height = 0 } = await opened().metadata()
    if (width * height > mostPixels) throw new Refusal('picture-too-large', 'invalid')
    if (Math.min(width, height) < leastSide) throw new Refusal('picture-too-small', 'invalid')
    const press = await opened()
      .autoOrient()
      .resize(pressSide, pressSide, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .timeout({ seconds: 30 })
      .jpeg({ quality: 88, mozjpeg: true })
      .toBuffer({ resolveWithObject: true })
    const { data, info } = press
    const wanted = [...new Set(widths.map((one) => Math.min(one, info.width)))]
    const pages = await Promise.all(
      wanted.map(async (one) => ({
        format: 'webp' as const,
        width: one,
        image: new Uint8Array(await sharp(data).resize(one).webp({ quality: 80 }).toBuffer()),
      })),
    )
    const sizes: Size[] = [...pages, { format: 'jpeg', width: info.width, image: new Uint8Array(data) }]
    return { width: info.width, height: info.height, sizes }
  } catch (error) {
    if (error instanceof Refusal) throw error
    const isBomb = error instanceof Error && /pixel limit/i.test(error.message)
    throw new Refusal(isBomb ? 'picture-too-large' : 'picture-broken', 'invalid')
  }
}
