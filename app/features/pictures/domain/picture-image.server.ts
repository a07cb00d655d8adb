import { oneImageAtATime, remadeImage } from '#app/shared/files/remade-image.server.ts'
import type { pictureFormats } from '#app/shared/vocabulary.ts'
import { cutAround } from './cut-around.ts'
import { logoWidth, pictureWidths } from './picture-widths.ts'

export type PictureFormat = (typeof pictureFormats)[number]
export type PictureSize = { format: PictureFormat; width: number; image: Uint8Array }
export type MadePicture = { width: number; height: number; sizes: PictureSize[] }

const megabyte = 1024 * 1024
const limits = { kind: 'picture', mostBytes: 20 * megabyte, leastSide: 200 } as const
const logoLimits = { kind: 'picture', mostBytes: 5 * megabyte, leastSide: 32 } as const
/** The longest side of what the press gets; every other size is made of it. */
const pressSide = 3000

/** A picture in the sizes of pages: taken apart and made anew, so that no place or camera stays in it. Wider than itself it is never. */
export function pictureSizes(image: Uint8Array): Promise<MadePicture> {
  return remadeImage(image, limits, async (opened) => {
    const { data, info } = await opened()
      .resize(pressSide, pressSide, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 88, mozjpeg: true })
      .toBuffer({ resolveWithObject: true })
    const press = { format: 'jpeg', width: info.width, image: new Uint8Array(data) } as const
    const pages = await Promise.all(pictureWidths(info.width).map((width) => smaller(data, 'webp', width)))
    return { width: info.width, height: info.height, sizes: [...pages, press] }
  })
}

/** A logo without the empty ground around it, as large as any page shows it; what is see-through stays so. */
export function logoSizes(image: Uint8Array): Promise<MadePicture> {
  return remadeImage(image, logoLimits, async (opened) => {
    const { data, info } = await opened()
      .trim({ threshold: 4 })
      .resize(logoWidth, logoWidth / 2, { fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 90, alphaQuality: 100 })
      .toBuffer({ resolveWithObject: true })
    const { width, height } = info
    return { width, height, sizes: [{ format: 'webp', width, image: new Uint8Array(data) }] }
  })
}

/** One more size of a picture that is kept already. */
export function smallerPicture(
  press: Uint8Array,
  format: PictureFormat,
  width: number,
): Promise<PictureSize> {
  return oneImageAtATime(() => smaller(press, format, width))
}

/** The part around its focal point, as a JPEG of exactly this size. */
export function pictureCut(
  press: Uint8Array,
  target: { width: number; height: number },
  focus: { focalX: number; focalY: number },
): Promise<Uint8Array> {
  return oneImageAtATime(async () => {
    const { default: sharp } = await import('sharp')
    const { width = 0, height = 0 } = await sharp(press).metadata()
    const cut = sharp(press).extract(cutAround({ width, height }, target, focus))
    return new Uint8Array(await cut.resize(target.width, target.height).jpeg({ quality: 82 }).toBuffer())
  })
}

async function smaller(press: Uint8Array, format: PictureFormat, width: number): Promise<PictureSize> {
  const { default: sharp } = await import('sharp')
  const resized = sharp(press).resize(width)
  const made = format === 'avif' ? resized.avif({ quality: 52, effort: 2 }) : resized.webp({ quality: 80 })
  return { format, width, image: new Uint8Array(await made.toBuffer()) }
}
