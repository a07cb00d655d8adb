import { ensureSpeaking, speakingToken } from '#app/features/invitations/domain/speaking-link.server.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { invitedSpeaker } from './invitations.ts'

/** A speaker who was asked into a session, with their link and their assistant's, and requests made by either. */
export async function linkedSpeaker(values: Parameters<typeof invitedSpeaker>[0] = {}) {
  const asked = await invitedSpeaker(values)
  const links = await withTransaction((tx) => ensureSpeaking(tx, asked.event.id, [asked.person.id]))
  const row = links.get(asked.person.id)
  if (!row) throw new Error('no link')
  const token = speakingToken.person(row)
  const args = (fields: Record<string, string> | null, more: object = {}, as = token) => ({
    request: new Request(`http://localhost:3000/speaking/${as}`, {
      ...(fields && { method: 'POST', body: new URLSearchParams(fields) }),
    }),
    params: { token: as, session: asked.session.id, ...more },
    context: {},
  })
  return { ...asked, token, assistant: speakingToken.assistant(row), args }
}
