import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { addCategory } from '#app/features/events/domain/categories/add-category.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { FaultList } from '#app/organize/fault-list.tsx'
import { categoriesOf, organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { formatCount } from '#app/shared/time/format.ts'
import { Button } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { CategoryFields } from './category-fields.tsx'
import { categorySchema } from './category-form.schema.ts'
import { categoryDetailsOf } from './category-form-values.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['organize.categories.title'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { event } = await organizedEvent(request, params, 'event.edit')
  const categories = await categoriesOf(event)
  return data({
    categories: categories.map((category) => ({
      id: category.id,
      name: category.name,
      capacity: category.capacity,
      seated: category.confirmed + category.offered + category.companions,
      beyond: category.beyond,
      needsApproval: category.needsApproval,
      isRestricted: category.emailDomains.length > 0 || category.accessCode !== null,
    })),
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.edit')
  const form = await readForm(request, categorySchema)
  if (!form.ok) return refuse(form)
  const { id } = await addCategory(ctx, { eventId: event.id, details: categoryDetailsOf(form.data) })
  return redirect(`/organize/events/${event.slug}/categories#category-${id}`, 303)
}

export default function Categories() {
  const frame = useEventFrame()
  const { categories } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <DeskPage title={m['organize.categories.title']()}>
      <p className="measure soft">{m['organize.categories.lead']()}</p>
      <DataTable
        caption={m['organize.categories.title']()}
        captionHidden
        columns={columns(frame.slug)}
        rows={categories}
        rowKey={(category) => category.id}
        rowId={(category) => `category-${category.id}`}
      />
      <section className="stack" aria-labelledby="add">
        <h2 className="title-m" id="add">
          {m['organize.categories.add']()}
        </h2>
        <Form method="post" noValidate className="form">
          <FaultList errors={refused?.errors} />
          <CategoryFields refused={refused} initial={{}} />
          <p>
            <Button>{m['organize.categories.add']()}</Button>
          </p>
        </Form>
      </section>
    </DeskPage>
  )
}

type Row = {
  id: string
  name: Parameters<typeof Translated>[0]['value']
  capacity: number | null
  seated: number
  beyond: number
  needsApproval: boolean
  isRestricted: boolean
}

function columns(slug: string): Column<Row>[] {
  const count = (value: number) => formatCount(value, getLocale())
  const yes = (value: boolean) => (value ? m['organize.category.yes']() : m['organize.category.no']())
  return [
    {
      key: 'name',
      header: m['organize.category.name'](),
      names: true,
      cell: ({ id, name }) => (
        <a href={`/organize/events/${slug}/categories/${id}`}>
          <Translated value={name} />
        </a>
      ),
    },
    {
      key: 'seated',
      header: m['organize.events.seats'](),
      align: 'end',
      cell: ({ seated, beyond }) =>
        beyond > 0
          ? m['registration.beyond.counted']({ seated: count(seated), beyond: count(beyond) })
          : count(seated),
    },
    {
      key: 'capacity',
      header: m['organize.category.capacity'](),
      align: 'end',
      cell: ({ capacity }) => (capacity === null ? m['organize.category.no-limit']() : count(capacity)),
    },
    {
      key: 'approval',
      header: m['organize.category.approval'](),
      cell: ({ needsApproval }) => yes(needsApproval),
    },
    {
      key: 'restricted',
      header: m['organize.category.restricted'](),
      cell: ({ isRestricted }) => yes(isRestricted),
    },
  ]
}
