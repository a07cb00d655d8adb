import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { categoryRevision, editCategory } from '#app/features/events/domain/edit-category.server.ts'
import { getCategory } from '#app/features/events/domain/organized-events.server.ts'
import { m } from '#app/paraglide/messages.js'
import { organizerContext } from '#app/shared/auth/organizer-context.server.ts'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { isStale } from '#app/shared/i18n/translated-text.ts'
import { Button } from '#app/ui/button.tsx'
import { Translated } from '#app/ui/translated.tsx'
import { CategoryFields } from './category-fields.tsx'
import { categorySchema } from './category-form.schema.ts'
import { categoryDetailsOf, categoryFormValues } from './category-form-values.server.ts'
import { eventFrame } from './event-frame.server.ts'
import { EventFrame, eventTitle } from './event-frame.tsx'
import { FaultList } from './fault-list.tsx'
import { answerSaveProblem, withVersion } from './save-problems.server.ts'
import { withTakenVersions } from './taken-versions.server.ts'
import { conflictOf, footprint } from './versions.ts'
import { VersionsPanel } from './versions-panel.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  eventTitle(m['organize.category.title'](), data?.frame)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await organizerContext(request)
  const { event, categories, frame } = await eventFrame(ctx, params.event ?? '', 'event.edit')
  const category = await getCategory(event.id, params.category ?? '')
  const values = categoryFormValues(category)
  const { name, description, pending, confirmed, waitlisted, offered, cancelled, declined } = category
  return data({
    frame,
    id: category.id,
    name,
    values,
    revision: String(categoryRevision(category)),
    base: footprint(values),
    stale: Object.entries({ name, description }).flatMap(([field, text]) => (isStale(text) ? [field] : [])),
    mayRemove:
      categories.length > 1 && pending + confirmed + waitlisted + offered + cancelled + declined === 0,
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await organizerContext(request)
  const { event } = await eventFrame(ctx, params.event ?? '', 'event.edit')
  const category = await getCategory(event.id, params.category ?? '')
  const posted = await withTakenVersions(request, categoryFormValues(category))
  const form = await readForm(posted, withVersion(categorySchema))
  if (!form.ok) return refuse(form)
  const { revision, base, ...typed } = form.data
  try {
    const details = categoryDetailsOf(typed)
    await editCategory(ctx, { eventId: event.id, categoryId: category.id, revision, details })
    return redirect(`/organize/events/${event.slug}/categories`, 303)
  } catch (error) {
    return answerSaveProblem(error, form, base, (stored) => categoryFormValues(stored as typeof category))
  }
}

export default function Category() {
  const { frame, id, name, values, revision, base, stale, mayRemove } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const conflict = conflictOf(refused)
  const address = `/organize/events/${frame.slug}/categories/${id}`
  return (
    <EventFrame
      event={frame}
      current="categories"
      title={<Translated value={name} />}
      actions={
        mayRemove && (
          <form method="post" action={`${address}/removal`}>
            <Button variant="danger">{m['organize.category.remove']()}</Button>
          </form>
        )
      }
    >
      <Form method="post" noValidate className="form">
        <input
          type="hidden"
          name="revision"
          value={conflict?.revision ?? refused?.values.revision?.toString() ?? revision}
        />
        <input type="hidden" name="base" value={conflict?.base ?? refused?.values.base?.toString() ?? base} />
        {conflict ? (
          <VersionsPanel differences={conflict.differences} />
        ) : (
          <FaultList errors={refused?.errors} />
        )}
        <CategoryFields refused={refused} initial={values} stale={stale} />
        <p>
          <Button>{m['organize.form.save']()}</Button>
        </p>
      </Form>
    </EventFrame>
  )
}
