import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { saveMerged } from '#app/shared/forms/merged-form.server.ts'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { listCues, saveCue } from '../domain/cues.server.ts'
import { getModeratorView } from '../domain/moderator-view.server.ts'
import { cueOfSchema, cueSchema } from '../moderator.schema.ts'
import { CueForm } from './cue-form.tsx'
import { cueFormValues } from './cue-form-values.ts'

export const meta: MetaFunction<typeof loader> = ({ matches }) => eventTitle(m['live.cue.title'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'live.run')
  const view = await getModeratorView(event.id, params.session ?? '', ctx.now)
  const saved = new URL(request.url).searchParams.get('saved')
  return data({ session: view.session, cue: view.cue, people: view.people, saved })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'live.run')
  const sessionId = params.session ?? ''
  const about = await readForm(request.clone(), cueOfSchema)
  if (!about.ok) return refuse(about)
  const personId = about.data.person || null
  const known = await listCues(sessionId)
  return saveMerged(request, {
    schema: cueSchema,
    valuesOf: cueFormValues,
    stored: known.find((one) => one.personId === personId) ?? null,
    save: async ({ data: words }, stored) => {
      const revision = stored?.revision ?? 0
      const isChanged = await saveCue(ctx, { eventId: event.id, sessionId, personId, revision, words })
      const [page, at] = [`/organize/events/${event.slug}/live/${sessionId}/cues`, personId ?? 'session']
      return isChanged ? redirect(`${page}?saved=${at}#cue-${at}`, 303) : nothingChanged(`${page}#cue-${at}`)
    },
  })
}

export default function Cues() {
  const frame = useEventFrame()
  const { session, cue, people, saved } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const home = `/organize/events/${frame.slug}/live`
  const own = (person: string) => (refused?.values.person === person ? refused : undefined)
  return (
    <DeskPage title={m['live.cue.title']()}>
      <a className="breadcrumb" href={`${home}/${session.id}`}>
        <Translated value={session.title} />
      </a>
      <div className="stack loose">
        {saved && !refused && <Notice tone="success" live title={m['live.cue.saved']()} />}
        <p className="measure">{m['live.cue.lead']()}</p>
        <CueForm id="session" person="" title={m['live.cue.session']()} cue={cue} refused={own('')} />
        {people.map((one) => (
          <CueForm
            key={one.id}
            id={one.id}
            person={one.id}
            title={one.name}
            cue={one.cue}
            refused={own(one.id)}
          />
        ))}
      </div>
    </DeskPage>
  )
}
