import type { FormValues } from '#app/shared/forms/form-values.ts'
import { flatten } from './versions.ts'

/** The posted form with the stored value in every field for which `take` asks. */
export async function withTakenVersions(request: Request, stored: FormValues): Promise<Request> {
  if (!(request.headers.get('Content-Type') ?? '').includes('form')) return request
  const copy = request.clone()
  const posted = await request.formData().catch(() => null)
  if (!posted?.has('take')) return copy
  const theirs = flatten(stored)
  for (const field of posted.getAll('take')) {
    const value = typeof field === 'string' ? theirs[field] : undefined
    if (typeof field === 'string' && value !== undefined) posted.set(field, value)
  }
  posted.delete('take')
  return new Request(request.url, { method: 'POST', body: posted })
}
