import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import type { Locale } from '#app/shared/vocabulary.ts'

/** What the web process knows of a request before Remix sees it. `locale` may still be set by a loader. */
export type RequestStore = {
  requestId: string
  source: string
  locale: Locale
  nonce: string
  /** Sent from this very machine, and by no proxy. */
  isOnThisMachine?: boolean
  /** What `oncePerRequest` was asked for. */
  asked?: Map<string, Promise<unknown>>
}

// On globalThis: in development the server and the routes can live in two copies of this module.
const key = Symbol.for('ban-tron.request')
const held = globalThis as { [key]?: AsyncLocalStorage<RequestStore> }
held[key] ??= new AsyncLocalStorage<RequestStore>()
const storage = held[key]

export function withRequestStore<T>(store: RequestStore, work: () => T): T {
  return storage.run(store, work)
}

/** The present request's store; a neutral one outside any request (jobs, tests). */
export function requestStore(): RequestStore {
  return storage.getStore() ?? { requestId: randomUUID(), source: 'internal', locale: 'vi', nonce: '' }
}

/** Decides the language of this answer, for addresses that do not start with one. */
export function answerIn(locale: Locale) {
  const store = storage.getStore()
  if (store) store.locale = locale
}

/** A frame and its page load side by side: what both need is asked for once. Outside any request it is asked each time. */
export function oncePerRequest<T>(what: string, ask: () => Promise<T>): Promise<T> {
  const store = storage.getStore()
  if (!store) return ask()
  store.asked ??= new Map()
  const asked = (store.asked.get(what) as Promise<T> | undefined) ?? ask()
  store.asked.set(what, asked)
  return asked
}

/** After an action what was asked for before may be otherwise. */
export function forgetAsked() {
  storage.getStore()?.asked?.clear()
}
