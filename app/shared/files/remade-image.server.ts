import type { Sharp } from 'sharp'
import { Refusal } from '../errors.ts'

export type ImageLimits = {
  /** What the refusals call it. */
  kind: 'portrait' | 'picture'
  mostBytes: number
  /** Of the shorter side, in pixels. */
  leastSide: number
}

const readable = ['image/jpeg', 'image/png', 'image/webp', 'image/avif']
const phonePictures = ['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence']
const mostPixels = 60_000_000

let before: Promise<unknown> = Promise.resolve()

/** One at a time: a picture of 60 megapixels takes 240 MB while it is open. */
export function oneImageAtATime<T>(work: () => Promise<T>): Promise<T> {
  const next = before.then(work)
  before = next.catch(() => {})
  return next
}

/**
 * Takes an image that somebody sent apart, so that `make` makes it anew and nothing else of the file stays. Refused when
 * it is none that we read, too large or too small.
 */
export function remadeImage<T>(
  image: Uint8Array,
  limits: ImageLimits,
  make: (opened: () => Sharp) => Promise<T>,
): Promise<T> {
  return oneImageAtATime(() => remade(image, limits, make))
}

async function remade<T>(
  image: Uint8Array,
  { kind, mostBytes, leastSide }: ImageLimits,
  make: (opened: () => Sharp) => Promise<T>,
): Promise<T> {
  if (image.byteLength > mostBytes) throw new Refusal(`${kind}-too-large`, 'invalid')
  await requireReadableType(image, kind)
  const { default: sharp } = await import('sharp')
  const opened = () => sharp(image, { limitInputPixels: mostPixels, failOn: 'error', pages: 1 })
  try {
    const { width = 0, height = 0 } = await opened().metadata()
    if (width * height > mostPixels) throw new Refusal(`${kind}-too-large`, 'invalid')
    if (Math.min(width, height) < leastSide) throw new Refusal(`${kind}-too-small`, 'invalid')
    return await make(() => opened().autoOrient().toColourspace('srgb').timeout({ seconds: 30 }))
  } catch (error) {
    if (error instanceof Refusal) throw error
    const isBomb = error instanceof Error && /pixel limit/i.test(error.message)
    throw new Refusal(isBomb ? `${kind}-too-large` : `${kind}-broken`, 'invalid')
  }
}

async function requireReadableType(image: Uint8Array, kind: ImageLimits['kind']) {
  const { fileTypeFromBuffer } = await import('file-type')
  // A file that ends too early inside its own frame makes the reader throw: then it is none that we know.
  const found = await fileTypeFromBuffer(image).catch(() => undefined)
  if (found && readable.includes(found.mime)) return
  const isFromPhone = found && phonePictures.includes(found.mime)
  throw new Refusal(isFromPhone ? `${kind}-heic` : `${kind}-not-image`, 'invalid')
}
