import type { LoaderFunctionArgs } from '@remix-run/node'
import { getEditorDraft } from '#app/features/agenda/domain/draft/editor-draft.server.ts'
import { eventFrame } from '#app/organize/event-frame.server.ts'
import { organizerContext } from '#app/shared/auth/organizer-context.server.ts'

/** What grid and list show: the draft of the event, for who may edit it. */
export async function editorView({ request, params }: Pick<LoaderFunctionArgs, 'request' | 'params'>) {
  const ctx = await organizerContext(request)
  const { event, frame } = await eventFrame(ctx, params.event ?? '', 'agenda.edit')
  const draft = await getEditorDraft(event.id)
  return {
    frame,
    draft,
    eventId: event.id,
    event: { startsAt: event.startsAt.toISOString(), endsAt: event.endsAt.toISOString() },
    timeZone: event.timeZone,
    asked: new URL(request.url).searchParams.get('day'),
  }
}

export type EditorView = Awaited<ReturnType<typeof editorView>>
