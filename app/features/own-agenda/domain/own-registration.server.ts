import { getRegistrationByToken } from '#app/features/registration/domain/links/registration-by-token.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { countAttempt } from '#app/shared/http/rate-limit.server.ts'

/** The registration behind a personal link whose agenda is about to change. */
export async function getOwnRegistration(token: string) {
  const found = await getRegistrationByToken(token)
  if (found.state === 'cancelled' || found.state === 'declined') throw new Refusal('own-agenda-closed')
  await countAttempt(`own-agenda:${found.id}`, { limit: 600, seconds: 600 })
  return found
}
