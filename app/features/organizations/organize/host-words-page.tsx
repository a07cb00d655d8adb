import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { FaultList } from '#app/organize/fault-list.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { TextPair } from '#app/organize/text-pair.tsx'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { FormVersions } from '#app/organize/versions-panel.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { messageFor } from '#app/shared/forms/form-messages.ts'
import { faultAt, valueAt } from '#app/shared/forms/form-values.ts'
import { footprint } from '#app/shared/forms/merge.ts'
import { saveMerged } from '#app/shared/forms/merged-form.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { inBoth, isStale, textIn } from '#app/shared/i18n/translated-text.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { requireOrganizationRight } from '#app/shared/permissions/permissions.server.ts'
import { Button } from '#app/ui/button.tsx'
import { getHostWords, type HostWords, saveHostWords } from '../domain/host-words.server.ts'
import { hostWordsSchema } from './host-words.schema.ts'

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['organize.hosts.words-title'](), matches)

const valuesOf = ({ title, greeting }: HostWords) => ({ title: inBoth(title), greeting: inBoth(greeting) })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.edit')
  const words = await getHostWords(event.id, params.organization ?? '')
  await requireOrganizationRight(ctx, 'organization.edit', words.organizationId)
  const values = valuesOf(words)
  const stale = (['title', 'greeting'] as const).filter((name) => isStale(words[name]))
  return data({
    slug: words.slug,
    name: textIn(words.name, ctx.locale),
    values,
    base: footprint(values),
    stale,
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.edit')
  const stored = await getHostWords(event.id, params.organization ?? '')
  await requireOrganizationRight(ctx, 'organization.edit', stored.organizationId)
  const { slug } = stored
  const page = `/organize/events/${event.slug}/hosts/${slug}/words`
  return saveMerged(request, {
    schema: hostWordsSchema,
    stored,
    valuesOf,
    save: async (form, seen) => {
      const isChanged = await saveHostWords(ctx, { eventId: event.id, slug, seen, words: form.data })
      return isChanged ? redirect(page, 303) : nothingChanged(page)
    },
  })
}

/** How one host calls the event and greets its own guests. */
export default function HostWordsPage() {
  const frame = useEventFrame()
  const { slug, name, values: stored, base, stale } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const values = refused?.values ?? stored
  const fault = (field: string) => {
    const found = faultAt(refused?.errors, field)
    return found && messageFor(found.message)
  }
  const tools = {
    fault,
    field: (field: string) => ({
      name: field,
      defaultValue: String(valueAt(values, field) ?? ''),
      error: fault(field),
    }),
    choice: (field: string) => ({ name: field, defaultChecked: valueAt(values, field) === 'on' }),
  }
  const link = `${publicPath.event(getLocale(), frame.slug)}?host=${slug}`
  return (
    <DeskPage title={m['organize.hosts.words-of']({ name })}>
      <p>
        <a className="breadcrumb" href={`/organize/events/${frame.slug}/hosts`}>
          {m['organize.hosts.title']()}
        </a>
      </p>
      <p className="measure soft">{m['organize.hosts.words-lead']()}</p>
      <form method="post" noValidate className="form" data-kept>
        <FormVersions refused={refused} base={base} />
        <FaultList errors={refused?.errors} />
        <TextPair
          tools={tools}
          name="title"
          label={m['organize.hosts.own-title']()}
          hint={m['organize.hosts.own-title-hint']()}
          stale={stale.includes('title')}
        />
        <TextPair
          tools={tools}
          name="greeting"
          label={m['organize.hosts.greeting']()}
          rows={4}
          stale={stale.includes('greeting')}
        />
        <p>
          <Button>{m['organize.form.save']()}</Button>
        </p>
      </form>
      <p>
        <a href={link}>{m['organize.hosts.own-link']()}</a>
      </p>
    </DeskPage>
  )
}
