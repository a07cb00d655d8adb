import type { LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { publicFooter } from '#app/public/public-event-page.tsx'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { cachedPage } from '#app/shared/pages/cached-page.server.ts'
import { headTags } from '#app/shared/pages/page-head.ts'
import { inLanguage, publicPath } from '#app/shared/pages/public-paths.ts'
import { PublicPage } from '#app/ui/shell/page-shell.tsx'
import { getInitiative } from './domain/initiatives.server.ts'
import { initiativeHead } from './initiative-head.server.ts'
import { InitiativeStory } from './initiative-story.tsx'
import { initiativeView, viewTags } from './initiative-view.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale } = await visitorContext(request, params)
  const view = await initiativeView(await getInitiative(params.initiative ?? ''), locale)
  const path = publicPath.initiative(locale, view.initiative.slug)
  return cachedPage(
    { view, path, head: initiativeHead(view, path, locale) },
    {
      tags: viewTags(view),
      changesAt: view.cities?.changesAt ?? [],
    },
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head)

export default function InitiativePage() {
  const { view, path } = useLoaderData<typeof loader>()
  const locale = getLocale()
  return (
    <PublicPage
      languages={{ vi: inLanguage(path, 'vi'), en: inLanguage(path, 'en') }}
      accent={view.initiative.bornAt?.accent}
      nav={[{ href: publicPath.initiatives(locale), label: m['public.home.initiatives']() }]}
      footer={publicFooter()}
    >
      <InitiativeStory {...view} />
    </PublicPage>
  )
}
