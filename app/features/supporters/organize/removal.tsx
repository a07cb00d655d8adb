import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { unasked } from '#app/features/acts/domain/act-preview.ts'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { FaultList } from '#app/organize/fault-list.tsx'
import { m } from '#app/paraglide/messages.js'
import { messageFor } from '#app/shared/forms/form-messages.ts'
import { faultAt } from '#app/shared/forms/form-values.ts'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/fields/field.tsx'
import { removeSupporter } from '../domain/remove-supporter.server.ts'
import { getSupporter } from '../domain/supporter-record.server.ts'
import { removalSchema } from '../supporters.schema.ts'
import { ownSupporters } from './own-supporters.server.ts'

export const meta: MetaFunction = () => [{ title: m['supporters.desk.remove']() }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, initiative, path } = await ownSupporters(request, params)
  const { id, name, body } = await getSupporter(ctx, initiative.id, params.supporter ?? '')
  return data({ name: body || name, path: `${path}/${id}` })
}

/** A supporter is removed and told why: held for a minute, as all that is mailed. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, initiative, path } = await ownSupporters(request, params)
  const { id, name, body } = await getSupporter(ctx, initiative.id, params.supporter ?? '')
  const form = await readForm(request, removalSchema)
  if (!form.ok) return refuse(form)
  const performed = await performAct(ctx, {
    act: { initiativeId: initiative.id, verb: 'supporter.removed', subjectName: body || name },
    answered: unasked,
    work: () => removeSupporter(ctx, { initiativeId: initiative.id, id, reason: form.data.reason }),
  })
  const to = `${path}/${id}`
  return performed.done && !performed.actId ? nothingChanged(to) : redirect(to, 303)
}

export default function Removal() {
  const { name, path } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const fault = faultAt(refused?.errors, 'reason')
  return (
    <DeskPage title={m['supporters.removal.title']({ name })}>
      <p className="measure">{m['supporters.removal.lede']()}</p>
      <Form method="post" className="form">
        <FaultList errors={refused?.errors} />
        <TextArea
          name="reason"
          label={m['supporters.desk.reason']()}
          hint={m['supporters.removal.reason-hint']()}
          error={fault && messageFor(fault.message)}
          defaultValue={String(refused?.values.reason ?? '')}
          maxLength={500}
          required
        />
        <p className="cluster">
          <Button variant="danger">{m['supporters.desk.remove']()}</Button>
          <ButtonLink variant="quiet" href={path}>
            {m['acts.page.back']()}
          </ButtonLink>
        </p>
      </Form>
    </DeskPage>
  )
}
