import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { ActPreviewPanel } from '#app/organize/act-preview-panel.tsx'
import { readAnswered } from '#app/organize/answered-form.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { FaultList } from '#app/organize/fault-list.tsx'
import { previewIn, previewStatus } from '#app/organize/preview-answer.ts'
import { m } from '#app/paraglide/messages.js'
import { Refusal } from '#app/shared/errors.ts'
import { extendFormMessages } from '#app/shared/forms/form-messages.ts'
import type { FormErrors, FormValues } from '#app/shared/forms/form-values.ts'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { countryName } from '#app/shared/i18n/country-name.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { RadioGroup, TextArea } from '#app/ui/fields/field.tsx'
import { SearchForm } from '#app/ui/search-form.tsx'
import { introduceSupporters, namesOf } from '../domain/introductions/introduce-supporters.server.ts'
import { getSupporter } from '../domain/supporter-record.server.ts'
import { listSupporters } from '../domain/supporters-desk.server.ts'
import { kindLabels } from '../kind-labels.ts'
import { introducingSchema } from '../supporters.schema.ts'
import { ownSupporters } from './own-supporters.server.ts'

const mostOffered = 20
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

extendFormMessages({
  'shared.refusal.introduction-both': m['shared.refusal.introduction-both'],
  'shared.refusal.introduction-asked': m['shared.refusal.introduction-asked'],
  'shared.refusal.introduction-two': m['shared.refusal.introduction-two'],
  'shared.refusal.supporter-not-joined': m['shared.refusal.supporter-not-joined'],
})

export const meta: MetaFunction = () => [{ title: m['supporters.desk.introduce']() }]

/** The first is chosen, then the second is looked for; without script each choice is a page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, initiative, path } = await ownSupporters(request, params)
  const asked = new URL(request.url).searchParams
  const firstId = asked.get('first') ?? ''
  const q = (asked.get('q') ?? '').trim()
  const [first, { rows }] = await Promise.all([
    uuid.test(firstId) ? getSupporter(ctx, initiative.id, firstId) : null,
    listSupporters(ctx, initiative.id, { q, state: 'joined' }),
  ])
  return data({
    path,
    q,
    first: first && {
      id: first.id,
      name: first.body || first.name,
      offers: first.offers,
      seeks: first.seeks,
    },
    offered: rows
      .filter(({ id }) => id !== first?.id)
      .slice(0, mostOffered)
      .map(({ id, name, body, kind, country }) => ({
        id,
        name: body || name,
        kind,
        country: countryName(country, ctx.locale),
      })),
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, initiative, path } = await ownSupporters(request, params)
  const { answered, errors, values } = await readAnswered(request)
  const form = await readForm(request, introducingSchema)
  if (!form.ok) return refuse({ ...form, errors: form.errors as FormErrors })
  const { first: firstId, second: secondId, words } = form.data
  try {
    // Of two, one alone cannot be asked.
    if (answered.heldBack.size > 0) throw new Refusal('introduction-both', 'state')
    const [first, second] = await Promise.all(
      [firstId, secondId].map((id) => getSupporter(ctx, initiative.id, id)),
    )
    const subjectName = first && second ? namesOf(first, second) : ''
    const performed = await performAct(ctx, {
      act: { initiativeId: initiative.id, verb: 'supporter.introducing', subjectName },
      answered,
      work: () => introduceSupporters(ctx, { initiativeId: initiative.id, firstId, secondId, words }),
    })
    if (!performed.done)
      return refuse({ ok: false, errors, values }, { preview: performed.preview }, previewStatus(errors))
    const to = `${path}/introductions`
    return performed.actId ? redirect(to, 303) : nothingChanged(to)
  } catch (error) {
    return refuseAt(error, form, {}, { otherwise: 'form' })
  }
}

export default function NewIntroduction() {
  const { path, q, first, offered } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const here = `${path}/introductions/new`
  return (
    <DeskPage title={m['supporters.desk.introduce']()}>
      <p>
        <a className="breadcrumb" href={`${path}/introductions`}>
          {m['supporters.desk.introductions']()}
        </a>
      </p>
      <p className="measure">{m['supporters.introducing.how']()}</p>
      {first && <p className="lede">{m['supporters.introducing.with']({ name: first.name })}</p>}
      {!previewIn(refused) && (
        <SearchForm
          address={here}
          q={q}
          label={first ? m['supporters.introducing.find-second']() : m['supporters.introducing.find-first']()}
          kept={{ first: first?.id ?? null }}
        />
      )}
      {offered.length === 0 && <EmptyState title={m['supporters.list.not-found']()} />}
      {!first && (
        <ul className="stack tight">
          {offered.map(({ id, name, kind, country }) => (
            <li key={id}>
              <a href={`${here}?first=${id}`}>{name}</a>{' '}
              <span className="soft small">
                {m['supporters.list.what']({ kind: kindLabels[kind](), country })}
              </span>
            </li>
          ))}
        </ul>
      )}
      {first && offered.length > 0 && <Choosing refused={refused} />}
    </DeskPage>
  )
}

type RefusedForm = { errors: FormErrors; values: FormValues }

function Choosing({ refused }: { refused: RefusedForm | undefined }) {
  const { path, first, offered } = useLoaderData<typeof loader>()
  const preview = previewIn(refused)
  const values = refused?.values
  if (!first) return null
  return (
    <Form method="post" className="form">
      {!preview && <FaultList errors={refused?.errors} />}
      <input type="hidden" name="first" value={first.id} />
      <RadioGroup
        name="second"
        label={m['supporters.introducing.second']()}
        defaultValue={String(values?.second ?? '')}
        options={offered.map(({ id, name, kind, country }) => ({
          value: id,
          label: name,
          hint: m['supporters.list.what']({ kind: kindLabels[kind](), country }),
        }))}
        required
      />
      <TextArea
        name="words"
        label={m['supporters.introducing.words']()}
        hint={m['supporters.introducing.words-hint']()}
        defaultValue={String(values?.words ?? '')}
        maxLength={1000}
        optional
      />
      {preview && refused ? (
        <ActPreviewPanel preview={preview} refused={refused} action={m['supporters.introducing.ask']()} />
      ) : (
        <p className="cluster">
          <Button>{m['supporters.introducing.look']()}</Button>
          <ButtonLink variant="quiet" href={`${path}/introductions`}>
            {m['acts.page.back']()}
          </ButtonLink>
        </p>
      )}
    </Form>
  )
}
