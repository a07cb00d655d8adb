import { m } from '#app/paraglide/messages.js'
import type { FieldFault, FormErrors } from './form-values.ts'

export type FormMessage = (params: never) => string
export type FormMessages = Record<string, FormMessage>

/** The faults that every form may show. A feature adds its own with `extendFormMessages`, so each page ships only its own. */
const known: FormMessages = {
  'shared.form.away': m['shared.form.away'],
  'shared.form.link': m['shared.form.link'],
  'shared.form.missing': m['shared.form.missing'],
  'shared.form.wrong': m['shared.form.wrong'],
  'shared.form.email': m['shared.form.email'],
  'shared.form.email-letters': m['shared.form.email-letters'],
  'shared.form.too-long': m['shared.form.too-long'],
  'shared.form.choose': m['shared.form.choose'],
  'shared.form.out-of-date': m['shared.form.out-of-date'],
  'shared.refusal.saved-by-other': m['shared.refusal.saved-by-other'],
}

/** Called at the top of the module that shows a form, with the messages of its schema. */
export function extendFormMessages(messages: FormMessages) {
  Object.assign(known, messages)
}

/**
 * The sentence for a fault. The key may carry parameters like a query (`shared.form.too-long?max=200`); a key nobody
 * registered gives the general sentence, never the key.
 */
export function messageFor(keyWithParams: string, params: Record<string, string | number> = {}): string {
  const [key = '', query = ''] = keyWithParams.split('?', 2)
  const message = known[key] ?? m['shared.form.wrong']
  return message({ ...Object.fromEntries(new URLSearchParams(query)), ...params } as never)
}

/** All faults of a form in one line, each sentence once: where no field can say its own. */
export function faultSentences(errors: FormErrors): string {
  const found = new Set<string>()
  const collect = (of: FormErrors) => {
    for (const one of Object.values(of)) {
      if (isFault(one)) found.add(messageFor(one.message))
      else collect(one)
    }
  }
  collect(errors)
  return [...found].join(' ')
}

const isFault = (one: FieldFault | FormErrors): one is FieldFault => typeof one.message === 'string'

export function isMessageKey(text: string): boolean {
  return /^[a-z-]+(\.[a-z0-9-]+)+(\?.*)?$/.test(text)
}
