import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { PersonalPage } from '#app/public/personal-frame.tsx'
import { partSize } from '#app/shared/files/store-file.server.ts'
import { extendFormMessages, messageFor } from '#app/shared/forms/form-messages.ts'
import { faultAt, valueAt } from '#app/shared/forms/form-values.ts'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { FormErrors } from '#app/ui/fields/form-errors.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { addPart, startUpload } from '../domain/uploads.server.ts'
import { keptLanguage, openSpeakerForm } from '../speaker-language.server.ts'
import { slidesSchema } from '../speaking.schema.ts'
import { speakingView } from '../speaking-view.server.ts'
import { SlidesForm } from './speaking-slides.tsx'

extendFormMessages({
  'shared.refusal.slides-kind': m['shared.refusal.slides-kind'],
  'shared.refusal.slides-macros': m['shared.refusal.slides-macros'],
  'shared.refusal.slides-share': m['shared.refusal.slides-share'],
  'shared.refusal.slides-too-large': m['shared.refusal.slides-too-large'],
  'shared.refusal.too-many': m['shared.refusal.too-many'],
})

export const meta: MetaFunction = () => [{ title: m['speaking.slides.title']() }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { view } = await speakingView(request, params.token ?? '')
  const sessions = view.sessions.filter((one) => !one.isCancelled).map(({ id, title }) => ({ id, title }))
  return data({ token: view.token, event: view.event, sessions }, keptLanguage(request))
}

/** Slides in one piece: the way without script. */
export async function action({ request, params }: ActionFunctionArgs) {
  const token = params.token ?? ''
  const ctx = await visitorContext(request, params)
  await openSpeakerForm(request, token)
  const form = await readForm(request, slidesSchema)
  if (!form.ok) return refuse(form)
  const { file, session } = form.data
  try {
    const upload = await startUpload(ctx, token, { sessionId: session, name: file.name, size: file.size })
    for (let offset = 0; offset < file.size; offset += partSize) {
      const content = new Uint8Array(await file.slice(offset, offset + partSize).arrayBuffer())
      await addPart(ctx, token, { fileId: upload.id, offset, content })
    }
  } catch (error) {
    return refuseAt(error, form, {}, { otherwise: 'file' })
  }
  return redirect(`/speaking/${token}?saved=slides`, 303)
}

export default function OwnSlides() {
  const { token, event, sessions } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const home = `/speaking/${token}`
  const found = faultAt(refused?.errors, 'file') ?? faultAt(refused?.errors, 'session')
  const fault = found && messageFor(found.message)
  const sent = String(valueAt(refused?.values, 'session') ?? '')
  return (
    <PersonalPage event={event} title={m['speaking.slides.title']()}>
      {fault && <FormErrors errors={[{ message: fault }]} />}
      {sessions.map((session) => (
        <section key={session.id} className="stack snug">
          <h2 className="title-s">
            <Translated value={session.title} as="span" />
          </h2>
          <SlidesForm session={session} path={home} fault={session.id === sent ? fault : undefined} />
        </section>
      ))}
      <p>
        <ButtonLink href={home} variant="plain">
          {m['speaking.form.back']()}
        </ButtonLink>
      </p>
      <script src="/upload.js" defer />
    </PersonalPage>
  )
}
