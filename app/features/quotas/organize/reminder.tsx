import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { ActPreviewPanel } from '#app/organize/act-preview-panel.tsx'
import { readAnswered } from '#app/organize/answered-form.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { previewIn, previewStatus } from '#app/organize/preview-answer.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { refuse } from '#app/shared/forms/read-form.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { Button } from '#app/ui/button.tsx'
import { requireOwnQuota } from '../domain/quota-right.server.ts'
import { remindSilent } from '../domain/remind-silent.server.ts'
import { BackToQuotas } from './quota-parts.tsx'

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['quotas.remind.title'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'registrations.manage')
  const { invited } = await requireOwnQuota(ctx, event.id, params.quota ?? '')
  return data({ invited })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'registrations.manage')
  const quota = await requireOwnQuota(ctx, event.id, params.quota ?? '')
  const { answered, errors, values } = await readAnswered(request)
  const performed = await performAct(ctx, {
    act: { eventId: event.id, verb: 'quota.reminded', subjectName: textIn(quota.organization, ctx.locale) },
    answered,
    work: () => remindSilent(ctx, { eventId: event.id, quotaId: quota.id }),
  })
  if (!performed.done) {
    const shown = { ok: false as const, errors, values }
    return refuse(shown, { preview: performed.preview }, previewStatus(errors))
  }
  const page = `/organize/events/${event.slug}/quotas/${quota.id}`
  return performed.actId ? redirect(page, 303) : nothingChanged(page)
}

/** Asks once more whoever has not answered: who that is, is looked at before. */
export default function Reminder() {
  const frame = useEventFrame()
  const { invited } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const preview = previewIn(refused)
  return (
    <DeskPage title={m['quotas.remind.title']()}>
      <BackToQuotas slug={frame.slug} />
      <p className="soft measure">{m['quotas.remind.lead']({ count: invited })}</p>
      <form method="post" className="form">
        {preview && refused ? (
          <ActPreviewPanel preview={preview} refused={refused} />
        ) : (
          <p>
            <Button>{m['quotas.remind.action']()}</Button>
          </p>
        )}
      </form>
    </DeskPage>
  )
}
