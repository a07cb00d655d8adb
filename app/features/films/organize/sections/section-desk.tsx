import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { FormVersions } from '#app/organize/versions-panel.tsx'
import { m } from '#app/paraglide/messages.js'
import { footprint } from '#app/shared/forms/merge.ts'
import { saveMerged } from '#app/shared/forms/merged-form.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { isStale } from '#app/shared/i18n/translated-text.ts'
import { Button } from '#app/ui/button.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { editSection } from '../../domain/sections/save-section.server.ts'
import { getSection } from '../../domain/sections/sections.server.ts'
import { SectionFields, sectionFormValues } from './section-fields.tsx'
import { sectionSchema } from './section-form.schema.ts'

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['films.facts.section'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { event } = await organizedEvent(request, params, 'event.edit')
  const section = await getSection(event.id, params.section ?? '')
  const { slug, name, description } = section
  const values = sectionFormValues(section)
  const stale = Object.entries({ name, description }).flatMap(([field, text]) =>
    isStale(text) ? [field] : [],
  )
  return data({ slug, name, values, base: footprint(values), stale })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.edit')
  const section = await getSection(event.id, params.section ?? '')
  const list = `/organize/events/${event.slug}/films/sections`
  return saveMerged(request, {
    schema: sectionSchema,
    stored: section,
    valuesOf: sectionFormValues,
    save: async (form, seen) => {
      const isChanged = await editSection(ctx, { seen, details: form.data })
      return isChanged ? redirect(list, 303) : nothingChanged(list)
    },
  })
}

/** One section at the desk. */
export default function SectionDesk() {
  const frame = useEventFrame()
  const { slug, name, values, base, stale } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const list = `/organize/events/${frame.slug}/films/sections`
  return (
    <DeskPage
      title={<Translated value={name} />}
      actions={
        <form method="post" action={`${list}/${slug}/removal`}>
          <Button variant="danger">{m['films.desk.remove-section']()}</Button>
        </form>
      }
    >
      <p>
        <a className="breadcrumb" href={list}>
          {m['films.desk.sections']()}
        </a>
      </p>
      <Form method="post" noValidate className="form">
        <FormVersions refused={refused} base={base} />
        <SectionFields refused={refused} initial={values} stale={stale} />
        <p>
          <Button>{m['organize.form.save']()}</Button>
        </p>
      </Form>
    </DeskPage>
  )
}
