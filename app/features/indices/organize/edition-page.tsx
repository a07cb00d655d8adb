import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { unasked } from '#app/features/acts/domain/act-preview.ts'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { InitiativeFrame } from '#app/features/initiatives/organize/initiative-frame.tsx'
import { FormVersions } from '#app/organize/versions-panel.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { footprint } from '#app/shared/forms/merge.ts'
import { saveMerged } from '#app/shared/forms/merged-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { isStale, textIn } from '#app/shared/i18n/translated-text.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { editEdition } from '../domain/save-edition.server.ts'
import { EntryList } from './entries/entry-list.tsx'
import { EditionState } from './index-desk.tsx'
import { EditionFields } from './index-fields.tsx'
import { editionSchema } from './index-form.schema.ts'
import { editionDetailsOf, editionFormValues } from './index-form-values.ts'
import { ownEdition } from './own-index.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${textIn(data.name, getLocale())} ${data.year}` : '' },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { of, edition, index, path, desk } = await ownEdition(request, params)
  const { announcedAt, participantsSource, note, source } = edition
  const values = editionFormValues(edition)
  return data({
    name: of.name,
    desk,
    year: edition.year,
    isPublished: edition.publishedAt !== null,
    entries: edition.entries.map(({ key, name, rank, score }) => ({ key, name, rank, score })),
    components: edition.components.map(({ id, key, name }) => ({ id, key, name })),
    index,
    path,
    values,
    base: footprint(values),
    stale: Object.entries({ announcedAt, participantsSource, note, source }).flatMap(([field, text]) =>
      isStale(text) ? [field] : [],
    ),
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, of, edition, path } = await ownEdition(request, params)
  return saveMerged(request, {
    schema: editionSchema,
    stored: edition,
    valuesOf: editionFormValues,
    save: async (form, seen) => {
      const subjectName = `${textIn(of.name, ctx.locale)} ${edition.year}`
      try {
        const performed = await performAct(ctx, {
          act: { initiativeId: of.initiativeId, verb: 'edition.edited', subjectName },
          answered: unasked,
          work: () => editEdition(ctx, { of, seen, details: editionDetailsOf(form.data) }),
        })
        return performed.done && performed.actId ? redirect(path, 303) : nothingChanged(path)
      } catch (error) {
        return refuseAt(error, form, { 'edition-taken': 'year' })
      }
    },
  })
}

/** One edition: what is known of it, its components, and its table to take out and in. */
export default function EditionPage() {
  const { desk, name, year, isPublished, entries, index, path, values, base, stale } =
    useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <InitiativeFrame
      desk={desk}
      current="indices"
      title={`${textIn(name, getLocale())} ${year}`}
      actions={
        <form method="post" action={`${path}/${isPublished ? 'withdrawal' : 'publication'}`}>
          <Button variant={isPublished ? 'quiet' : 'primary'}>
            {isPublished ? m['indices.desk.withdraw']() : m['indices.desk.publish']()}
          </Button>
        </form>
      }
    >
      <p className="cluster">
        <a className="breadcrumb" href={index}>
          {textIn(name, getLocale())}
        </a>
        <EditionState isPublished={isPublished} />
      </p>
      <section className="stack" aria-labelledby="table">
        <h2 className="title-m" id="table">
          {m['indices.desk.table']({ count: entries.length })}
        </h2>
        <p className="soft measure">{m['indices.desk.table-lead']()}</p>
        <p className="cluster">
          <ButtonLink href={`${path}/import`}>{m['indices.desk.import']()}</ButtonLink>
          <ButtonLink variant="quiet" href={`${path}/edition.csv`} download>
            {m['indices.desk.export']()}
          </ButtonLink>
        </p>
        <EntryList path={path} entries={entries} />
      </section>
      <ComponentList />
      <section className="stack" aria-labelledby="facts">
        <h2 className="title-m" id="facts">
          {m['indices.desk.facts']()}
        </h2>
        <Form method="post" noValidate className="form">
          <FormVersions refused={refused} base={base} />
          <EditionFields refused={refused} initial={values} stale={stale} />
          <p>
            <Button>{m['organize.form.save']()}</Button>
          </p>
        </Form>
      </section>
      <form method="post" action={`${path}/removal`}>
        <Button variant="danger">{m['indices.desk.remove-edition']()}</Button>
      </form>
    </InitiativeFrame>
  )
}

function ComponentList() {
  const { components, path } = useLoaderData<typeof loader>()
  return (
    <section className="stack" aria-labelledby="components">
      <h2 className="title-m" id="components">
        {m['indices.page.components']()}
      </h2>
      {components.length === 0 && <p className="soft">{m['indices.desk.no-components']()}</p>}
      <ol className="stack tight">
        {components.map((one) => (
          <li key={one.id}>
            <a href={`${path}/components/${one.key}`}>
              <Translated value={one.name} />
            </a>
          </li>
        ))}
      </ol>
      <p>
        <ButtonLink variant="quiet" href={`${path}/components/new`}>
          {m['indices.desk.add-component']()}
        </ButtonLink>
      </p>
    </section>
  )
}
