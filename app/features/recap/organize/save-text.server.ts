import type { output } from 'zod/mini'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { cleanJson } from '#app/shared/forms/form-text.ts'
import type { RichNode } from '../domain/recap-content.ts'
import { getRecapInput, recapSources } from '../domain/recap-draft.server.ts'
import { emptyDoc } from '../domain/rich-text.ts'
import { docFromLines } from '../domain/text-lines.ts'
import { type SavedText, saveRecapText } from '../domain/write-recap.server.ts'
import type { textSchema } from './recap.schema.ts'

type TextForm = output<typeof textSchema>

/** Saves a text as its form sends it: the tree of the editor, or the lines of the form without script. */
export async function saveText(ctx: Context, eventId: string, form: TextForm): Promise<SavedText> {
  const { kind, locale, revision, title, lead } = form
  const doc = form.doc === '' ? await fromLines(eventId, form) : parsed(form.doc)
  return saveRecapText(ctx, { eventId, kind, locale, revision, title, lead, doc })
}

async function fromLines(eventId: string, { kind, locale, lines }: TextForm): Promise<RichNode> {
  const { draft, notes } = await getRecapInput(eventId)
  const sources = recapSources(notes)
  const before = draft.texts.find((one) => one.kind === kind && one.locale === locale)?.doc ?? emptyDoc
  return docFromLines(lines, before, (noteId) => sources.get(noteId)?.words[locale] ?? '')
}

/** The tree as it was sent. One that is none is refused: cut down to what a recap may hold it would empty the text. */
function parsed(written: string): unknown {
  const doc = cleanJson(written) as Partial<RichNode> | null | undefined
  if (doc?.type !== 'doc' || !Array.isArray(doc.content)) throw new Refusal('invalid', 'invalid')
  return doc
}
