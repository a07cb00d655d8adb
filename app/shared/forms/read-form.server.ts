import { data } from '@remix-run/node'
import { type $ZodIssue, type $ZodType, type output, safeParse } from 'zod/v4/core'
import { Refusal } from '#app/shared/errors.ts'
import { isMessageKey } from './form-messages.ts'
import { composed, isCleanText } from './form-text.ts'
import { type FormErrors, type FormValues, fieldPath, listFields, putAt, valueAt } from './form-values.ts'

export type ReadForm<T> = { ok: true; data: T; values: FormValues } | RefusedForm
export type RefusedForm = { ok: false; errors: FormErrors; values: FormValues }

/**
 * Reads a posted form by its schema. `errors` hold message keys at the fields and `values` what was typed, so that the
 * page can be shown again with nothing lost.
 */
export async function readForm<S extends $ZodType>(
  request: Request,
  schema: S,
): Promise<ReadForm<output<S>>> {
  return readFields(await postedFields(request), schema)
}

/** The same of fields that were read already. */
export function readFields<S extends $ZodType>(fields: FormData, schema: S): ReadForm<output<S>> {
  const { given, values } = collect(fields, listFields(schema))
  const result = safeParse(schema, given)
  if (result.success) return { ok: true, data: result.data, values }
  const errors: FormErrors = {}
  for (const issue of result.error.issues) {
    const path = issue.path.length > 0 ? issue.path : ['form']
    if (!valueAt(errors, path.map(String).join('.'))) {
      putAt(errors, path, {
        type: issue.code ?? 'wrong',
        message: messageKey(issue, valueAt(given, path.join('.'))),
      })
    }
  }
  return { ok: false, errors, values }
}

/** The same form refused at one field, for what only the database knows. */
export function refuseField(form: { values: FormValues }, field: string, message: string): RefusedForm {
  const errors: FormErrors = {}
  putAt(errors, field.split('.'), { type: 'refused', message })
  return { ok: false, errors, values: form.values }
}

/** What an action answers with: the page again, status 400 (or another 4xx), faults at the fields. */
export function refuse<Extra extends object = object>(
  form: RefusedForm,
  extra?: Extra,
  answer: number | ResponseInit = 400,
) {
  const init = typeof answer === 'number' ? { status: answer } : answer
  return data({ errors: form.errors, values: form.values, ...(extra as Extra) }, init)
}

/** The fields of a posted form as they came; refuses what is no form. */
export async function postedFields(request: Request): Promise<FormData> {
  // A post without fields carries no body and no type (a plain button's form in some clients).
  if (!request.headers.get('Content-Type') && !request.body) return new FormData()
  try {
    return await request.formData()
  } catch {
    throw new Refusal('form-unreadable', 'invalid')
  }
}

function collect(fields: FormData, lists: string[]): { given: FormValues; values: FormValues } {
  const given: FormValues = {}
  const values: FormValues = {}
  for (const name of lists) {
    putAt(given, [name], [])
    putAt(values, [name], [])
  }
  for (const name of new Set(fields.keys())) {
    const path = fieldPath(name)
    if (!path || !isCleanText(name)) throw new Refusal('form-unreadable', 'invalid')
    const all = fields.getAll(name).map((value) => (typeof value === 'string' ? cleaned(value) : value))
    const typed = all.filter((value) => typeof value === 'string')
    const many = lists.includes(name)
    putAt(given, path, many ? all : all[0])
    if (typed.length > 0) putAt(values, path, many ? typed : (typed[0] ?? ''))
  }
  return { given, values }
}

function cleaned(value: string): string {
  if (!isCleanText(value)) throw new Refusal('form-unreadable', 'invalid')
  return composed(value)
}

function messageKey(issue: $ZodIssue, value: unknown): string {
  if (isMessageKey(issue.message)) return issue.message
  return value === undefined || value === '' ? 'shared.form.missing' : 'shared.form.wrong'
}
