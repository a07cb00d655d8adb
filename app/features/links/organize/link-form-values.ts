import type * as z from 'zod/mini'
import { linkTargets } from '#app/shared/vocabulary.ts'
import type { StoredLink } from '../domain/links.server.ts'
import type { LinkDetails } from '../domain/save-link.server.ts'
import type { linkSchema } from './link-form.schema.ts'

type LinkForm = z.infer<typeof linkSchema>

/** What the form says, as it is stored: the address of a page elsewhere counts only where the link leads there. */
export function linkDetailsOf({ name, source, target: chosen, url, language }: LinkForm): LinkDetails {
  const [word = '', id = null] = chosen.split('/')
  const target = linkTargets.find((one) => one === word) ?? 'event'
  return {
    name,
    source,
    target,
    url: target === 'page' ? new URL(url).href : null,
    sessionId: target === 'session' ? id : null,
    initiativeId: target === 'initiative' ? id : null,
    locale: language || null,
  }
}

export function linkFormValues(link: StoredLink) {
  const { name, source, url, locale } = link
  return { name, source, target: targetValue(link), url: url ?? '', language: locale ?? '' }
}

/** As the form calls where a link leads: to the event, where its session or initiative is gone. */
function targetValue({ target, sessionId, initiativeId }: StoredLink): string {
  if (target !== 'session' && target !== 'initiative') return target
  const id = target === 'session' ? sessionId : initiativeId
  return id ? `${target}/${id}` : 'event'
}

/** Where it is told that a session or initiative was taken away while the form was open. */
export const goneTargets = {
  'session-missing': { field: 'target', message: 'shared.form.choose' },
  'initiative-missing': { field: 'target', message: 'shared.form.choose' },
}
