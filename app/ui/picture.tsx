import type { CSSProperties } from 'react'

export type ShownPicture = {
  id: string
  width: number
  height: number
  /** The widths it can be had in, ascending. */
  widths: readonly number[]
}

export const pictureFile = (id: string, width: number, format: 'avif' | 'webp' = 'webp') =>
  `/pictures/${id}/${width}.${format}`

type PictureProps = {
  picture: ShownPicture & { focalX?: number; focalY?: number }
  alt: string
  /** The language of `alt`, when it is not the page's. */
  lang?: string | undefined
  /** How wide it stands, as the attribute `sizes` says it. */
  sizes: string
  className?: string
  /** It is what the page begins with. */
  first?: boolean
}

/** A picture in the widths it is kept in; where it is cut, what matters stays in sight. */
export function Picture({ picture, alt, lang, sizes, className, first = false }: PictureProps) {
  const { id, widths, width, height, focalX = 50, focalY = 50 } = picture
  const usual = widths.find((one) => one >= 960) ?? widths.at(-1) ?? width
  const each = (format: 'avif' | 'webp') =>
    widths.map((one) => `${pictureFile(id, one, format)} ${one}w`).join(', ')
  const isCentred = focalX === 50 && focalY === 50
  const style: CSSProperties | undefined = isCentred ? undefined : { objectPosition: `${focalX}% ${focalY}%` }
  return (
    <picture>
      <source type="image/avif" srcSet={each('avif')} sizes={sizes} />
      <img
        className={className}
        src={pictureFile(id, usual)}
        srcSet={each('webp')}
        sizes={sizes}
        width={width}
        height={height}
        alt={alt}
        lang={lang}
        style={style}
        loading={first ? 'eager' : 'lazy'}
        decoding="async"
        {...(first && priority)}
      />
    </picture>
  )
}

// React 18 knows the attribute only as HTML writes it.
const priority: Record<string, string> = { fetchpriority: 'high' }
