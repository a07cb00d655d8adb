import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { ActPreviewPanel } from '#app/organize/act-preview-panel.tsx'
import { readAnswered } from '#app/organize/answered-form.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { previewIn, previewStatus } from '#app/organize/preview-answer.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { Refusal } from '#app/shared/errors.ts'
import { refuse } from '#app/shared/forms/read-form.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { getOrganization, isAdminOf } from '../domain/organizations.server.ts'
import { withdrawHost } from '../domain/withdraw-host.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['organize.hosts.title'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx } = await organizedEvent(request, params, 'hosts.edit')
  const organization = await getOrganization(params.organization ?? '')
  // The page of a body that is not theirs to withdraw has nothing to ask.
  if (!(await isAdminOf(ctx, organization.id))) throw new Refusal('host-equal', 'rights')
  return data({ name: textIn(organization.name, ctx.locale) })
}

/** A body leaves: its admins are mailed, shown before when they are several. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'hosts.edit')
  const organization = await getOrganization(params.organization ?? '')
  const { answered, errors, values } = await readAnswered(request)
  const subjectName = textIn(organization.name, ctx.locale)
  const performed = await performAct(ctx, {
    act: { eventId: event.id, verb: 'host.withdrawn', subjectName },
    answered,
    work: () => withdrawHost(ctx, { eventId: event.id, organizationId: organization.id }),
  })
  if (!performed.done) {
    return refuse({ ok: false, errors, values }, { preview: performed.preview }, previewStatus(errors))
  }
  if (!performed.actId) return nothingChanged(`/organize/events/${event.slug}/hosts`)
  // Somebody of no other host sees the event no more; what they did can be taken back from here.
  return redirect(`/organize/acts/${performed.actId}`, 303)
}

export default function HostWithdrawal() {
  const frame = useEventFrame()
  const { name } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const preview = previewIn(refused)
  const withdraw = m['organize.hosts.withdraw-name']({ name })
  return (
    <DeskPage title={withdraw}>
      <Form method="post" className="form">
        <p className="measure">{m['organize.hosts.withdraw-lead']()}</p>
        {preview && refused ? (
          <ActPreviewPanel preview={preview} refused={refused} action={withdraw} />
        ) : (
          <p>
            <Button variant="danger">{withdraw}</Button>
          </p>
        )}
        <p>
          <ButtonLink variant="quiet" href={`/organize/events/${frame.slug}/hosts`}>
            {m['acts.page.back']()}
          </ButtonLink>
        </p>
      </Form>
    </DeskPage>
  )
}
