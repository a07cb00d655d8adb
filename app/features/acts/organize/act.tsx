import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { actSentence } from '#app/organize/act-labels.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { waitSentence } from '#app/organize/open-acts.tsx'
import { deskContext } from '#app/organize/organized-event.server.ts'
import { m } from '#app/paraglide/messages.js'
import { Refusal } from '#app/shared/errors.ts'
import { refusalSentence } from '#app/shared/http/refusals.server.ts'
import { rolesAtEvent, rolesAtInitiative } from '#app/shared/permissions/permissions.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { getAct } from '../domain/acts.server.ts'
import { undoAct } from '../domain/undo-act.server.ts'

export const meta: MetaFunction<typeof loader> = () => [{ title: m['acts.page.title']() }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await deskContext(request)
  const { act, eventSlug, timeZone, organizationSlug, initiativeSlug } = await getAct(ctx, params.act ?? '')
  // Whoever took their own body off an event may see it no more.
  const seesEvent = act.eventId !== null && (await rolesAtEvent(ctx, act.eventId)).length > 0
  const event = seesEvent ? `/organize/events/${eventSlug}` : null
  const seesInitiative =
    act.initiativeId !== null && (await rolesAtInitiative(ctx, act.initiativeId)).length > 0
  const initiative = seesInitiative ? `/organize/initiatives/${initiativeSlug}` : null
  const isOpen = act.undoneAt === null && act.finishedAt === null && act.heldUntil > ctx.now
  return data({
    act: {
      verb: act.verb,
      subjectName: act.subjectName,
      actorName: act.actorName,
      mails: act.mails,
      heldBack: act.heldBack.map(({ name, reason }) => ({ name, reason })),
      heldUntil: act.heldUntil,
    },
    state: act.undoneAt ? ('undone' as const) : isOpen ? ('open' as const) : ('over' as const),
    timeZone,
    back:
      event ??
      initiative ??
      (organizationSlug ? `/organize/organizations/${organizationSlug}/members` : '/organize'),
    outbox: event && act.mails > 0 ? `${event}/outbox` : null,
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await deskContext(request)
  const { act } = await getAct(ctx, params.act ?? '')
  try {
    await undoAct(ctx, act.id)
    return redirect(`/organize/acts/${act.id}`, 303)
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind !== 'state') throw error
    return data({ sentence: refusalSentence(error.code, error.kind, error.details) }, { status: 409 })
  }
}

export default function ActPage() {
  const { act, state, timeZone, back, outbox } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <DeskPage title={m['acts.page.title']()}>
      {refused && <Notice tone="problem" live title={refused.sentence} />}
      {state === 'undone' && (
        <Notice tone="success" live title={m['acts.page.undone']()}>
          <p>{m['acts.page.undone-how']()}</p>
        </Notice>
      )}
      <p className="lede">{actSentence(act)}</p>
      <p className="soft">{m['acts.page.by']({ name: act.actorName })}</p>
      {act.heldBack.length > 0 && (
        <section className="stack tight" aria-labelledby="held-back">
          <h2 className="title-m" id="held-back">
            {m['publishing.versions.held-back']({ count: act.heldBack.length })}
          </h2>
          <ul>
            {act.heldBack.map(({ name, reason }) => (
              <li key={name}>
                {name}: {reason}
              </li>
            ))}
          </ul>
        </section>
      )}
      {state === 'open' && (
        <form method="post" className="stack tight">
          <p>{waitSentence(act, timeZone)}</p>
          <p>
            <Button>{m['acts.undo']()}</Button>
          </p>
        </form>
      )}
      {state === 'over' && <p>{m['acts.page.over']()}</p>}
      <p className="cluster">
        <a href={back}>{m['acts.page.back']()}</a>
        {outbox && <a href={outbox}>{m['publishing.preview.outbox']()}</a>}
      </p>
    </DeskPage>
  )
}
