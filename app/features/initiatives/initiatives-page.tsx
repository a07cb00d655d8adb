import type { LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { breadcrumbs } from '#app/features/events/domain/structured-data.server.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { publicFooter } from '#app/public/public-event-page.tsx'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { read } from '#app/shared/i18n/translated-text.ts'
import { cachedPage } from '#app/shared/pages/cached-page.server.ts'
import { pageTag } from '#app/shared/pages/page-changes.server.ts'
import { pageHead } from '#app/shared/pages/page-head.server.ts'
import { headTags } from '#app/shared/pages/page-head.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { formatDay } from '#app/shared/time/format.ts'
import { Picture } from '#app/ui/picture.tsx'
import { PublicPage } from '#app/ui/shell/page-shell.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { listInitiatives, type PublicInitiative } from './domain/initiatives.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale } = await visitorContext(request, params)
  const initiatives = await listInitiatives()
  const path = publicPath.initiatives(locale)
  const title = m['public.home.initiatives']({}, { locale })
  const head = pageHead({
    locale,
    path,
    title: `${title} · Bàn Tròn`,
    description: m['initiatives.list.description']({}, { locale }),
    structured: [
      breadcrumbs([
        { name: m['public.nav.home']({}, { locale }), path: publicPath.home(locale) },
        { name: title, path },
      ]),
    ],
  })
  const born = initiatives.flatMap(({ bornAt }) => (bornAt ? [pageTag.event(bornAt.id)] : []))
  const tags = [pageTag.home, ...initiatives.map(({ id }) => pageTag.initiative(id)), ...born]
  return cachedPage({ initiatives, head }, { tags })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head)

/** Every initiative, with its picture, what it is for, where it began and who carries it. */
export default function InitiativesPage() {
  const { initiatives } = useLoaderData<typeof loader>()
  const locale = getLocale()
  return (
    <PublicPage
      languages={{ vi: publicPath.initiatives('vi'), en: publicPath.initiatives('en') }}
      nav={[{ href: publicPath.home(locale), label: m['public.nav.home']() }]}
      footer={publicFooter()}
    >
      <div className="stack airy">
        <header className="home-head">
          <h1>{m['public.home.initiatives']()}</h1>
          <p className="lede">{m['initiatives.list.description']()}</p>
        </header>
        {initiatives.length === 0 ? (
          <p className="soft">{m['initiatives.list.none']()}</p>
        ) : (
          <ul className="initiative-cards">
            {initiatives.map((initiative) => (
              <Card key={initiative.id} {...initiative} />
            ))}
          </ul>
        )}
      </div>
    </PublicPage>
  )
}

function Card({ slug, name, summary, cover, bornAt, bodies }: PublicInitiative) {
  const locale = getLocale()
  const alt = read(cover?.alt, locale)
  return (
    <li className="initiative-card">
      {cover && (
        <Picture
          picture={cover}
          alt={alt.text}
          lang={alt.lang === locale ? undefined : alt.lang}
          sizes="(min-width: 44rem) 18rem, 100vw"
        />
      )}
      <div className="stack tight">
        <h2 className="title-m">
          <a href={publicPath.initiative(locale, slug)}>
            <Translated value={name} />
          </a>
        </h2>
        <Translated value={summary} as="p" />
        {bornAt && (
          <p className="small soft">
            {m['initiatives.list.born']({ day: formatDay(bornAt.startsAt, bornAt.timeZone, locale) })}{' '}
            <Translated value={bornAt.title} />
          </p>
        )}
        <p className="small soft">
          {bodies.map((body, at) => (
            <span key={body.id}>
              {at > 0 && ' · '}
              <Translated value={body.name} />
            </span>
          ))}
        </p>
      </div>
    </li>
  )
}
