import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { unasked } from '#app/features/acts/domain/act-preview.ts'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { editMailWords } from '#app/features/events/domain/mail-words/edit-mail-words.server.ts'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { getMailWords } from '../../domain/own-words/mail-words.server.ts'
import { readOwnWordKind } from './own-word-kind.ts'

const none = { subject: { vi: '', en: '' }, opening: { vi: '', en: '' } }

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.edit')
  const kind = readOwnWordKind(params.kind)
  const { revision } = await getMailWords(event.id, kind)
  const performed = await performAct(ctx, {
    act: { eventId: event.id, verb: 'mail-words.edited' },
    answered: unasked,
    work: () => editMailWords(ctx, { eventId: event.id, kind, revision, words: none }),
  })
  const list = `/organize/events/${event.slug}/outbox/words#${kind}`
  return performed.done && performed.actId ? redirect(list, 303) : nothingChanged(list)
}
