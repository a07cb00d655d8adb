import { renewSpeakingLinks } from '#app/features/invitations/domain/renew-speaking-links.server.ts'
import type { Context } from '#app/shared/context.ts'
import { getSpeakingByToken, speakerContext } from './speaking-by-token.server.ts'

/** A speaker ends their link and that of their assistant; an assistant ends their own. */
export async function renewOwnSpeakingLink(ctx: Context, token: string): Promise<void> {
  const at = await getSpeakingByToken(token)
  await renewSpeakingLinks(speakerContext(ctx, at), {
    eventId: at.event.id,
    personId: at.personId,
    partId: at.speaking.id,
    holders: at.holder === 'person' ? ['person', 'assistant'] : ['assistant'],
  })
}
