/** Why a page that saves by itself has no answer: to be sent again, or refused with a sentence. */
export type Unanswered = { kind: 'signed-out' } | { kind: 'away' } | { kind: 'refused'; sentence: string }

/**
 * Sends what a page saves by itself. Gives the JSON that was answered, which the caller's own route makes; whatever else
 * keeps it from the server is an answer too, never an exception.
 */
export async function postQuietly<Json>(
  address: string,
  body: FormData | URLSearchParams,
  init: RequestInit = {},
): Promise<{ kind: 'answered'; json: Json } | Unanswered> {
  try {
    const answer = await fetch(address, { method: 'POST', body, redirect: 'manual', ...init })
    // Whoever is signed out is led to the sign-in page.
    if (answer.type === 'opaqueredirect') return { kind: 'signed-out' }
    if (answer.status === 429 || answer.status >= 500) return { kind: 'away' }
    if (answer.headers.get('Content-Type')?.startsWith('application/json'))
      return { kind: 'answered', json: await answer.json() }
    return { kind: 'refused', sentence: (await answer.text()).trim().slice(0, 300) }
  } catch {
    return { kind: 'away' }
  }
}
