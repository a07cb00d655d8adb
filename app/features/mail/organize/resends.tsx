import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData } from '@remix-run/react'
import * as z from 'zod/mini'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { ActPreviewPanel } from '#app/organize/act-preview-panel.tsx'
import { readAnswered } from '#app/organize/answered-form.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { previewIn, previewStatus } from '#app/organize/preview-answer.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { rowId } from '#app/shared/forms/fields.ts'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { countResends, resendMails } from '../domain/resend-mail.server.ts'

const resendsSchema = z.object({ mails: z.array(rowId()).check(z.minLength(1), z.maxLength(200)) })

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['mail.outbox.resend-chosen'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  await organizedEvent(request, params, 'outbox.send')
  return null
}

/** Sends the chosen mails again; to more than one address, they are shown before. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'outbox.send')
  const outbox = `/organize/events/${event.slug}/outbox`
  const { answered, errors, values } = await readAnswered(request)
  const form = await readForm(request, resendsSchema)
  if (!form.ok) return redirect(`${outbox}?done=none-chosen`, 303)
  const mailIds = form.data.mails
  const performed = await performAct(ctx, {
    act: { eventId: event.id, verb: 'mail.resent' },
    answered,
    work: () => resendMails(ctx, { eventId: event.id, mailIds }),
    admit: () => countResends(mailIds),
  })
  if (!performed.done) {
    const shown = { preview: performed.preview, mails: mailIds }
    return refuse({ ok: false, errors, values }, shown, previewStatus(errors))
  }
  const { queued, left } = performed.result
  const query = new URLSearchParams({ done: queued > 0 ? 'queued-many' : 'outdated', left: String(left) })
  return redirect(`${outbox}?${query}`, 303)
}

/** Where sending again stops when it would mail more than one person. */
export default function Resends() {
  const frame = useEventFrame()
  const refused = useActionData<typeof action>()
  const preview = previewIn(refused)
  const mails = (refused as { mails?: string[] } | undefined)?.mails ?? []
  return (
    <DeskPage title={m['mail.outbox.resend-chosen']()}>
      {preview && refused && (
        <Form method="post" className="form">
          {mails.map((id) => (
            <input key={id} type="hidden" name="mails" value={id} />
          ))}
          <ActPreviewPanel preview={preview} refused={refused} />
        </Form>
      )}
      <p>
        <ButtonLink variant="quiet" href={`/organize/events/${frame.slug}/outbox`}>
          {m['mail.outbox.back']()}
        </ButtonLink>
      </p>
    </DeskPage>
  )
}
