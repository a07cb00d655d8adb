import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { isLocale, locales, recapTexts } from '#app/shared/vocabulary.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { TabsNav } from '#app/ui/shell/tabs-nav.tsx'
import { freezeRecap } from '../domain/freeze-recap.server.ts'
import type { RecapContent } from '../domain/recap-content.ts'
import { RichText } from '../rich-text-view.tsx'
import { textNames } from './recap-labels.ts'

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['recap.desk.preview'](), matches)

/** The recap as readers would see it if it were published now. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'recap.edit')
  const asked = new URL(request.url).searchParams.get('lang')
  const { content } = await freezeRecap(event.id)
  return data({ content, locale: isLocale(asked) ? asked : ctx.locale })
}

export default function RecapPreview() {
  const loaded = useLoaderData<typeof loader>()
  const frame = useEventFrame()
  const { locale } = loaded
  // Remix cannot tell the type of a tree of any depth.
  const { content } = useLoaderData() as { content: RecapContent }
  const home = `/organize/events/${frame.slug}/recap`
  const shown = recapTexts.flatMap((kind) => {
    const words = content.texts[kind][locale]
    return words ? [{ kind, words }] : []
  })
  return (
    <DeskPage title={m['recap.desk.preview']()}>
      <a className="breadcrumb" href={home}>
        {m['recap.title']()}
      </a>
      <TabsNav
        label={m['recap.desk.texts']()}
        items={locales.map((lang) => ({
          href: `${home}/preview?lang=${lang}`,
          label: lang === 'vi' ? 'Tiếng Việt' : 'English',
          current: lang === locale,
        }))}
      />
      {shown.length === 0 && <EmptyState title={m['recap.desk.nothing']()} />}
      {shown.map(({ kind, words }) => (
        <article key={kind} className="recap stack" lang={locale}>
          <p className="label">{textNames[kind]()}</p>
          <h2 className="title-l">{words.title}</h2>
          {words.lead && <p className="lede measure">{words.lead}</p>}
          <div className="prose recap-text">
            <RichText content={content} doc={words.doc} locale={locale} />
          </div>
        </article>
      ))}
    </DeskPage>
  )
}
