import type { LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { breadcrumbs } from '#app/features/events/domain/structured-data.server.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { HostList } from '#app/public/host-list.tsx'
import { publicFooter } from '#app/public/public-event-page.tsx'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { cachedPage } from '#app/shared/pages/cached-page.server.ts'
import { pageTag } from '#app/shared/pages/page-changes.server.ts'
import { pageHead } from '#app/shared/pages/page-head.server.ts'
import { headTags } from '#app/shared/pages/page-head.ts'
import { inLanguage, publicPath } from '#app/shared/pages/public-paths.ts'
import { formatDay } from '#app/shared/time/format.ts'
import { PublicPage } from '#app/ui/shell/page-shell.tsx'
import { Translated, TranslatedProse } from '#app/ui/texts/translated.tsx'
import { getInitiative } from './domain/initiatives.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale } = await visitorContext(request, params)
  const initiative = await getInitiative(params.initiative ?? '')
  const path = publicPath.initiative(locale, initiative.slug)
  const name = textIn(initiative.name, locale)
  const { bornAt } = initiative
  const head = pageHead({
    locale,
    path,
    title: `${name} · Bàn Tròn`,
    description: textIn(initiative.summary, locale) || name,
    type: 'article',
    ...(bornAt && {
      image: { path: publicPath.socialImage(locale, bornAt.slug), alt: textIn(bornAt.title, locale) },
    }),
    structured: [
      breadcrumbs([
        { name: m['public.nav.home']({}, { locale }), path: publicPath.home(locale) },
        { name, path },
      ]),
    ],
  })
  const tags = [pageTag.initiative(initiative.id), ...(bornAt ? [pageTag.event(bornAt.id)] : [pageTag.home])]
  return cachedPage({ initiative, path, head }, { tags })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head)

export default function InitiativePage() {
  const { initiative, path } = useLoaderData<typeof loader>()
  const locale = getLocale()
  const { bornAt } = initiative
  return (
    <PublicPage
      languages={{ vi: inLanguage(path, 'vi'), en: inLanguage(path, 'en') }}
      accent={bornAt?.accent}
      nav={[{ href: publicPath.home(locale), label: m['public.nav.home']() }]}
      footer={publicFooter()}
    >
      <article className="stack airy">
        <header className="stack snug measure">
          <p className="label">{m['public.initiative.label']()}</p>
          <Translated value={initiative.name} as="h1" />
          <Translated value={initiative.summary} as="p" className="lede" />
        </header>
        <section className="chapter" aria-labelledby="about">
          <h2 id="about">{m['public.initiative.about']()}</h2>
          <TranslatedProse value={initiative.description} />
        </section>
        {initiative.bodies.length > 0 && (
          <section className="chapter" aria-labelledby="bodies">
            <h2 id="bodies">{m['public.initiative.bodies']()}</h2>
            <HostList hosts={initiative.bodies} />
          </section>
        )}
        {bornAt && (
          <section className="chapter" aria-labelledby="born">
            <h2 id="born">{m['public.initiative.born']()}</h2>
            <div className="stack tight">
              <p className="title-s">
                <a href={publicPath.event(locale, bornAt.slug)}>
                  <Translated value={bornAt.title} />
                </a>
              </p>
              <p className="soft">{formatDay(bornAt.startsAt, bornAt.timeZone, locale)}</p>
            </div>
          </section>
        )}
      </article>
    </PublicPage>
  )
}
