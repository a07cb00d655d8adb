import type { LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { getPublicEvent, type PublicEvent } from '#app/features/events/domain/events.server.ts'
import { breadcrumbs, organizationStructured } from '#app/features/events/domain/structured-data.server.ts'
import { initiativesOfNotes } from '#app/features/notes/domain/launch-notes.server.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { PublicEventPage } from '#app/public/public-event-page.tsx'
import { Refusal } from '#app/shared/errors.ts'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { cachedPage } from '#app/shared/pages/cached-page.server.ts'
import { pageTag } from '#app/shared/pages/page-changes.server.ts'
import { absolute, pageHead } from '#app/shared/pages/page-head.server.ts'
import { headTags } from '#app/shared/pages/page-head.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { formatDay, formatDays } from '#app/shared/time/format.ts'
import { heldTogether } from '#app/shared/time/line-breaks.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { pictureFile } from '#app/ui/picture.tsx'
import { findPublishedRecap, type PublishedRecap } from './domain/published-recap.server.ts'
import type { RecapContent } from './domain/recap-content.ts'
import { articleIn } from './domain/recap-language.ts'
import type { LedTo } from './led-to.tsx'
import { RecapRecord } from './recap-record.tsx'
import { RichText } from './rich-text-view.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale } = await visitorContext(request, params)
  const event = await getPublicEvent(params.event ?? '')
  const recap = await findPublishedRecap(event.id)
  const article = recap && articleIn(recap.content, locale)
  if (!recap || !article) throw new Refusal('recap-missing', 'missing')
  const path = publicPath.recap(locale, event.slug)
  const head = pageHead({
    locale,
    path,
    type: 'article',
    title: `${article.words.title} · Bàn Tròn`,
    description:
      article.words.lead || m['recap.description']({ event: textIn(event.title, locale) }, { locale }),
    image: { path: publicPath.recapImage(locale, event.slug), alt: article.words.title },
    structured: [
      structured(event, recap, article, locale),
      breadcrumbs([
        { name: m['public.nav.home']({}, { locale }), path: publicPath.home(locale) },
        { name: textIn(event.title, locale), path: publicPath.event(locale, event.slug) },
        { name: m['public.nav.recap']({}, { locale }), path },
      ]),
    ],
  })
  const { number, publishedAt, firstPublishedAt, content } = recap
  const led = await initiativesOfNotes(content.notes.map((one) => one.id))
  const ledTo = Object.fromEntries(led)
  return cachedPage(
    { event, content, article, ledTo, number, publishedAt, firstPublishedAt, path, head },
    { tags: [pageTag.event(event.id), pageTag.home] },
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head)

type Article = NonNullable<ReturnType<typeof articleIn>>

/** The article as search engines read it: schema.org `NewsArticle`, about the event. */
function structured(
  event: PublicEvent,
  { publishedAt, firstPublishedAt, content }: PublishedRecap,
  { words, lang }: Article,
  locale: Locale,
) {
  const pictures = content.pictures.map((one) =>
    absolute(pictureFile(one.id, one.widths.at(-1) ?? one.width)),
  )
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: words.title,
    ...(words.lead && { description: words.lead }),
    inLanguage: lang,
    datePublished: firstPublishedAt.toISOString(),
    dateModified: publishedAt.toISOString(),
    mainEntityOfPage: absolute(publicPath.recap(locale, event.slug)),
    image: [absolute(publicPath.recapImage(locale, event.slug)), ...pictures],
    author: event.hosts.map((host) => organizationStructured(host, locale)),
    about: {
      '@type': 'Event',
      name: textIn(event.title, locale),
      startDate: event.startsAt.toISOString(),
      url: absolute(publicPath.event(locale, event.slug)),
      ...(event.venue && { location: { '@type': 'Place', name: textIn(event.venue.name, locale) } }),
    },
  }
}

type Told = { content: RecapContent; article: Article; ledTo: LedTo }

export default function RecapPage() {
  const loaded = useLoaderData<typeof loader>()
  const { event, number, publishedAt, firstPublishedAt, path } = loaded
  // Remix cannot tell the type of a tree of any depth.
  const { content, article, ledTo } = useLoaderData() as Told
  const locale = getLocale()
  const { words, lang } = article
  const place = textIn(event.venue?.name, locale)
  const day = (instant: string | Date) => formatDay(new Date(instant), event.timeZone, locale)
  return (
    <PublicEventPage event={event} path={path} current="recap">
      <div className="stack airy">
        <article className="recap" lang={lang === locale ? undefined : lang}>
          <header className="recap-head">
            <h1>{heldTogether(words.title)}</h1>
            <p className="label" lang={locale}>
              <time dateTime={new Date(event.startsAt).toISOString()}>
                {heldTogether(
                  formatDays(new Date(event.startsAt), new Date(event.endsAt), event.timeZone, locale),
                )}
              </time>
              {place && ` · ${heldTogether(place)}`}
            </p>
            {words.lead && <p className="lede measure">{heldTogether(words.lead)}</p>}
            <p className="faint" lang={locale}>
              <time dateTime={new Date(firstPublishedAt).toISOString()}>
                {m['recap.page.published']({ date: day(firstPublishedAt) })}
              </time>
              {number > 1 && day(publishedAt) !== day(firstPublishedAt) && (
                <>
                  {' · '}
                  <time dateTime={new Date(publishedAt).toISOString()}>
                    {m['recap.page.updated']({ date: day(publishedAt) })}
                  </time>
                </>
              )}
            </p>
            {lang !== locale && (
              <p className="soft" lang={locale}>
                {m['recap.page.other-language']()}
              </p>
            )}
          </header>
          <div className="prose recap-text">
            <RichText content={content} doc={words.doc} locale={lang} ledTo={ledTo} />
          </div>
        </article>
        <RecapRecord event={event} content={content} article={words.doc} ledTo={ledTo} />
      </div>
    </PublicEventPage>
  )
}
