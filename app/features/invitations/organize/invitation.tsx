import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { Refusal } from '#app/shared/errors.ts'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { ownValue } from '#app/shared/own-value.ts'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { getInvitation } from '../domain/invitation-table.server.ts'
import { recordAnswer } from '../domain/record-answer.server.ts'
import { AnswerForm } from './answer-form.tsx'
import { AnswerHistory, InvitationFacts } from './invitation-facts.tsx'
import { answerSchema } from './invitations.schema.ts'

export { keptAction as clientAction, keptLoader as clientLoader } from '#app/shared/pages/kept-page.ts'

export const handle = { hydrate: true }

const doneTexts: Record<string, () => string> = {
  asked: () => m['invitations.done.asked'](),
  resent: () => m['invitations.done.resent'](),
  answered: () => m['invitations.done.answered'](),
  link: () => m['invitations.done.link'](),
  renewed: () => m['invitations.done.renewed'](),
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  eventTitle(data?.row.name ?? '', matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'agenda.edit')
  const { row, answers } = await getInvitation(event.id, params.invitation ?? '')
  const isOpen = event.cancelledAt === null && row.endsAt > ctx.now
  return data({
    row,
    answers,
    timeZone: event.timeZone,
    done: new URL(request.url).searchParams.get('done'),
    isOpen,
  })
}

/** An answer that an organizer heard by telephone or in a corridor. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'agenda.edit')
  const form = await readForm(request, answerSchema)
  if (!form.ok) return refuse(form)
  const { row } = await getInvitation(event.id, params.invitation ?? '')
  const invitationId = row.invitationId ?? ''
  const outcome = await recordAnswer(ctx, { invitationId, ...form.data, way: 'organizer' })
  if (outcome === 'cancelled') throw new Refusal('invitation-withdrawn', 'state')
  return redirect(`/organize/events/${event.slug}/agenda/invitations/${invitationId}?done=answered`, 303)
}

export default function InvitationPage() {
  const frame = useEventFrame()
  const { row, answers, timeZone, done, isOpen } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const list = `/organize/events/${frame.slug}/agenda/invitations`
  const address = `${list}/${row.invitationId}`
  const said = ownValue(doneTexts, done)?.()
  const stands = row.state !== 'cancelled'
  return (
    <DeskPage title={m['invitations.one.title']({ name: row.name, session: textIn(row.title, getLocale()) })}>
      {said && (
        <Notice tone="success" live>
          {said}
        </Notice>
      )}
      <InvitationFacts row={row} event={frame.slug} timeZone={timeZone} />
      {isOpen && (
        <div className="cluster">
          {row.state === 'declined' && (
            <Step action={`${address}/renewal`}>{m['invitations.one.again']()}</Step>
          )}
          {row.email && (
            <Step action={`${address}/resend`} quiet>
              {stands ? m['invitations.one.resend']() : m['invitations.one.resend-cancelled']()}
            </Step>
          )}
          {row.email && (
            <form method="post" action={`${list}/links`}>
              <input type="hidden" name="personId" value={row.personId} />
              <input type="hidden" name="invitationId" value={row.invitationId ?? ''} />
              <span className="cluster">
                <Button variant="quiet">{m['invitations.one.link']()}</Button>
                <Button variant="quiet" formAction={`${list}/links/renewal`}>
                  {m['invitations.one.renew-link']()}
                </Button>
              </span>
            </form>
          )}
        </div>
      )}
      {stands && <AnswerForm address={address} refused={refused} />}
      <AnswerHistory answers={answers} timeZone={timeZone} />
      <p>
        <a href={list}>{m['invitations.one.back']()}</a>
      </p>
    </DeskPage>
  )
}

function Step({ action, quiet, children }: { action: string; quiet?: boolean; children: string }) {
  return (
    <form method="post" action={action}>
      <Button {...(quiet && { variant: 'quiet' })}>{children}</Button>
    </form>
  )
}
