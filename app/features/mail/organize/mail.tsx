import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { failureSentence, kindNames } from '#app/organize/mail-labels.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { replyAddresses } from '../domain/compose-mail.server.ts'
import { getMail } from '../domain/outbox-list.server.ts'
import { previewMail } from '../domain/preview-mail.server.ts'
import { sender } from '../domain/sending/sender.server.ts'
import { MailText } from '../mail-text.tsx'
import { MailFacts } from '../shown-facts.tsx'

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  eventTitle(data ? kindNames[data.mail.kind]() : '', matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { event } = await organizedEvent(request, params, 'outbox.read')
  const stored = await getMail(event.id, params.mail ?? '')
  const { text, failure } = await previewMail(stored)
  const { secret: _, facts: __, text: ___, html: ____, calendar: _____, ...mail } = stored
  const { name, address } = sender()
  return data({
    mail,
    text,
    failure,
    from: name ? `${name} <${address}>` : address,
    replyTo: replyAddresses(stored, event).join(', ') || null,
    timeZone: event.timeZone,
    maySend: event.may('outbox.send') && mail.state !== 'sending',
  })
}

export default function MailPage() {
  const frame = useEventFrame()
  const { mail, text, failure, maySend, ...envelope } = useLoaderData<typeof loader>()
  const address = `/organize/events/${frame.slug}/outbox/${mail.id}`
  return (
    <DeskPage
      title={text?.subject ?? kindNames[mail.kind]()}
      actions={
        maySend && (
          <form method="post" action={`${address}/resend`}>
            <Button variant="quiet">
              {mail.state === 'queued' ? m['mail.outbox.try-now']() : m['mail.outbox.resend']()}
            </Button>
          </form>
        )
      }
    >
      {failure && <Notice tone="problem">{failureSentence(failure)}</Notice>}
      <MailFacts mail={mail} {...envelope} />
      {text && <MailText text={text} locale={mail.locale} isSent={mail.sentAt !== null} />}
      <p>
        <a href={`/organize/events/${frame.slug}/outbox`}>{m['mail.outbox.back']()}</a>
      </p>
    </DeskPage>
  )
}
