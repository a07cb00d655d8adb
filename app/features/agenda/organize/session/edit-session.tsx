import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { AgendaTabs } from '#app/organize/tabs/agenda-tabs.tsx'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { FormVersions } from '#app/organize/versions-panel.tsx'
import { m } from '#app/paraglide/messages.js'
import { atChange } from '#app/shared/forms/at-change.ts'
import { flatten, marksOf } from '#app/shared/forms/merge.ts'
import { postedFields } from '#app/shared/forms/read-form.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { ClashList } from '../list/clash-list.tsx'
import { FittedTurns } from '../list/fitted-turns.tsx'
import { saveSession } from './save-session.server.ts'
import { SessionFields } from './session-fields.tsx'
import { sessionFormValues } from './session-form-values.server.ts'
import {
  changedTurns,
  clashesOfSession,
  getDraftSession,
  sessionChoices,
  staleFields,
  turnTexts,
} from './session-page.server.ts'
import { sessionParts } from './session-parts.ts'

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['agenda.session.page-title'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'agenda.edit')
  const { session, sessions } = await getDraftSession(event.id, params.session ?? '')
  const choices = await sessionChoices(ctx, event)
  const names = new Map(choices.people.map((person) => [person.id, person.name]))
  const saved = new URL(request.url).searchParams.get('saved')
  return data({
    choices,
    id: session.id,
    title: session.title,
    dropped: session.dropped,
    saved,
    fitted: saved ? await changedTurns(event.id, session.id, Number(saved)) : null,
    base: JSON.stringify(marksOf(sessionParts(session))),
    values: sessionFormValues(session, event.timeZone),
    stale: staleFields(session),
    turns: turnTexts(session, event.timeZone, ctx.locale),
    clashes: await clashesOfSession(event.id, session, sessions, names),
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'agenda.edit')
  const { session } = await getDraftSession(event.id, params.session ?? '')
  const page = `/organize/events/${event.slug}/agenda/sessions/${session.id}`
  const sent = await postedFields(request.clone())
  const outcome = await saveSession(ctx, event, session, request)
  if (outcome.kind === 'refused') return outcome.answer
  if (outcome.kind === 'unchanged') return nothingChanged(page)
  // The rows of people have no field of their own name.
  const { person, role, turn, place, film, ...own } = sessionFormValues(session, event.timeZone)
  const saved = redirect(`${page}?saved=${outcome.fitted ?? 'yes'}`, 303)
  return atChange(saved, request, sent, flatten(own))
}

export default function Session() {
  const page = useLoaderData<typeof loader>()
  const frame = useEventFrame()
  const { choices, id, title, dropped, base, values, stale, turns, clashes, saved, fitted } = page
  const refused = useActionData<typeof action>()
  const home = `/organize/events/${frame.slug}`
  return (
    <DeskPage
      title={<Translated value={title} />}
      actions={
        <form method="post" action={`${home}/agenda/sessions/${id}/dropping`}>
          <input type="hidden" name="dropped" value={dropped ? 'no' : 'yes'} />
          <Button variant={dropped ? 'quiet' : 'danger'}>
            {dropped ? m['agenda.session.take-back']() : m['agenda.session.drop']()}
          </Button>
        </form>
      }
    >
      <AgendaTabs event={frame.slug} current="sessions" />
      {saved && !refused && (
        <Notice tone="success" live title={m['agenda.session.saved']()}>
          {fitted && (
            <FittedTurns fitted={fitted} people={choices.people} page={`${home}/agenda/sessions/${id}`} />
          )}
        </Notice>
      )}
      {dropped && <Notice tone="warning" title={m['agenda.session.is-dropped']()} />}
      {clashes.length > 0 && (
        <section className="stack snug" aria-labelledby="clashes">
          <h2 className="title-s" id="clashes">
            {m['agenda.clash.title']()}
          </h2>
          <ClashList clashes={clashes} home={home} here={id} />
        </section>
      )}
      <Form method="post" noValidate className="form">
        <FormVersions refused={refused} base={base} />
        <SessionFields
          refused={refused}
          initial={values}
          stale={stale}
          turns={refused ? [] : turns}
          {...choices}
        />
        <p className="action-bar">
          <Button>{m['organize.form.save']()}</Button>
        </p>
      </Form>
    </DeskPage>
  )
}
