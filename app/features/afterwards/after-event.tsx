import { m } from '#app/paraglide/messages.js'
import { fileSize } from '#app/shared/files/file-size.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import type { AfterEventView } from './after-event-view.server.ts'

type Props = { after: AfterEventView; event: { slug: string }; locale: Locale }

/** What is left of an event for those who registered: its record, what was filmed, the slides of their own sessions. */
export function AfterEvent({ after: { recap, recordings, slides }, event, locale }: Props) {
  return (
    <section className="after-event stack loose" aria-labelledby="after">
      <h2 id="after">{m['afterwards.page.title']()}</h2>
      {recap && (
        <div className="stack snug">
          {recap.title && (
            <div className="stack snug" lang={recap.lang === locale ? undefined : recap.lang}>
              <p className="title-m">{recap.title}</p>
              {recap.lead && <p className="measure">{recap.lead}</p>}
            </div>
          )}
          <p>
            <ButtonLink href={publicPath.recap(locale, event.slug)}>{m['recap.event.read']()}</ButtonLink>
          </p>
        </div>
      )}
      {recordings.length > 0 && (
        <div className="stack tight">
          <h3>{m['afterwards.page.recordings']()}</h3>
          <ul className="recap-files">
            {recordings.map((one) => (
              <li key={one.url}>
                <a href={one.url} rel="noopener">
                  <Translated value={one.title} />
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
      {slides.length > 0 && <Slides slides={slides} event={event} locale={locale} />}
      {!recap && recordings.length + slides.length === 0 && (
        <p className="measure">{m['afterwards.page.nothing']()}</p>
      )}
    </section>
  )
}

function Slides({ slides, event, locale }: Pick<AfterEventView, 'slides'> & Omit<Props, 'after'>) {
  return (
    <div className="stack tight">
      <h3>{m['afterwards.page.slides']()}</h3>
      <ul className="recap-files">
        {slides.flatMap(({ session, files }) =>
          files.map((one) => (
            <li key={one.id}>
              <a href={`/slides/${one.id}`}>{one.name}</a>
              <span className="small soft">
                {one.by && `${one.by} · `}
                <a href={publicPath.session(locale, event.slug, session.slug)}>
                  <Translated value={session.title} />
                </a>
                {` · ${fileSize(one.size)}`}
              </span>
            </li>
          )),
        )}
      </ul>
    </div>
  )
}
