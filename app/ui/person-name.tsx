import { unbroken } from './initials.ts'

type PersonNameProps = { name: string; honorific?: string | null | undefined }

/** A name as its owner writes it, never broken between family and given, never machine-translated. */
export function PersonName({ name, honorific }: PersonNameProps) {
  const title = honorific?.trim()
  // A short title ("TS.", "Dr") clings to the name; a long one may stand on the line above.
  return (
    <span className="person-name">
      {title && `${title}${title.length <= 4 ? '\u00a0' : ' '}`}
      <span translate="no">{unbroken(name)}</span>
    </span>
  )
}
