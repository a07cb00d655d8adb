import { getAttendeePage } from '#app/features/registration/domain/links/attendee-page.server.ts'
import { getSpeakingByToken } from '#app/features/speaking/domain/speaking-by-token.server.ts'
import { asRefusal } from '#app/shared/http/refusals.server.ts'
import { oncePerRequest } from '#app/shared/http/request-store.server.ts'

/** The registration that a personal link opens, for the frame and for its page. */
export function openRegistration(token: string) {
  return oncePerRequest(`registration ${token}`, () => getAttendeePage(token))
}

/** The part in an event that a speaker's link opens, for the frame and for its page. */
export function openSpeaking(token: string) {
  return oncePerRequest(`speaking ${token}`, () => getSpeakingByToken(token))
}

/** What the frame around a personal page shows; nothing behind a link that opens nothing, which the page refuses. */
export async function personalView(opened: ReturnType<typeof openRegistration | typeof openSpeaking>) {
  try {
    const { title, accent } = (await opened).event
    return { event: { title, accent } }
  } catch (error) {
    if (asRefusal(error)?.kind === 'missing') return { event: null }
    throw error
  }
}

export type PersonalView = Awaited<ReturnType<typeof personalView>>
