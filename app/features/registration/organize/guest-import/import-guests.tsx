import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { peopleFields } from '#app/features/people/domain/import/people-columns.ts'
import { listQuestions } from '#app/features/questions/domain/questions.server.ts'
import { readAnswered } from '#app/organize/answered-form.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { categoriesOf, organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { Refusal } from '#app/shared/errors.ts'
import { readForm } from '#app/shared/forms/read-form.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { refusalSentence } from '#app/shared/http/refusals.server.ts'
import { tableChoices } from '#app/shared/tables/table-form.ts'
import { tableSource } from '#app/shared/tables/table-source.server.ts'
import { Notice } from '#app/ui/notice.tsx'
import { importGuests } from '../../domain/many/register-list.server.ts'
import { guestImportSchema } from './guest-import.schema.ts'
import { guestImportView } from './guest-import-view.ts'
import { GuestImportForm, GuestImportPreview } from './import-form.tsx'
import { readGuests } from './read-guests.ts'

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['registration.import.title'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'registrations.manage')
  const categories = await categoriesOf(event)
  return {
    locale: ctx.locale,
    categories: categories.map(({ code, name }) => ({ code, name })),
    asksQuestions: (await listQuestions(event.id)).length > 0,
  }
}

/** First what a list would do and who would be mailed; when that is answered, it is done, and can be taken back. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'registrations.manage')
  const { answered, errors, values } = await readAnswered(request)
  const form = await readForm(request, guestImportSchema)
  const typed = { text: String(form.values.text ?? ''), category: String(form.values.category ?? '') }
  if (!form.ok) return refused(m['shared.form.choose'](), typed)
  const { file, text, bytes, encoding = null, category, language } = form.data
  const source = await tableSource({ file, text, bytes, encoding })
  const kept = { text: source.encoding ? '' : source.text, bytes: source.bytes, category, language }
  const questions = await listQuestions(event.id)
  const given = { category, language, questions, at: ctx.now }
  const read = readGuests(source.text, tableChoices(form.data, peopleFields), given)
  const guests = read.rows.flatMap((row) => ('guest' in row ? [row.guest] : []))
  if (read.rows.length === 0) return refused(refusalSentence('people-import-empty', 'invalid', {}), typed)
  const list = `/organize/events/${event.slug}/registrations`
  try {
    const performed = await performAct(ctx, {
      act: { eventId: event.id, verb: 'registration.many-imported' },
      answered,
      work: () => importGuests(ctx, event, guests),
      look: async (outcome) => outcome,
    })
    if (performed.done) return performed.actId ? redirect(list, 303) : nothingChanged(list)
    const view = guestImportView(read, performed.seen, { ...source, questions, locale: ctx.locale })
    const shown = { kept, view, preview: performed.preview, errors, values: { ...values, ...form.values } }
    return data({ problem: null, typed, shown }, { status: Object.keys(errors).length > 0 ? 400 : 200 })
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind === 'rights') throw error
    return refused(refusalSentence(error.code, error.kind, error.details), typed)
  }
}

function refused(problem: string, typed: { text: string; category: string }) {
  return data({ problem, typed, shown: null }, { status: 400 })
}

export default function ImportGuests() {
  const frame = useEventFrame()
  const { categories, locale, asksQuestions } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const list = `/organize/events/${frame.slug}/registrations`
  return (
    <DeskPage title={m['registration.import.title']()}>
      <p>
        <a className="breadcrumb" href={list}>
          {m['registration.list.title']()}
        </a>
      </p>
      {sent?.problem && <Notice tone="problem" live title={sent.problem} />}
      {sent?.shown ? (
        <GuestImportPreview {...sent.shown} address={`${list}/import`} />
      ) : (
        <GuestImportForm
          categories={categories}
          locale={locale}
          asksQuestions={asksQuestions}
          typed={sent?.typed}
        />
      )}
    </DeskPage>
  )
}
