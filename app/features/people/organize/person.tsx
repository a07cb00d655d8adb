import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { isTimeZone, timeZones } from '#app/features/events/domain/local-time.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { formOrRestored } from '#app/organize/restored-form.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { FormVersions } from '#app/organize/versions-panel.tsx'
import { m } from '#app/paraglide/messages.js'
import { footprint } from '#app/shared/forms/merge.ts'
import { saveMerged } from '#app/shared/forms/merged-form.server.ts'
import { refuse, refuseField } from '#app/shared/forms/read-form.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { ownValue } from '#app/shared/own-value.ts'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { editPerson } from '../domain/edit-person.server.ts'
import { getKnownPerson } from '../domain/known-to-hosts.server.ts'
import { announcePeople } from './announce-people.server.ts'
import { OtherRecordForm } from './choosing/other-record-form.tsx'
import { PeopleTabs } from './people-tabs.tsx'
import { LikelySame, PersonParts, PersonPicture, PersonRead } from './person-around.tsx'
import { PersonFields } from './person-fields.tsx'
import { personSchema } from './person-form.schema.ts'
import { personFormValues, staleFieldsOf } from './person-form-values.server.ts'
import { personView } from './person-view.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  eventTitle(data?.view.name ?? '', matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'people.read')
  const person = await getKnownPerson(ctx, event.id, params.person ?? '')
  if (person.mergedIntoId) throw redirect(`/organize/events/${event.slug}/people/${person.mergedIntoId}`)
  const values = personFormValues(person)
  const zones = timeZones()
  return data({
    values,
    mayEdit: event.may('people.edit'),
    mayAgenda: event.may('agenda.edit'),
    view: await personView(ctx, event, person),
    base: footprint(values),
    stale: staleFieldsOf(person),
    zones: !person.timeZone || zones.includes(person.timeZone) ? zones : [person.timeZone, ...zones],
    saved: new URL(request.url).searchParams.get('saved'),
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'people.edit')
  const stored = await getKnownPerson(ctx, event.id, params.person ?? '')
  const of = { stored, valuesOf: personFormValues }
  const verbs = ['person.edited', 'profile.edited']
  const form = await formOrRestored(request, { eventId: event.id, verbs, subjectId: stored.id, ...of })
  return saveMerged(form, {
    schema: personSchema,
    ...of,
    save: async (form, { revision }) => {
      const details = form.data
      if (details.timeZone && !isTimeZone(details.timeZone)) {
        return refuse(refuseField(form, 'timeZone', 'people.form.zone'))
      }
      const edit = { eventId: event.id, personId: stored.id, revision, details }
      const { fields, proposed } = await editPerson(ctx, edit)
      const page = `/organize/events/${event.slug}/people/${stored.id}`
      if (fields.length + proposed.length === 0) return nothingChanged(page)
      if (fields.length > 0) await announcePeople(ctx, [event.id])
      return redirect(`${page}?saved=${proposed.length > 0 ? 'proposed' : 'yes'}`, 303)
    },
  })
}

const savedTexts: Record<string, () => string> = {
  yes: m['people.one.saved'],
  proposed: m['people.one.proposed'],
  added: m['people.one.added'],
  portrait: m['people.one.portrait-saved'],
  'no-portrait': m['people.one.portrait-removed'],
  merged: m['people.one.merged'],
}

export default function Person() {
  const page = useLoaderData<typeof loader>()
  const frame = useEventFrame()
  const { view, mayEdit, mayAgenda, saved } = page
  const refused = useActionData<typeof action>()
  const home = `/organize/events/${frame.slug}`
  const told = ownValue(savedTexts, saved)
  return (
    <DeskPage title={<span translate="no">{view.name}</span>}>
      <PeopleTabs event={frame.slug} current={null} mayEdit={mayEdit} />
      {told && !refused && <Notice tone="success" live title={told()} />}
      {mayEdit && !view.isOwn && <Notice title={m['people.one.of-others']()} />}
      {view.toOldAddress.count > 0 && (
        <Notice tone="warning" title={m['people.one.old-address']({ count: view.toOldAddress.count })}>
          <p>{m['people.one.old-address-hint']({ addresses: view.toOldAddress.addresses })}</p>
          {mayAgenda && (
            <p>
              <a href={`${home}/agenda/invitations`}>{m['people.one.to-invitations']()}</a>
            </p>
          )}
        </Notice>
      )}
      {mayEdit && <LikelySame view={view} home={home} />}
      <div className="with-aside">
        {mayEdit ? <PersonForm /> : <PersonRead values={page.values} />}
        <div className="aside stack loose">
          <PersonPicture view={view} home={home} mayEdit={mayEdit} />
          <PersonParts view={view} home={home} mayOpen={mayAgenda} />
          {mayEdit && <OtherRecordForm event={frame.slug} personId={view.id} />}
        </div>
      </div>
    </DeskPage>
  )
}

function PersonForm() {
  const { values, base, stale, zones } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <Form method="post" noValidate className="form">
      <FormVersions refused={refused} base={base} />
      <PersonFields refused={refused} initial={values} zones={zones} stale={stale} />
      <p className="action-bar">
        <Button>{m['organize.form.save']()}</Button>
      </p>
    </Form>
  )
}
