import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { openSpeakerForm } from '#app/features/speaking/speaker-language.server.ts'
import { speakingView } from '#app/features/speaking/speaking-view.server.ts'
import { m } from '#app/paraglide/messages.js'
import { PersonalPage } from '#app/public/personal-frame.tsx'
import { Refusal } from '#app/shared/errors.ts'
import { readForm } from '#app/shared/forms/read-form.server.ts'
import { refusalSentence } from '#app/shared/http/refusals.server.ts'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { askedLanguage } from '#app/shared/pages/asked-language.ts'
import { Notice } from '#app/ui/notice.tsx'
import { finishOwnAction, judgeOwnWords } from './domain/own-words.server.ts'
import { OwnActions } from './own-actions.tsx'
import { OwnNote } from './own-note.tsx'
import { doneSchema, ownVerdictSchema } from './words.schema.ts'
import { wordsView } from './words-view.server.ts'

export const meta: MetaFunction = () => [{ title: m['notes.words.title']() }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { at, view } = await speakingView(request, params.token ?? '')
  return {
    token: view.token,
    event: view.event,
    holder: view.holder,
    person: view.person.name,
    ...(await wordsView(at, view.locale)),
    saved: new URL(request.url).searchParams.get('saved'),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const token = params.token ?? ''
  const ctx = await visitorContext(request, params)
  const language = askedLanguage(request, '&')
  const copy = request.clone()
  const done = await readForm(request, doneSchema)
  await openSpeakerForm(copy, token)
  if (done.ok) {
    await finishOwnAction(ctx, token, done.data.done)
    return redirect(`/speaking/${token}/words?saved=action${language}`, 303)
  }
  const form = await readForm(copy, ownVerdictSchema)
  if (!form.ok) throw new Refusal('answer-missing', 'invalid')
  const { note: noteId, ...given } = form.data
  const typed = { noteId, locale: given.locale, correction: given.correction }
  if (given.verdict === 'approved' && !given.correction) {
    return data({ ...typed, fault: m['shared.form.missing']() }, 400)
  }
  const correction = given.correction === given.words ? '' : given.correction
  try {
    await judgeOwnWords(ctx, token, { noteId, ...given, correction })
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'words-changed') throw error
    return data({ ...typed, fault: refusalSentence(error.code, error.kind) }, 409)
  }
  return redirect(`/speaking/${token}/words?saved=${given.verdict}${language}#note-${noteId}`, 303)
}

export default function Words() {
  const { token, event, holder, person, notes, actions, saved } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const open = notes.flatMap((one) => one.texts).filter((one) => one.state === 'open').length
  return (
    <PersonalPage event={event} title={m['notes.words.title']()}>
      {saved && <Notice tone="success" live title={m['notes.words.saved']()} />}
      <div className="stack snug">
        <p className="lede measure">{m['notes.words.lead']()}</p>
        {holder === 'assistant' && <p className="soft">{m['notes.words.as-assistant']({ name: person })}</p>}
        <p>
          <strong>
            {notes.length === 0
              ? m['notes.words.none']()
              : open === 0
                ? m['notes.words.all-answered']()
                : m['notes.words.open']({ count: open })}
          </strong>
        </p>
        <p>
          <a href={`/speaking/${token}`}>{m['notes.words.back']()}</a>
        </p>
      </div>
      {notes.map((note) => (
        <OwnNote key={note.id} note={note} refused={refused?.noteId === note.id ? refused : undefined} />
      ))}
      {actions.length > 0 && <OwnActions actions={actions} />}
    </PersonalPage>
  )
}
