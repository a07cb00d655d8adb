import { m } from '#app/paraglide/messages.js'

type Props = {
  companions: {
    number: number
    names: string[]
    /** Who were asked for and have no seats. */
    wished: number
    /** Their guest has a seat, and there was none for them. */
    hasNone: boolean
    mayChange: boolean
  }
  path: string
}

/** Who comes along, or would, and where that is changed. */
export function BroughtAlong({ companions, path }: Props) {
  const { number, names, wished, hasNone, mayChange } = companions
  return (
    <span className="stack tight">
      {number > 0 && [String(number), ...names].join(' · ')}
      {number === 0 && wished === 0 && m['registration.companions.none']()}
      {wished > 0 && (
        <span>
          {hasNone
            ? m['registration.companions.without']({ count: wished })
            : m['registration.companions.waiting']({ count: wished })}
        </span>
      )}
      {mayChange && <a href={`${path}/companions`}>{m['registration.companions.change']()}</a>}
    </span>
  )
}
