import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { listFilmChoices } from '#app/features/agenda/domain/draft/draft-films.server.ts'
import { filmTitle } from '#app/features/agenda/domain/film-title.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { FaultList } from '#app/organize/fault-list.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { listAwards } from '../../domain/awards/awards.server.ts'
import { addAward } from '../../domain/awards/save-award.server.ts'
import { listSections } from '../../domain/sections/sections.server.ts'
import { AwardFields } from './award-fields.tsx'
import { awardSchema } from './award-form.schema.ts'
import { awardMeant } from './award-meant.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['films.awards.title'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.edit')
  const [awards, sections, films] = await Promise.all([
    listAwards(event.id),
    listSections(event.id),
    listFilmChoices(event.id),
  ])
  return data({
    isPublic: event.publishedAt !== null && awards.length > 0,
    sections: sections.map(({ id, slug, name }) => ({ id, slug, name })),
    films,
    awards: awards.map(({ id, name, sectionId, winners }) => ({
      id,
      name,
      section: sections.find((one) => one.id === sectionId)?.name ?? null,
      winners: winners
        .map(({ film, person }) =>
          [person?.name, film && textIn(filmTitle(film), ctx.locale)].filter(Boolean).join(', '),
        )
        .join(' · '),
    })),
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.edit')
  const form = await readForm(request, awardSchema)
  if (!form.ok) return refuse(form)
  const meant = await awardMeant(ctx, event.id, form)
  if (!meant.ok) return refuse(meant)
  const { details, newcomers } = meant
  await addAward(ctx, { eventId: event.id, details, newcomers })
  return redirect(`/organize/events/${event.slug}/films/awards`, 303)
}

/** The awards of an edition with who won them, the juries of its sections, and a new award. */
export default function AllAwards() {
  const frame = useEventFrame()
  const { isPublic, sections, films, awards } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const home = `/organize/events/${frame.slug}/films`
  return (
    <DeskPage
      title={m['films.awards.title']()}
      actions={
        isPublic && (
          <ButtonLink variant="quiet" href={publicPath.awards(getLocale(), frame.slug)}>
            {m['films.desk.public']()}
          </ButtonLink>
        )
      }
    >
      <p>
        <a className="breadcrumb" href={home}>
          {m['films.desk.title']()}
        </a>
      </p>
      {awards.length === 0 ? (
        <EmptyState title={m['films.awards.none']()} />
      ) : (
        <DataTable
          caption={m['films.awards.title']()}
          captionHidden
          rows={awards}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'name',
              header: m['films.awards.name'](),
              names: true,
              cell: ({ id, name }) => (
                <a href={`${home}/awards/${id}`}>
                  <Translated value={name} />
                </a>
              ),
            },
            {
              key: 'section',
              header: m['films.facts.section'](),
              cell: ({ section }) => (section ? <Translated value={section} /> : '—'),
            },
            { key: 'winners', header: m['films.awards.winners'](), cell: ({ winners }) => winners || '—' },
          ]}
        />
      )}
      {sections.length > 0 && (
        <section className="stack snug" aria-labelledby="juries">
          <h2 className="title-m" id="juries">
            {m['films.awards.juries']()}
          </h2>
          <ul>
            {sections.map(({ slug, name }) => (
              <li key={slug}>
                <a href={`${home}/sections/${slug}/jury`}>
                  <Translated value={name} />
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <details id="add-award" open={Boolean(refused) || awards.length === 0}>
        <summary>{m['films.awards.add']()}</summary>
        <Form method="post" noValidate className="form">
          <FaultList errors={refused?.errors} />
          <AwardFields refused={refused} initial={{}} sections={sections} films={films} />
          <p>
            <Button>{m['films.awards.add']()}</Button>
          </p>
        </Form>
      </details>
    </DeskPage>
  )
}
