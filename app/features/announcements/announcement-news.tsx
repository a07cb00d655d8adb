import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { formatDateTime } from '#app/shared/time/format.ts'
import { Translated, TranslatedProse } from '#app/ui/texts/translated.tsx'

type NewsProps = {
  news: readonly { id: string; subject: TranslatedText; text: TranslatedText; sentAt: Date }[]
  timeZone: string
}

/** What organizers told the people of their event and readers may read too, the latest first, each with its time. */
export function AnnouncementNews({ news, timeZone }: NewsProps) {
  if (news.length === 0) return null
  return (
    <section className="chapter" aria-labelledby="news">
      <h2 id="news">{m['announcements.shown.title']()}</h2>
      {news.map(({ id, subject, text, sentAt }) => {
        const at = new Date(sentAt)
        return (
          <article key={id} className="stack tight" aria-labelledby={`news-${id}`}>
            <h3 className="title-s" id={`news-${id}`}>
              <Translated value={subject} />
            </h3>
            <p className="small soft">
              <time dateTime={at.toISOString()}>{formatDateTime(at, timeZone, getLocale())}</time>
            </p>
            <TranslatedProse value={text} className="prose measure" />
          </article>
        )
      })}
    </section>
  )
}
