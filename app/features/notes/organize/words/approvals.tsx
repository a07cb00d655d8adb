import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { judgeForPerson } from '#app/features/notes/domain/judge-words.server.ts'
import { listWordsToApprove } from '#app/features/notes/domain/words-to-approve.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { Refusal } from '#app/shared/errors.ts'
import { readForm } from '#app/shared/forms/read-form.server.ts'
import { refusalSentence } from '#app/shared/http/refusals.server.ts'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Notice } from '#app/ui/notice.tsx'
import styles from '../desk/notes.css?url'
import { NotesTabs } from '../notes-tabs.tsx'
import { verdictSchema } from './approvals.schema.ts'
import { WordsToJudge } from './words-to-judge.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['notes.approvals.title'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { event } = await organizedEvent(request, params, 'notes.write')
  const query = new URL(request.url).searchParams
  const words = await listWordsToApprove(event.id)
  const people = byPerson(words)
  return data({
    mayApprove: event.may('notes.approve'),
    asked: query.get('asked'),
    unreachable: query.getAll('unreachable'),
    people,
  })
}

/** By person, in the order in which they first spoke. */
function byPerson(words: Awaited<ReturnType<typeof listWordsToApprove>>) {
  const people = new Map<
    string,
    { personId: string | null; name: string; open: number; notes: typeof words }
  >()
  for (const one of words) {
    const name = one.personName || one.guestName
    const key = one.personId ?? `guest ${name}`
    const known = people.get(key) ?? { personId: one.personId, name, open: 0, notes: [] }
    known.open += Object.values(one.states).filter((state) => state === 'open').length
    known.notes.push(one)
    people.set(key, known)
  }
  return [...people.values()]
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'notes.approve')
  const form = await readForm(request, verdictSchema)
  if (!form.ok) throw new Refusal('answer-missing', 'invalid')
  const { note: noteId, ...given } = form.data
  try {
    await judgeForPerson(ctx, { eventId: event.id, noteId, ...given })
  } catch (error) {
    if (!(error instanceof Refusal) || !['words-changed', 'approval-reason-missing'].includes(error.code))
      throw error
    const { locale, reason } = given
    const status = error.kind === 'invalid' ? 400 : 409
    return data({ noteId, locale, reason, fault: refusalSentence(error.code, error.kind) }, status)
  }
  return redirect(`/organize/events/${event.slug}/notes/approvals#note-${noteId}`, 303)
}

export default function Approvals() {
  const frame = useEventFrame()
  const { mayApprove, asked, unreachable, people } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const address = `/organize/events/${frame.slug}/notes`
  const waiting = people.filter((one) => one.open > 0 && one.personId !== null)
  return (
    <DeskPage title={m['notes.approvals.title']()}>
      <NotesTabs event={frame.slug} current="approvals" />
      <div className="stack loose">
        {asked !== null && (
          <Notice tone="success" live title={m['notes.approvals.asked']({ count: Number(asked) || 0 })}>
            {unreachable.length > 0 && (
              <p>{m['notes.approvals.unreachable']({ names: unreachable.join(', ') })}</p>
            )}
          </Notice>
        )}
        <p className="measure">{m['notes.approvals.lead']()}</p>
        {people.length === 0 && (
          <EmptyState title={m['notes.approvals.none']()}>{m['notes.approvals.none-next']()}</EmptyState>
        )}
        {mayApprove && waiting.length > 1 && (
          <form method="post" action={`${address}/approvals/requests`}>
            {waiting.map((one) => (
              <input key={one.personId} type="hidden" name="people" value={one.personId ?? ''} />
            ))}
            <Button>{m['notes.approvals.ask-all']({ count: waiting.length })}</Button>
          </form>
        )}
        {people.map((one) => (
          <section key={one.personId ?? one.name} className="stack" aria-label={one.name}>
            <div className="cluster cluster-apart">
              <h2 className="title-m">{one.name}</h2>
              {mayApprove && one.open > 0 && one.personId && (
                <form method="post" action={`${address}/approvals/requests`}>
                  <input type="hidden" name="people" value={one.personId} />
                  <Button variant="quiet">{m['notes.approvals.ask']({ name: one.name })}</Button>
                </form>
              )}
            </div>
            {one.personId === null && <p className="soft small">{m['notes.approvals.guest']()}</p>}
            {one.notes.map((note) => (
              <WordsToJudge
                key={note.id}
                note={note}
                mayApprove={mayApprove}
                refused={refused?.noteId === note.id ? refused : undefined}
              />
            ))}
          </section>
        ))}
      </div>
    </DeskPage>
  )
}
