import { fieldId } from './field-id.ts'
import { markOf } from './merge.ts'

/**
 * Where a form leads to that stays on its page: to the first field that was changed, for a browser without script would
 * begin at the top of a long page. An answer that leads elsewhere stays as it is.
 */
export function atChange<Answer>(
  answer: Answer,
  { url }: Pick<Request, 'url'>,
  sent: Iterable<readonly [string, unknown]>,
  stored: Record<string, string>,
): Answer {
  const to = answer instanceof Response ? answer.headers.get('Location') : null
  if (!(answer instanceof Response) || !to || to.includes('#')) return answer
  if (new URL(to, url).pathname !== new URL(url).pathname) return answer
  const changed = firstChanged(sent, stored)
  if (changed) answer.headers.set('Location', `${to}#${fieldId(changed)}`)
  return answer
}

function firstChanged(sent: Iterable<readonly [string, unknown]>, stored: Record<string, string>) {
  const fields = new Map<string, string>()
  for (const [name, value] of sent) {
    const before = fields.get(name)
    fields.set(name, before === undefined ? String(value) : `${before}\n${value}`)
  }
  const isChanged = ([name, value]: [string, string]) =>
    Object.hasOwn(stored, name) && markOf(value) !== markOf(stored[name] ?? '')
  return [...fields].find(isChanged)?.[0]
}
