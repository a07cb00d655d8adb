import { m } from '#app/paraglide/messages.js'

type Props = { companions: { number: number; names: string[]; mayChange: boolean }; path: string }

/** Who comes along, and where that is changed. */
export function BroughtAlong({ companions: { number, names, mayChange }, path }: Props) {
  return (
    <span className="stack tight">
      {number === 0 ? m['registration.companions.none']() : [String(number), ...names].join(' · ')}
      {mayChange && <a href={`${path}/companions`}>{m['registration.companions.change']()}</a>}
    </span>
  )
}
