import type { CSSProperties } from 'react'
import { m } from '#app/paraglide/messages.js'
import { Monogram } from './monogram.tsx'

const widths = [96, 192, 384, 800]

type PortraitProps = {
  name: string
  portraitId: string | null
  /** How wide it stands, as CSS; the small one of lists when left out. */
  size?: string
  /** It is what the page begins with. */
  first?: boolean
}

/** Somebody's picture, round like a seat at the table; their initials when there is none. */
export function Portrait({ name, portraitId, size, first = false }: PortraitProps) {
  if (!portraitId) return <Monogram name={name} {...(size && { size })} />
  const at = (width: number) => `/portraits/${portraitId}/${width}.webp`
  return (
    <img
      className="portrait"
      src={at(192)}
      srcSet={widths.map((width) => `${at(width)} ${width}w`).join(', ')}
      sizes={size ?? '3.5rem'}
      width={192}
      height={192}
      alt={m['shared.portrait.alt']({ name })}
      loading={first ? 'eager' : 'lazy'}
      decoding="async"
      style={size ? ({ '--size': size } as CSSProperties) : undefined}
    />
  )
}
