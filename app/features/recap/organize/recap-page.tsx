import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { extendFormMessages } from '#app/shared/forms/form-messages.ts'
import { isLocale, type RecapText, recapTexts } from '#app/shared/vocabulary.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { type RecapDesk as Desk, getRecapDesk } from '../domain/recap-desk.server.ts'
import { linesOf } from '../domain/text-lines.ts'
import { MaterialList } from './material-list.tsx'
import { RecapExtras } from './recap-extras.tsx'
import { RecapPublication } from './recap-publication.tsx'
import { takeRecapStep } from './recap-step.server.ts'
import { RecapTextTabs } from './recap-text-tabs.tsx'
import { StaleList } from './stale-list.tsx'
import { TextForm } from './text-form.tsx'

export { keptAction as clientAction, keptLoader as clientLoader } from '#app/shared/pages/kept-page.ts'

export const handle = { hydrate: true }
extendFormMessages({ 'recap.desk.url-wrong': m['recap.desk.url-wrong'] })

export const meta: MetaFunction<typeof loader> = ({ matches }) => eventTitle(m['recap.title'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'recap.edit')
  const query = new URL(request.url).searchParams
  const kind: RecapText = recapTexts.find((one) => one === query.get('text')) ?? 'article'
  const asked = query.get('in')
  const locale = isLocale(asked) ? asked : ctx.locale
  const { content, ...desk } = await getRecapDesk(event.id)
  const text = desk.texts.find((one) => one.kind === kind && one.locale === locale) ?? null
  return data({
    desk,
    kind,
    locale,
    text,
    zone: event.timeZone,
    mayPublish: event.may('recap.publish'),
    lines: text ? linesOf(text.doc) : '',
    shown: Object.keys(content.texts.article).length > 0,
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'recap.edit')
  return takeRecapStep(ctx, event, request)
}

export default function RecapDesk() {
  const loaded = useLoaderData<typeof loader>()
  const frame = useEventFrame()
  const { kind, locale, lines, mayPublish, zone } = loaded
  // Remix cannot tell the type of a tree of any depth.
  const { desk, text } = useLoaderData() as {
    desk: Omit<Desk, 'content'>
    text: Desk['texts'][number] | null
  }
  const answer = useActionData<typeof action>()
  const home = `/organize/events/${frame.slug}/recap`
  const here = `?text=${kind}&in=${locale}`
  const stale = desk.faults.filter((one) => one.text === kind && one.locale === locale)
  return (
    <DeskPage
      title={m['recap.title']()}
      actions={
        <>
          <ButtonLink variant="plain" href={`${home}/pictures`}>
            {m['recap.pictures.title']()}
          </ButtonLink>
          <ButtonLink variant="quiet" href={`${home}/preview?lang=${locale}`}>
            {m['recap.desk.preview']()}
          </ButtonLink>
        </>
      }
    >
      <div className="stack loose">
        <RecapPublication desk={desk} event={frame.slug} zone={zone} here={here} mayPublish={mayPublish} />
        <RecapTextTabs home={home} kind={kind} locale={locale} texts={desk.texts} />
        {stale.length > 0 && (
          <StaleList passages={stale} notes={desk.notes} kind={kind} locale={locale} here={here} />
        )}
        <TextForm
          key={`${kind} ${locale}`}
          home={home}
          kind={kind}
          locale={locale}
          here={here}
          text={text}
          lines={lines}
          refused={answer}
          notes={desk.notes.filter((one) => desk.material.includes(one.id))}
          pictures={desk.pictures}
        />
        <MaterialList desk={desk} here={here} locale={locale} />
        <RecapExtras desk={desk} here={here} refused={answer} mayPublish={mayPublish} />
      </div>
    </DeskPage>
  )
}
