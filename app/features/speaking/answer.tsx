import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { PersonalPage } from '#app/public/personal-frame.tsx'
import { Refusal } from '#app/shared/errors.ts'
import { extendFormMessages, messageFor } from '#app/shared/forms/form-messages.ts'
import { faultAt, valueAt } from '#app/shared/forms/form-values.ts'
import { readForm, refuse, refuseField } from '#app/shared/forms/read-form.server.ts'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { FormErrors } from '#app/ui/fields/form-errors.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { AnswerForm } from './answer-form.tsx'
import { answerInvitation } from './domain/answer-invitation.server.ts'
import { keptLanguage, openSpeakerForm } from './speaker-language.server.ts'
import { answerSchema } from './speaking.schema.ts'
import { speakingView } from './speaking-view.server.ts'

extendFormMessages({ 'shared.refusal.answer-missing': m['shared.refusal.answer-missing'] })

export const meta: MetaFunction = () => [{ title: m['speaking.session.answer']() }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { view } = await speakingView(request, params.token ?? '')
  const session = view.sessions.find(({ id }) => id === params.session)
  if (!session) throw new Refusal('invitation-missing', 'missing')
  const { id, title, answer, note } = session
  return data(
    { token: view.token, event: view.event, session: { id, title, answer, note } },
    keptLanguage(request),
  )
}

/** An answer that cannot be taken comes back here, with what was written to it. */
export async function action({ request, params }: ActionFunctionArgs) {
  const token = params.token ?? ''
  const ctx = await visitorContext(request, params)
  const form = await readForm(request, answerSchema)
  await openSpeakerForm(request, token)
  if (!form.ok) {
    return faultAt(form.errors, 'note')
      ? refuse(form)
      : refuse(refuseField(form, 'form', 'shared.refusal.answer-missing'))
  }
  await answerInvitation(ctx, token, { sessionId: params.session ?? '', ...form.data })
  return redirect(`/speaking/${token}?saved=answer`, 303)
}

export default function Answer() {
  const { token, event, session } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const home = `/speaking/${token}`
  const heading = `session-${session.id}`
  const fault = (name: string) => {
    const found = faultAt(refused?.errors, name)
    return found && messageFor(found.message)
  }
  const message = fault('note') ?? fault('form')
  const note = String(valueAt(refused?.values, 'note') ?? session.note)
  return (
    <PersonalPage event={event} title={m['speaking.session.answer']()}>
      {message && <FormErrors errors={[{ message }]} />}
      <h2 className="title-m" id={heading}>
        <Translated value={session.title} as="span" />
      </h2>
      <AnswerForm session={{ ...session, note }} path={home} heading={heading} fault={fault('note')} />
      <p>
        <ButtonLink href={home} variant="plain">
          {m['speaking.form.back']()}
        </ButtonLink>
      </p>
    </PersonalPage>
  )
}
