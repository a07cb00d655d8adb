import { Refusal } from '#app/shared/errors.ts'
import { type OwnWordKind, ownWordKinds } from '#app/shared/vocabulary.ts'

/** The kind of mail that an address names; refuses (missing) what has no words of its own. */
export function readOwnWordKind(named: string | undefined): OwnWordKind {
  const kind = ownWordKinds.find((one) => one === named)
  if (!kind) throw new Refusal('mail-missing', 'missing')
  return kind
}
