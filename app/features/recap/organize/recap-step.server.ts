import { data, redirect } from '@remix-run/node'
import type { $ZodType, output } from 'zod/v4/core'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { readForm, refuse, refuseField } from '#app/shared/forms/read-form.server.ts'
import type { RichNode } from '#db/schema/recap-content.ts'
import { publishRecap, restoreRecap, unpublishRecap } from '../domain/publish-recap.server.ts'
import { readRecapDraft, readRecapSources } from '../domain/recap-draft.server.ts'
import {
  addRecording,
  moveMaterial,
  openSlides,
  removeRecording,
  renewText,
} from '../domain/recap-parts.server.ts'
import { emptyDoc } from '../domain/rich-text.ts'
import { docFromLines } from '../domain/text-lines.ts'
import { saveRecapText } from '../domain/write-recap.server.ts'
import {
  materialSchema,
  recordingRemovalSchema,
  recordingSchema,
  renewSchema,
  restoreSchema,
  slidesSchema,
  textSchema,
} from './recap.schema.ts'

type Event = { id: string; slug: string }
type Step = (ctx: Context, event: Event, request: Request) => Promise<unknown>

/** What can be done on the recap's desk, by the field `step`. */
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
  },
  renew: async (ctx, event, request) => {
    const { note, kind, locale } = await read(request, renewSchema)
    await renewText(ctx, { eventId: event.id, kind, locale, noteId: note })
  },
  'add-recording': async (ctx, event, request) => {
    const form = await readForm(request, recordingSchema)
    if (!form.ok) return refuse(form)
    if (!form.data.title.vi && !form.data.title.en)
      return refuse(refuseField(form, 'title.vi', 'shared.form.missing'))
    await addRecording(ctx, { eventId: event.id, ...form.data })
    return undefined
  },
  'remove-recording': async (ctx, event, request) => {
    const { recording } = await read(request, recordingRemovalSchema)
    await removeRecording(ctx, { eventId: event.id, recordingId: recording })
  },
  slides: async (ctx, event, request) => {
    const { slides, open } = await read(request, slidesSchema)
    await openSlides(ctx, { eventId: event.id, slidesId: slides, isPublic: open === 'yes' })
  },
}

/** Does one step and goes back to where it was pressed; a form that cannot be taken is given back with what was typed. */
export async function takeRecapStep(ctx: Context, event: Event, request: Request) {
  const copy = request.clone()
  const step = steps[String((await copy.formData().catch(() => null))?.get('step') ?? '')]
  if (!step) throw new Refusal('invalid', 'invalid')
  const answer = await step(ctx, event, request)
  if (isAnswer(answer)) return answer
  const url = new URL(request.url)
  return redirect(`/organize/events/${event.slug}/recap${url.search}`, 303)
}

type Answer = ReturnType<typeof refuse<Partial<Saved>>>
type Saved = { saved: number | null; stored: { title: string; revision: number } | null }
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
  const { kind, locale, revision, title, lead, doc, lines } = form.data
  const text = doc === '' ? await fromLines(event.id, kind, locale, lines) : parsed(doc)
  const saved = await saveRecapText(ctx, {
    eventId: event.id,
    kind,
    locale,
    revision,
    title,
    lead,
    doc: text,
  })
  // The editor goes on where it is; a form without script goes back to its page.
  if (saved.done) return doc === '' ? undefined : data({ errors: {}, values: {}, saved: saved.revision })
  const { title: theirs, revision: newer } = saved.stored
  const refused = refuseField(form, 'form', 'shared.refusal.saved-by-other')
  return refuse(refused, { saved: null, stored: { title: theirs, revision: newer } }, 409)
}

async function fromLines(eventId: string, kind: string, locale: 'vi' | 'en', lines: string) {
  const [draft, sources] = await Promise.all([readRecapDraft(eventId), readRecapSources(eventId)])
  const before = draft.texts.find((one) => one.kind === kind && one.locale === locale)?.doc ?? emptyDoc
  return docFromLines(lines, before, (noteId) => sources.get(noteId)?.words[locale] ?? '')
}

function parsed(doc: string): RichNode | null {
  try {
    return JSON.parse(doc) as RichNode
  } catch {
    throw new Refusal('invalid', 'invalid')
  }
}
