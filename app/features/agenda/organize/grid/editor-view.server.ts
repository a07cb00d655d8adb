import type { LoaderFunctionArgs } from '@remix-run/node'
import { getEditorDraft } from '#app/features/agenda/domain/draft/editor-draft.server.ts'
import { organizedEvent } from '#app/organize/organized-event.server.ts'

/** What grid and list show: the draft of the event, for who may edit it. */
export async function editorView({ request, params }: Pick<LoaderFunctionArgs, 'request' | 'params'>) {
  const { event } = await organizedEvent(request, params, 'agenda.edit')
  const draft = await getEditorDraft(event.id)
  return {
    draft,
    eventId: event.id,
    event: { startsAt: event.startsAt.toISOString(), endsAt: event.endsAt.toISOString() },
    timeZone: event.timeZone,
    asked: new URL(request.url).searchParams.get('day'),
  }
}

export type EditorView = Awaited<ReturnType<typeof editorView>>
