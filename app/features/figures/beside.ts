import * as z from 'zod/mini'

const slug = z.string().check(z.regex(/^([a-z0-9]+(-[a-z0-9]+)*)?$/))

/** The earlier event that an address asks to compare with, '' for none; null where it says nothing, or nonsense. */
export function besideIn(request: Request): string | null {
  const asked = slug.safeParse(new URL(request.url).searchParams.get('beside') ?? null)
  return asked.success ? asked.data : null
}
