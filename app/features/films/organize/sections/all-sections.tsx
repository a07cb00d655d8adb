import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { FaultList } from '#app/organize/fault-list.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { formatCount } from '#app/shared/time/format.ts'
import { Button } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { addSection } from '../../domain/sections/save-section.server.ts'
import { listSections } from '../../domain/sections/sections.server.ts'
import { sectionKindName } from '../../film-labels.ts'
import { SectionFields } from './section-fields.tsx'
import { sectionSchema } from './section-form.schema.ts'

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['films.desk.sections'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { event } = await organizedEvent(request, params, 'event.edit')
  return data({ sections: await listSections(event.id) })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.edit')
  const form = await readForm(request, sectionSchema)
  if (!form.ok) return refuse(form)
  await addSection(ctx, { eventId: event.id, details: form.data })
  return redirect(`/organize/events/${event.slug}/films/sections`, 303)
}

/** The sections of an edition, and a new one. */
export default function AllSections() {
  const frame = useEventFrame()
  const { sections } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const home = `/organize/events/${frame.slug}/films`
  return (
    <DeskPage title={m['films.desk.sections']()}>
      <p>
        <a className="breadcrumb" href={home}>
          {m['films.desk.title']()}
        </a>
      </p>
      {sections.length === 0 ? (
        <EmptyState title={m['films.desk.no-sections']()} />
      ) : (
        <DataTable
          caption={m['films.desk.sections']()}
          captionHidden
          rows={sections}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'name',
              header: m['films.form.section-name'](),
              names: true,
              cell: ({ slug, name }) => (
                <a href={`${home}/sections/${slug}`}>
                  <Translated value={name} />
                </a>
              ),
            },
            {
              key: 'kind',
              header: m['films.form.section-kind'](),
              cell: ({ kind }) => sectionKindName(kind),
            },
            {
              key: 'films',
              header: m['films.desk.title'](),
              align: 'end',
              cell: ({ films }) => formatCount(films, getLocale()),
            },
          ]}
        />
      )}
      <details id="add-section" open={Boolean(refused) || sections.length === 0}>
        <summary>{m['films.desk.add-section']()}</summary>
        <Form method="post" noValidate className="form">
          <FaultList errors={refused?.errors} />
          <SectionFields refused={refused} initial={{}} />
          <p>
            <Button>{m['films.desk.add-section']()}</Button>
          </p>
        </Form>
      </details>
    </DeskPage>
  )
}
