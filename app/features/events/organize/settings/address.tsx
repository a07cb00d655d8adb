import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import * as z from 'zod/mini'
import { changeAddress } from '#app/features/events/domain/change-address.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { useSchemaForm } from '#app/shared/forms/use-schema-form.ts'
import { absolute } from '#app/shared/pages/page-head.server.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/fields/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { eventAddress } from './event-form.schema.ts'

const addressSchema = z.object({ slug: eventAddress })

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['organize.address.title'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.edit')
  const done = new URL(request.url).searchParams.has('done')
  return data({ done, address: absolute(publicPath.event(ctx.locale, event.slug)) })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.edit')
  const form = await readForm(request, addressSchema)
  if (!form.ok) return refuse(form)
  const slug = await changeAddress(ctx, { eventId: event.id, slug: form.data.slug })
  return redirect(`/organize/events/${slug}/address?done`, 303)
}

/** Where an event gets another address. */
export default function Address() {
  const frame = useEventFrame()
  const { done, address } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { field, fault, isSending, onSubmit } = useSchemaForm(addressSchema, refused, { slug: frame.slug })
  return (
    <DeskPage title={m['organize.address.title']()}>
      {done && <Notice tone="success" live title={m['organize.address.done']({ address })} />}
      <p className="measure">{m['organize.address.lead']()}</p>
      <Form method="post" noValidate className="form" onSubmit={onSubmit}>
        <TextField
          {...field('slug')}
          label={m['organize.new-event.slug']()}
          hint={m['organize.address.hint']({ address: publicPath.event(getLocale(), '…') })}
          error={fault('slug')}
          autoComplete="off"
        />
        <p className="cluster">
          <Button disabled={isSending}>{m['organize.address.change']()}</Button>
          <ButtonLink variant="quiet" href={`/organize/events/${frame.slug}/settings`}>
            {m['acts.page.back']()}
          </ButtonLink>
        </p>
      </Form>
    </DeskPage>
  )
}
