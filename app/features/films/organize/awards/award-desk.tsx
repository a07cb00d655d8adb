import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { listFilmChoices } from '#app/features/agenda/domain/draft/draft-films.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { FormVersions } from '#app/organize/versions-panel.tsx'
import { m } from '#app/paraglide/messages.js'
import { footprint } from '#app/shared/forms/merge.ts'
import { saveMerged } from '#app/shared/forms/merged-form.server.ts'
import { refuse } from '#app/shared/forms/read-form.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { isStale } from '#app/shared/i18n/translated-text.ts'
import { Button } from '#app/ui/button.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { getAward } from '../../domain/awards/awards.server.ts'
import { editAward } from '../../domain/awards/save-award.server.ts'
import { listSections } from '../../domain/sections/sections.server.ts'
import { AwardFields } from './award-fields.tsx'
import { awardSchema, winnerRows } from './award-form.schema.ts'
import { awardFormValues, awardMeant } from './award-meant.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches }) => eventTitle(m['films.awards.one'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { event } = await organizedEvent(request, params, 'event.edit')
  const award = await getAward(event.id, params.award ?? '')
  const [sections, films] = await Promise.all([listSections(event.id), listFilmChoices(event.id)])
  const values = awardFormValues(award)
  const stale = winnerRows.flatMap((row, at) =>
    isStale(award.winners[at]?.citation) ? [`winners.${row}.citation`] : [],
  )
  return data({
    id: award.id,
    name: award.name,
    sections: sections.map(({ id, name }) => ({ id, name })),
    films,
    values,
    base: footprint(values),
    stale: isStale(award.name) ? ['name', ...stale] : stale,
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.edit')
  const award = await getAward(event.id, params.award ?? '')
  const list = `/organize/events/${event.slug}/films/awards`
  return saveMerged(request, {
    schema: awardSchema,
    stored: award,
    valuesOf: awardFormValues,
    save: async (form, seen) => {
      const meant = await awardMeant(ctx, event.id, form, seen)
      if (!meant.ok) return refuse(meant)
      const { details, newcomers } = meant
      return (await editAward(ctx, { seen, details, newcomers })) ? redirect(list, 303) : nothingChanged(list)
    },
  })
}

/** One award at the desk. */
export default function AwardDesk() {
  const frame = useEventFrame()
  const { id, name, sections, films, values, base, stale } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const list = `/organize/events/${frame.slug}/films/awards`
  return (
    <DeskPage
      title={<Translated value={name} />}
      actions={
        <form method="post" action={`${list}/${id}/removal`}>
          <Button variant="danger">{m['films.awards.remove']()}</Button>
        </form>
      }
    >
      <p>
        <a className="breadcrumb" href={list}>
          {m['films.awards.title']()}
        </a>
      </p>
      <Form method="post" noValidate className="form">
        <FormVersions refused={refused} base={base} />
        <AwardFields refused={refused} initial={values} stale={stale} sections={sections} films={films} />
        <p className="action-bar">
          <Button>{m['organize.form.save']()}</Button>
        </p>
      </Form>
    </DeskPage>
  )
}
