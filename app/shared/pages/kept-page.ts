import {
  type ClientActionFunctionArgs,
  type ClientLoaderFunctionArgs,
  isRouteErrorResponse,
} from '@remix-run/react'
import { typedValues } from '#app/shared/forms/form-values.ts'

/** Whether a page shows what the server has: `away` tries again, `signed-out` and `refused` wait for a person. */
export type Upkeep = 'current' | 'away' | 'signed-out' | 'refused'

const known = new Map<string, unknown>()
const listeners = new Set<() => void>()
let upkeep: Upkeep = 'current'
let isUnsent = false

/** What the page in sight was made from, to go on with when it cannot be fetched anew. */
export function rememberPage(path: string, made: unknown) {
  known.clear()
  known.set(path, made)
}

export const pageUpkeep = {
  now: () => upkeep,
  subscribe(listener: () => void) {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
}

function show(next: Upkeep) {
  if (next === upkeep) return
  upkeep = next
  for (const listener of listeners) listener()
}

/**
 * A page that fetches itself anew stays when that fails, with all that is being written in it: an error page in its place
 * would take that away. Exported as the `clientLoader` of every page that hydrates.
 */
export async function keptLoader({ request, serverLoader }: ClientLoaderFunctionArgs): Promise<unknown> {
  const path = new URL(request.url).pathname
  // After a form that reached nobody there is nothing new to show, and it must not be drawn anew.
  if (isUnsent && known.has(path)) {
    isUnsent = false
    return known.get(path)
  }
  try {
    const made = await serverLoader()
    show('current')
    return made
  } catch (error) {
    const failure = failureOf(error)
    if (!failure || !known.has(path)) throw error
    show(failure)
    return known.get(path)
  }
}

/** A form that could not be sent stays as it is and says so. Exported as the `clientAction` of pages with such a form. */
export async function keptAction({ request, serverAction }: ClientActionFunctionArgs): Promise<unknown> {
  const typed = await request.clone().formData()
  try {
    return await serverAction()
  } catch (error) {
    if (isOnlyElsewhereOnIt(error)) return loadAnew(error)
    if (failureOf(error) !== 'away') throw error
    isUnsent = true
    return { errors: { form: { type: 'away', message: 'shared.form.away' } }, values: typedValues(typed) }
  }
}

/** Whether an answer leads to another place of the page in sight: the browser would scroll there and load nothing. */
function isOnlyElsewhereOnIt(error: unknown): error is Response {
  const to = error instanceof Response ? error.headers.get('Location') : null
  if (!to?.includes('#')) return false
  const at = new URL(to, location.href)
  return `${at.pathname}${at.search}` === `${location.pathname}${location.search}`
}

/** Loads the page again at that place, with what was done; until it is there, the form stays under way. */
function loadAnew(answer: Response): Promise<never> {
  history.replaceState(history.state, '', answer.headers.get('Location'))
  location.reload()
  return new Promise(() => {})
}

/** What kept the server's answer away; null for an answer that leads elsewhere on purpose. */
function failureOf(error: unknown): Exclude<Upkeep, 'current'> | null {
  if (error instanceof Response) {
    return new URL(error.headers.get('Location') ?? '/', 'http://local.invalid').pathname === '/sign-in'
      ? 'signed-out'
      : null
  }
  if (isRouteErrorResponse(error)) return error.status >= 500 || error.status === 429 ? 'away' : 'refused'
  // Asked again meanwhile: the later answer counts.
  if (error instanceof DOMException && error.name === 'AbortError') return null
  return 'away'
}
