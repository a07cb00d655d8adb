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
import { plainTools } from '#app/shared/forms/plain-tools.ts'
import { refuse, refuseField } from '#app/shared/forms/read-form.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { Button } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/fields/field.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { type Juror, listJurors } from '../../domain/awards/awards.server.ts'
import { seatJury } from '../../domain/awards/seat-jury.server.ts'
import { creditsMeant } from '../../domain/credits-meant.server.ts'
import { getSection } from '../../domain/sections/sections.server.ts'
import { jurySchema } from './award-form.schema.ts'

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['films.awards.jury'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { event } = await organizedEvent(request, params, 'event.edit')
  const section = await getSection(event.id, params.section ?? '')
  const values = juryFormValues(await juryOf(event.id, section.id))
  return data({ name: section.name, values, base: footprint(values) })
}

async function juryOf(eventId: string, sectionId: string) {
  return { jurors: (await listJurors(eventId)).filter((one) => one.sectionId === sectionId) }
}

function juryFormValues({ jurors }: { jurors: readonly Juror[] }) {
  const names = (chairs: boolean) =>
    jurors.flatMap(({ isChair, name }) => (isChair === chairs ? [name] : [])).join('\n')
  return { chair: names(true), members: names(false) }
}

const namesIn = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.edit')
  const { id, slug } = await getSection(event.id, params.section ?? '')
  const list = `/organize/events/${event.slug}/films/awards`
  return saveMerged(request, {
    schema: jurySchema,
    stored: await juryOf(event.id, id),
    valuesOf: juryFormValues,
    save: async (form, { jurors: seen }) => {
      const own = seen.map(({ personId, name }) => ({ role: 'cast' as const, personId, name }))
      const chairs = namesIn(form.data.chair)
      const cast = [...chairs, ...namesIn(form.data.members)]
      const meant = await creditsMeant(ctx, event.id, { cast }, own)
      const [several] = meant.several
      if (several) {
        const field = chairs.includes(several.name) ? 'chair' : 'members'
        const told = new URLSearchParams({ name: several.name })
        return refuse(refuseField(form, field, `films.form.person-several?${told}`))
      }
      const people = meant.credits.map(({ personId }) => personId)
      const jury = { section: slug, people, chairs: chairs.length, newcomers: meant.newcomers, seen }
      const isChanged = await seatJury(ctx, { eventId: event.id, ...jury })
      return isChanged ? redirect(list, 303) : nothingChanged(list)
    },
  })
}

/** Who judges the films of a section. */
export default function JuryDesk() {
  const frame = useEventFrame()
  const { name, values, base } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { field } = plainTools(refused, values)
  return (
    <DeskPage title={m['films.awards.jury']()}>
      <p>
        <a className="breadcrumb" href={`/organize/events/${frame.slug}/films/awards`}>
          {m['films.awards.title']()}
        </a>
      </p>
      <p className="lede">
        <Translated value={name} />
      </p>
      <Form method="post" noValidate className="form">
        <FormVersions refused={refused} base={base} />
        <TextArea {...field('chair')} label={m['films.awards.chair']()} rows={1} />
        <TextArea
          {...field('members')}
          label={m['films.awards.members']()}
          hint={m['films.form.credits-hint']()}
          rows={5}
        />
        <p>
          <Button>{m['organize.form.save']()}</Button>
        </p>
      </Form>
    </DeskPage>
  )
}
