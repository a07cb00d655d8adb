import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { Translated, TranslatedProse } from '#app/ui/texts/translated.tsx'
import type { News as Entry } from '../domain/parts/initiative-parts.server.ts'
import { dayText } from './day-text.ts'

const shown = 5

type NewsProps = { initiative: { slug: string }; news: readonly Entry[] }

/** What happened, the latest first, each with its day and who said so; older entries unfold. */
export function News({ initiative, news }: NewsProps) {
  if (news.length === 0) return null
  const older = news.slice(shown)
  return (
    <section className="chapter" aria-labelledby="news">
      <h2 id="news">{m['initiatives.page.news']()}</h2>
      <div className="stack loose">
        {news.slice(0, shown).map((one) => (
          <NewsEntry key={one.id} {...one} />
        ))}
        {older.length > 0 && (
          <details>
            <summary>{m['initiatives.page.older-news']({ count: older.length })}</summary>
            <div className="stack loose">
              {older.map((one) => (
                <NewsEntry key={one.id} {...one} />
              ))}
            </div>
          </details>
        )}
        <p className="small on-screen">
          <a href={publicPath.newsAtom(getLocale(), initiative.slug)}>{m['initiatives.page.feed']()}</a>
        </p>
      </div>
    </section>
  )
}

function NewsEntry({ id, title, body, datedOn, source, sourceUrl }: Entry) {
  return (
    <article className="stack tight" aria-labelledby={`news-${id}`}>
      <p className="small soft">
        <time dateTime={datedOn}>{dayText(datedOn, getLocale())}</time>
      </p>
      <h3 className="title-s" id={`news-${id}`}>
        <Translated value={title} />
      </h3>
      <TranslatedProse value={body} className="prose measure" />
      {(textIn(source, getLocale()) || sourceUrl) && (
        <p className="small faint">
          {m['initiatives.page.source']()}{' '}
          {sourceUrl ? (
            <a href={sourceUrl} rel="noopener">
              {textIn(source, getLocale()) ? <Translated value={source} /> : new URL(sourceUrl).host}
            </a>
          ) : (
            <Translated value={source} />
          )}
        </p>
      )}
    </article>
  )
}
