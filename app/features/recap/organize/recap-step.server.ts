import { redirect } from '@remix-run/node'
import type { $ZodType, output } from 'zod/v4/core'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { fieldId } from '#app/shared/forms/field-id.ts'
import { postedFields, readForm, refuse, refuseField } from '#app/shared/forms/read-form.server.ts'
import { publishRecap, restoreRecap, unpublishRecap } from '../domain/publish-recap.server.ts'
import {
  addRecording,
  moveMaterial,
  openSlides,
  removeRecording,
  renewText,
} from '../domain/recap-parts.server.ts'
import type { StoredText } from './autosave.ts'
import {
  materialSchema,
  recordingRemovalSchema,
  recordingSchema,
  renewSchema,
  restoreSchema,
  slidesSchema,
  textSchema,
} from './recap.schema.ts'
import { saveText as saveTextForm } from './save-text.server.ts'

type Event = { id: string; slug: string }
type Step = (ctx: Context, event: Event, request: Request) => Promise<unknown>

// Parts of a long page: where one goes on.
const [toText, toExtras] = [`#${fieldId('title')}`, '#extras']

/** What can be done on the recap's desk, by the field `step`; some answer which part of the page to go back to. */
const steps: Record<string, Step> = {
  text: saveText,
  publish: (ctx, event) => publishRecap(ctx, event.id),
  unpublish: (ctx, event) => unpublishRecap(ctx, event.id),
  restore: async (ctx, event, request) => {
    const { version } = await read(request, restoreSchema)
    await restoreRecap(ctx, event.id, version)
  },
  material: async (ctx, event, request) => {
    const { note, move } = await read(request, materialSchema)
    await moveMaterial(ctx, { eventId: event.id, noteId: note, move })
    return `#material-${note}`
  },
  renew: async (ctx, event, request) => {
    const { note, kind, locale } = await read(request, renewSchema)
    await renewText(ctx, { eventId: event.id, kind, locale, noteId: note })
    return toText
  },
  'add-recording': async (ctx, event, request) => {
    const form = await readForm(request, recordingSchema)
    if (!form.ok) return refuse(form)
    if (!form.data.title.vi && !form.data.title.en)
      return refuse(refuseField(form, 'title.vi', 'shared.form.missing'))
    await addRecording(ctx, { eventId: event.id, ...form.data })
    return toExtras
  },
  'remove-recording': async (ctx, event, request) => {
    const { recording } = await read(request, recordingRemovalSchema)
    await removeRecording(ctx, { eventId: event.id, recordingId: recording })
    return toExtras
  },
  slides: async (ctx, event, request) => {
    const { slides, open } = await read(request, slidesSchema)
    await openSlides(ctx, { eventId: event.id, slidesId: slides, isPublic: open === 'yes' })
    return toExtras
  },
}

/** Does one step and goes back to where it was pressed; a form that cannot be taken is given back with what was typed. */
export async function takeRecapStep(ctx: Context, event: Event, request: Request) {
  const named = String((await postedFields(request.clone())).get('step') ?? '')
  const step = Object.hasOwn(steps, named) && steps[named]
  if (!step) throw new Refusal('invalid', 'invalid')
  const answer = await step(ctx, event, request)
  if (isAnswer(answer)) return answer
  const { search } = new URL(request.url)
  const at = typeof answer === 'string' ? answer : ''
  return redirect(`/organize/events/${event.slug}/recap${search}${at}`, 303)
}

type Answer = ReturnType<typeof refuse<{ stored?: StoredText }>>
const isAnswer = (answer: unknown): answer is Answer =>
  typeof answer === 'object' && answer !== null && 'init' in answer

async function read<S extends $ZodType>(request: Request, schema: S): Promise<output<S>> {
  const form = await readForm(request, schema)
  if (!form.ok) throw new Refusal('invalid', 'invalid')
  return form.data
}

async function saveText(ctx: Context, event: Event, request: Request) {
  const form = await readForm(request, textSchema)
  if (!form.ok) return refuse(form)
  const saved = await saveTextForm(ctx, event.id, form.data)
  if (saved.done) return toText
  const { title: theirs, revision: newer } = saved.stored
  const refused = refuseField(form, 'form', 'shared.refusal.saved-by-other')
  return refuse(refused, { stored: { title: theirs, revision: newer } }, 409)
}
