import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { editCategory } from '#app/features/events/domain/categories/edit-category.server.ts'
import { getCategory } from '#app/features/events/domain/organized-events.server.ts'
import { ActPreviewPanel } from '#app/organize/act-preview-panel.tsx'
import { readAnswered } from '#app/organize/answered-form.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { categoriesOf, organizedEvent } from '#app/organize/organized-event.server.ts'
import { previewIn, previewStatus } from '#app/organize/preview-answer.ts'
import { seatsTaken } from '#app/organize/refusal-places.ts'
import { formOrRestored } from '#app/organize/restored-form.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { FormVersions } from '#app/organize/versions-panel.tsx'
import { m } from '#app/paraglide/messages.js'
import { footprint } from '#app/shared/forms/merge.ts'
import { saveMerged } from '#app/shared/forms/merged-form.server.ts'
import { refuse } from '#app/shared/forms/read-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { isStale, textIn } from '#app/shared/i18n/translated-text.ts'
import { Button } from '#app/ui/button.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { CategoryFields } from './category-fields.tsx'
import { categorySchema } from './category-form.schema.ts'
import { categoryDetailsOf, categoryFormValues } from './category-form-values.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['organize.category.title'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { event } = await organizedEvent(request, params, 'event.edit')
  const categories = await categoriesOf(event)
  const category = await getCategory(event.id, params.category ?? '')
  const values = categoryFormValues(category)
  const { name, description, pending, confirmed, waitlisted, offered, cancelled, declined } = category
  return data({
    id: category.id,
    name,
    values,
    base: footprint(values),
    stale: Object.entries({ name, description }).flatMap(([field, text]) => (isStale(text) ? [field] : [])),
    mayRemove:
      categories.length > 1 && pending + confirmed + waitlisted + offered + cancelled + declined === 0,
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.edit')
  const category = await getCategory(event.id, params.category ?? '')
  const { answered, errors, values } = await readAnswered(request)
  const of = { stored: category, valuesOf: categoryFormValues }
  const restored = { eventId: event.id, verbs: ['category.edited'], subjectId: category.id, ...of }
  return saveMerged(await formOrRestored(request, restored), {
    schema: categorySchema,
    ...of,
    save: async (form, seen) => {
      try {
        const details = categoryDetailsOf(form.data)
        const performed = await performAct(ctx, {
          act: { eventId: event.id, verb: 'category.edited', subjectName: textIn(category.name, ctx.locale) },
          answered,
          work: () => editCategory(ctx, { eventId: event.id, categoryId: category.id, seen, details }),
        })
        if (!performed.done) {
          const shown = { ok: false as const, errors, values: { ...form.values, ...values } }
          return refuse(shown, { preview: performed.preview }, previewStatus(errors))
        }
        const list = `/organize/events/${event.slug}/categories#category-${category.id}`
        return performed.actId ? redirect(list, 303) : nothingChanged(list)
      } catch (error) {
        return refuseAt(error, form, seatsTaken)
      }
    },
  })
}

export default function Category() {
  const frame = useEventFrame()
  const { id, name, values, base, stale, mayRemove } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const preview = previewIn(refused)
  const address = `/organize/events/${frame.slug}/categories/${id}`
  return (
    <DeskPage
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
        <FormVersions refused={refused} base={base} />
        {preview && refused && (
          <ActPreviewPanel preview={preview} refused={refused} action={m['organize.form.save']()} />
        )}
        <CategoryFields refused={refused} initial={values} stale={stale} />
        {!preview && (
          <p>
            <Button>{m['organize.form.save']()}</Button>
          </p>
        )}
      </Form>
    </DeskPage>
  )
}
