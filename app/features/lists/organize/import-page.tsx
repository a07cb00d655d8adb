import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { peopleFields } from '#app/features/people/domain/import/people-columns.ts'
import { readAnswered } from '#app/organize/answered-form.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { Refusal } from '#app/shared/errors.ts'
import { readForm } from '#app/shared/forms/read-form.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { refusalSentence } from '#app/shared/http/refusals.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { tableChoices } from '#app/shared/tables/table-form.ts'
import { tableSource } from '#app/shared/tables/table-source.server.ts'
import { Notice } from '#app/ui/notice.tsx'
import { importContacts } from '../domain/import-contacts.server.ts'
import { contactImportSchema } from './contact-import.schema.ts'
import { contactImportView } from './contact-import-view.ts'
import { ContactImportForm, ContactImportPreview } from './import-form.tsx'
import { ownList } from './own-list.server.ts'
import { readContacts } from './read-contacts.ts'

export const meta: MetaFunction = () => [{ title: m['lists.import.title']() }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, list, path } = await ownList(request, params)
  return { locale: ctx.locale, title: list.title, path }
}

/** First what a list would do and who would be asked; when that is answered, it is done, and can be taken back. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, organization, list, path } = await ownList(request, params)
  const { answered, errors, values } = await readAnswered(request)
  const form = await readForm(request, contactImportSchema)
  const typed = { text: String(form.values.text ?? ''), ground: String(form.values.ground ?? '') }
  if (!form.ok) return refused(m['shared.form.choose'](), typed)
  const { file, text, bytes, encoding = null, ground, language } = form.data
  if (ground === '') return refused(m['lists.import.ground-missing'](), typed, true)
  const source = await tableSource({ file, text, bytes, encoding })
  const kept = { text: source.encoding ? '' : source.text, bytes: source.bytes, ground, language }
  const read = readContacts(source.text, tableChoices(form.data, peopleFields), language)
  const people = read.rows.flatMap((row) => ('person' in row ? [row.person] : []))
  if (read.rows.length === 0) return refused(refusalSentence('people-import-empty', 'invalid', {}), typed)
  try {
    const performed = await performAct(ctx, {
      act: {
        organizationId: organization.id,
        verb: 'contact.imported',
        subjectName: textIn(list.title, ctx.locale),
      },
      answered,
      work: () => importContacts(ctx, { list, ground, people }),
      look: async (outcome) => outcome,
    })
    if (performed.done) return performed.actId ? redirect(path, 303) : nothingChanged(path)
    const view = contactImportView(read, performed.seen, source)
    const shown = { kept, view, preview: performed.preview, errors, values: { ...values, ...form.values } }
    return data(
      { problem: null, isGround: false, typed, shown },
      { status: Object.keys(errors).length > 0 ? 400 : 200 },
    )
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind === 'rights') throw error
    return refused(refusalSentence(error.code, error.kind, error.details), typed)
  }
}

function refused(problem: string, typed: { text: string; ground: string }, isGround = false) {
  return data({ problem, isGround, typed, shown: null }, { status: 400 })
}

export default function ImportContacts() {
  const { locale, title, path } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  return (
    <DeskPage title={m['lists.import.title']()}>
      <p>
        <a className="breadcrumb" href={path}>
          {textIn(title, getLocale())}
        </a>
      </p>
      {sent?.problem && <Notice tone="problem" live title={sent.problem} />}
      {sent?.shown ? (
        <ContactImportPreview {...sent.shown} address={`${path}/import`} />
      ) : (
        <ContactImportForm
          locale={locale}
          typed={sent?.typed}
          fault={sent?.isGround ? sent.problem : undefined}
        />
      )}
    </DeskPage>
  )
}
