import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import * as z from 'zod/mini'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { editEvent } from '#app/features/events/domain/edit-event.server.ts'
import { isTimeZone, timeZones } from '#app/features/events/domain/local-time.server.ts'
import { ActPreviewPanel } from '#app/organize/act-preview-panel.tsx'
import { readAnswered } from '#app/organize/answered-form.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { previewIn, previewStatus } from '#app/organize/preview-answer.ts'
import { seatsTaken } from '#app/organize/refusal-places.ts'
import { formOrRestored } from '#app/organize/restored-form.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { FormVersions } from '#app/organize/versions-panel.tsx'
import { m } from '#app/paraglide/messages.js'
import { checkbox } from '#app/shared/forms/fields.ts'
import { footprint } from '#app/shared/forms/merge.ts'
import { saveMerged } from '#app/shared/forms/merged-form.server.ts'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { useSchemaForm } from '#app/shared/forms/use-schema-form.ts'
import { isStale } from '#app/shared/i18n/translated-text.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { EventFields } from './event-fields.tsx'
import { eventSchema } from './event-form.schema.ts'
import { eventFormValues } from './event-form-values.server.ts'
import { eventDetailsOf } from './event-times.server.ts'
import { type MoveSeen, movedDeadlines, moveOf, seeMove, withDeadlinesAlong } from './move-along.server.ts'
import { MoveAlong } from './move-along.tsx'
import { PublicPageLink } from './public-page-link.tsx'

export { keptAction as clientAction, keptLoader as clientLoader } from '#app/shared/pages/kept-page.ts'

export const handle = { hydrate: true }
export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['organize.settings.title'](), matches)

const local = z.optional(z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/)))

/** A page that found the event too short, or an import of other days, leads here with the times already in the fields. */
const askedSchema = z.object({
  startsAt: local,
  endsAt: local,
  timeZone: z.optional(z.string().check(z.refine(isTimeZone))),
  import: z.optional(z.uuid()),
})

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { event } = await organizedEvent(request, params, 'event.edit')
  const values = eventFormValues(event)
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const asked = z.safeParse(askedSchema, query).data ?? {}
  const { startsAt = '', endsAt = '', timeZone = event.timeZone } = asked
  const texts = {
    title: event.title,
    theme: event.theme,
    summary: event.summary,
    description: event.description,
    notice: event.notice,
  }
  const places = { 'place.name': event.venue?.name, 'place.city': event.venue?.city }
  const zones = timeZones()
  return data({
    values: { ...values, timeZone, ...(startsAt && { startsAt }), ...(endsAt && { endsAt }) },
    importId: asked.import ?? null,
    revision: event.revision,
    base: footprint(values),
    stale: Object.entries({ ...texts, ...places }).flatMap(([name, text]) => (isStale(text) ? [name] : [])),
    zones: [...new Set([timeZone, event.timeZone])].filter((zone) => !zones.includes(zone)).concat(zones),
    saved: new URL(request.url).searchParams.get('told'),
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.edit')
  const { answered, errors, values } = await readAnswered(request)
  const movesAlong = await wantsMove(request)
  const form = await formOrRestored(request, {
    eventId: event.id,
    verbs: ['event.edited'],
    subjectId: event.id,
    stored: event,
    valuesOf: eventFormValues,
    renamed: (change) => ({ ...change, field: change.field.replace(/^place\./, 'venue.') }),
  })
  return saveMerged(form, {
    schema: eventSchema,
    stored: event,
    valuesOf: eventFormValues,
    save: async (form, now) => {
      const words = form.data
      const move = moveOf(words, event)
      const goesAlong = move !== null && (answered.seen === '' || movesAlong)
      const along = move && goesAlong ? withDeadlinesAlong(words, eventFormValues(event), move) : words
      const read = eventDetailsOf(along, form.values, now)
      if (!read.ok) return refuse(read)
      const asked = { move, goesAlong, deadlines: movedDeadlines(words, along) }
      try {
        const performed = await performAct(ctx, {
          act: { eventId: event.id, verb: 'event.edited' },
          answered: { ...answered, seen: seenOf(answered.seen, goesAlong) },
          work: () => editEvent(ctx, { eventId: event.id, revision: now.revision, details: read.details }),
          look: () => seeMove(ctx, event, read.details, asked),
        })
        if (!performed.done) {
          const print = `${performed.preview.print}${goesAlong ? '+' : ''}`
          const shown = { preview: { ...performed.preview, print }, seen: performed.seen }
          const typed = { ...form.values, ...values }
          return refuse({ ok: false, errors, values: typed }, shown, previewStatus(errors))
        }
        const page = `/organize/events/${event.slug}/settings`
        const { told } = performed.result
        return redirect(`${page}?told=${performed.actId ? told : 'none'}`, 303)
      } catch (error) {
        return refuseAt(error, form, seatsTaken)
      }
    },
  })
}

/** Whoever was shown the agenda going along and now wants it to stay, or the other way round, is shown that first. */
function seenOf(seen: string, goesAlong: boolean): string {
  return seen.endsWith('+') === goesAlong ? seen.replace(/\+$/, '') : ''
}

const moveSchema = z.object({ moveAlong: checkbox() })

async function wantsMove(request: Request): Promise<boolean> {
  const form = await readForm(request.clone() as Request, moveSchema)
  return form.ok && form.data.moveAlong
}

export default function Settings() {
  const frame = useEventFrame()
  const { revision, saved, importId } = useLoaderData<typeof loader>()
  return (
    <DeskPage
      title={m['organize.settings.title']()}
      actions={
        <>
          <PublicPageLink slug={frame.slug} published={frame.published} />
          <ButtonLink variant="plain" href={`/organize/events/${frame.slug}/cover`}>
            {m['pictures.cover.title']()}
          </ButtonLink>
          <ButtonLink variant="plain" href={`/organize/events/${frame.slug}/series`}>
            {m['organize.series.title']()}
          </ButtonLink>
          <ButtonLink variant="plain" href={`/organize/events/${frame.slug}/address`}>
            {m['organize.address.title']()}
          </ButtonLink>
          {!frame.cancelled && (
            <ButtonLink variant="danger" href={`/organize/events/${frame.slug}/cancellation`}>
              {m['organize.cancellation.start']()}
            </ButtonLink>
          )}
        </>
      }
    >
      {saved === 'none' && <Notice live title={m['shared.done.unchanged']()} />}
      {saved !== null && saved !== 'none' && (
        <Notice tone="success" live title={m['organize.settings.saved']()}>
          {Number(saved) > 0 && <p>{m['organize.settings.told']({ count: Number(saved) })}</p>}
        </Notice>
      )}
      {importId && (
        <Notice title={m['organize.settings.from-import']()}>
          <a href={`/organize/events/${frame.slug}/agenda/import/${importId}`}>
            {m['organize.settings.to-import']()}
          </a>
        </Notice>
      )}
      <SettingsForm key={revision} />
    </DeskPage>
  )
}

function SettingsForm() {
  const frame = useEventFrame()
  const { values, base, stale, zones } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const tools = useSchemaForm(eventSchema, refused, values)
  const preview = previewIn(refused)
  const seen = preview && (refused as { seen?: MoveSeen | null }).seen
  return (
    <Form method="post" noValidate className="form" onSubmit={tools.onSubmit} data-kept>
      <FormVersions refused={refused} base={base} />
      {preview && refused && (
        <ActPreviewPanel preview={preview} refused={refused} action={m['organize.form.save']()}>
          {seen && <MoveAlong seen={seen} zone={frame.timeZone} home={`/organize/events/${frame.slug}`} />}
        </ActPreviewPanel>
      )}
      <EventFields tools={tools} zones={zones} stale={stale} />
      {!preview && (
        <p>
          <Button disabled={tools.isSending}>{m['organize.form.save']()}</Button>
        </p>
      )}
    </Form>
  )
}
