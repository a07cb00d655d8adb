import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { eventFrame } from '#app/organize/event-frame.server.ts'
import { EventFrame, eventTitle } from '#app/organize/event-frame.tsx'
import { m } from '#app/paraglide/messages.js'
import { organizerContext } from '#app/shared/auth/organizer-context.server.ts'
import { isLocale, locales, recapTexts } from '#app/shared/vocabulary.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { TabsNav } from '#app/ui/shell/tabs-nav.tsx'
import type { RecapContent } from '#db/schema/recap-content.ts'
import { freezeRecap } from '../domain/freeze-recap.server.ts'
import { RichText } from '../rich-text-view.tsx'
import { textNames } from './recap-labels.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  eventTitle(m['recap.desk.preview'](), data?.frame)

/** The recap as readers would see it if it were published now. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await organizerContext(request)
  const { event, frame } = await eventFrame(ctx, params.event ?? '', 'recap.edit')
  const asked = new URL(request.url).searchParams.get('lang')
  const { content } = await freezeRecap(event.id)
  return data({ frame, content, locale: isLocale(asked) ? asked : ctx.locale })
}

export default function RecapPreview() {
  const loaded = useLoaderData<typeof loader>()
  const { frame, locale } = loaded
  // Remix cannot tell the type of a tree of any depth.
  const { content } = useLoaderData() as { content: RecapContent }
  const home = `/organize/events/${frame.slug}/recap`
  const shown = recapTexts.flatMap((kind) => {
    const words = content.texts[kind][locale]
    return words ? [{ kind, words }] : []
  })
  return (
    <EventFrame event={frame} current="recap" title={m['recap.desk.preview']()}>
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
    </EventFrame>
  )
}
