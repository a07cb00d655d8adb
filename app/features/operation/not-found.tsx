import { Refusal } from '#app/shared/errors.ts'

/** Every address that nothing else has. */
export function loader(): never {
  throw new Refusal('missing', 'missing')
}

/** Never shown: the loader always refuses, and the refusal is shown by the root. */
export default function NotFound() {
  return null
}
