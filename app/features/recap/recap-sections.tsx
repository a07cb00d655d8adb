import type { ReactNode } from 'react'
import { read, textIn } from '#app/shared/i18n/translated-text.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { Picture, pictureFile } from '#app/ui/picture.tsx'
import { PersonName } from '#app/ui/texts/person-name.tsx'
import { inMarks } from './domain/quotation-marks.ts'
import type { RecapNote, RecapPicture } from './domain/recap-content.ts'

type QuoteProps = { words: string; note: RecapNote; locale: Locale; children?: ReactNode }

/** Words that somebody approved, with who said them. */
export function RecapQuote({ words, note, locale, children }: QuoteProps) {
  const position = read(note.position, locale)
  return (
    <figure className="recap-quote" id={`note-${note.id}`}>
      <blockquote>
        {inMarks(words, locale)
          .split('\n')
          .map((line, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of a quote have no other name
            <p key={at}>{line}</p>
          ))}
      </blockquote>
      {note.name && (
        <figcaption>
          <span className="recap-quote-name">
            <PersonName name={note.name} honorific={textIn(note.honorific, locale)} />
          </span>
          {position.text && (
            <span className="soft" lang={position.lang === locale ? undefined : position.lang}>
              {position.text}
            </span>
          )}
        </figcaption>
      )}
      {children}
    </figure>
  )
}

/** A picture in the widths it is kept in, with its caption and whose it is. */
export function RecapFigure({
  picture,
  locale,
  sizes = '(min-width: 48rem) 44rem, 100vw',
}: {
  picture: RecapPicture
  locale: Locale
  sizes?: string
}) {
  const { id, widths, width, caption, alt, credit } = picture
  const words = read(caption, locale)
  const described = read(alt, locale)
  const whose = read(credit, locale)
  return (
    <figure className="recap-picture">
      <a href={pictureFile(id, widths.at(-1) ?? width)}>
        <Picture
          picture={picture}
          alt={described.text}
          lang={described.lang === locale ? undefined : described.lang}
          sizes={sizes}
        />
      </a>
      {(words.text || whose.text) && (
        <figcaption>
          <span lang={words.lang === locale ? undefined : words.lang}>{words.text}</span>
          {whose.text && (
            <span className="faint" lang={whose.lang === locale ? undefined : whose.lang}>
              {' '}
              © {whose.text}
            </span>
          )}
        </figcaption>
      )}
    </figure>
  )
}
