import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { read } from '#app/shared/i18n/translated-text.ts'
import { Picture } from '#app/ui/picture.tsx'
import type { EventCover } from '../domain/events.server.ts'

type CoverFigureProps = {
  cover: EventCover
  /** Alone beside the words, or above the ring there. */
  shape: 'large' | 'wide'
}

const sizes = '(min-width: 60rem) 33rem, 100vw'

/** The picture that an event opens with, and whose it is. */
export function CoverFigure({ cover, shape }: CoverFigureProps) {
  const locale = getLocale()
  const alt = read(cover.alt, locale)
  const credit = read(cover.credit, locale)
  const lang = (text: { lang: string }) => (text.lang === locale ? undefined : text.lang)
  return (
    <figure className={`cover cover-${shape}`}>
      <Picture picture={cover} alt={alt.text} lang={lang(alt)} sizes={sizes} first />
      {credit.text && (
        <figcaption className="faint small" lang={lang(credit)}>
          {m['pictures.credit']({ credit: credit.text })}
        </figcaption>
      )}
    </figure>
  )
}
