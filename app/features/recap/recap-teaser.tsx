import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { heldTogether } from '#app/shared/time/line-breaks.ts'
import type { RecapContent } from './domain/recap-content.ts'
import { articleIn } from './domain/recap-language.ts'
import { RecapFigure, RecapQuote } from './recap-sections.tsx'

const mostQuotes = 2

/** The record on the event's own page: headline, lead, a picture, two voices, and the way to all of it. */
export function RecapTeaser({ event, content }: { event: { slug: string }; content: RecapContent }) {
  const locale = getLocale()
  const article = articleIn(content, locale)
  if (!article) return null
  const { words, lang } = article
  const [picture] = content.pictures
  const quotes = content.notes.filter((note) => note.kind === 'quote' && note.words[lang] && note.name)
  return (
    <section className="chapter" aria-labelledby="recap">
      <h2 id="recap">{m['recap.event.title']()}</h2>
      <div className="stack">
        <div className="stack snug" lang={lang === locale ? undefined : lang}>
          <p className="title-l">{heldTogether(words.title)}</p>
          {words.lead && <p className="lede measure">{heldTogether(words.lead)}</p>}
        </div>
        {picture && <RecapFigure picture={picture} locale={locale} />}
        {quotes.slice(0, mostQuotes).map((note) => (
          <RecapQuote key={note.id} words={note.words[lang] ?? ''} note={note} locale={lang} />
        ))}
        <a className="onward" href={publicPath.recap(locale, event.slug)}>
          {m['recap.event.read']()}
        </a>
      </div>
    </section>
  )
}
