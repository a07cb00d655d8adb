import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { FormVersions } from '#app/organize/versions-panel.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { footprint } from '#app/shared/forms/merge.ts'
import { saveMerged } from '#app/shared/forms/merged-form.server.ts'
import { plainTools } from '#app/shared/forms/plain-tools.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { Button } from '#app/ui/button.tsx'
import { CheckboxField, TextField } from '#app/ui/fields/field.tsx'
import { type MailRules, setMailRules } from '../domain/set-mail-rules.server.ts'
import { mailRulesSchema } from './campaign.schema.ts'
import { campaignsPlace } from './campaign-place.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${m['campaigns.rules.title']()} · ${textIn(data.name, getLocale())}` : '' },
]

const formValues = ({ advertisingRules, weeklyMails }: MailRules) => ({
  advertisingRules: advertisingRules ? 'on' : '',
  weeklyMails: String(weeklyMails),
})

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { organization, address } = await campaignsPlace(request, params)
  const values = formValues(organization)
  return data({ name: organization.name, list: address, values, base: footprint(values) })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, organization } = await campaignsPlace(request, params)
  const to = `/organize/organizations/${organization.slug}/mail-rules`
  return saveMerged(request, {
    schema: mailRulesSchema,
    stored: organization,
    valuesOf: formValues,
    save: async ({ data: { advertisingRules, weeklyMails } }) => {
      const rules = { advertisingRules, weeklyMails }
      const isChanged = await setMailRules(ctx, { organizationId: organization.id, rules })
      return isChanged ? redirect(to, 303) : nothingChanged(to)
    },
  })
}

/** By which rules an organization advertises by mail. */
export default function MailRulesPage() {
  const { name, list, values, base } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const tools = plainTools(refused, values)
  return (
    <DeskPage title={m['campaigns.rules.of']({ organization: textIn(name, getLocale()) })}>
      <a className="breadcrumb" href={list}>
        {m['campaigns.title']()}
      </a>
      <Form method="post" noValidate className="form">
        <FormVersions refused={refused} base={base} />
        <TextField
          {...tools.field('weeklyMails')}
          label={m['campaigns.rules.weekly']()}
          hint={m['campaigns.rules.weekly-hint']()}
          inputMode="numeric"
          autoComplete="off"
          required
        />
        <CheckboxField
          {...tools.choice('advertisingRules')}
          label={m['campaigns.rules.vietnam']()}
          hint={m['campaigns.rules.vietnam-hint']()}
        />
        <p>
          <Button>{m['organize.form.save']()}</Button>
        </p>
      </Form>
    </DeskPage>
  )
}
