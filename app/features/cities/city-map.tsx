import { m } from '#app/paraglide/messages.js'
import { classNames } from '#app/ui/class-names.ts'
import type { CityMap, Drawing, IslandMark, Mark, Sheet, Sign } from './domain/map/draw-map.ts'
import type { Box } from './domain/map/place-labels.ts'

const sizes = ['narrow', 'middle', 'wide'] as const
const islandNames = { 'hoang-sa': m['cities.map.hoang-sa'], 'truong-sa': m['cities.map.truong-sa'] }

type CityMapProps = { map: CityMap; names: ReadonlyMap<string, string> }

/**
 * Cities as named points over land: drawn for three widths, of which the page shows the one that fits, and close up where
 * several lie on one point. Each leads to its line in the list below, which says the same in words.
 */
export function CityMapFigure({ map, names }: CityMapProps) {
  const all = [...names.values()]
  return (
    <figure className="city-map">
      <Land id="land-whole" drawing={map.whole} />
      {map.whole.sheets.map((sheet, at) => (
        <SheetSvg
          key={sheet.width}
          id={`map-${sizes[at]}`}
          land="land-whole"
          className={map.whole.sheets.length > 1 ? `city-sheet city-sheet-${sizes[at]}` : 'city-sheet'}
          sheet={sheet}
          title={m['cities.map.title']()}
          desc={m['cities.map.desc']({ cities: all.join(', '), count: all.length })}
          hrefOf={({ keys }) => hrefOf(keys, map)}
          names={names}
        />
      ))}
      {map.parts.length > 0 && (
        <div className="city-parts">
          {map.parts.map(({ keys, drawing }, at) => (
            <div key={keys.join(' ')} className="stack tight" id={`map-part-${at + 1}`} tabIndex={-1}>
              <p className="small soft">{namesOf(keys, names)}</p>
              <Land id={`land-part-${at + 1}`} drawing={drawing} />
              {drawing.sheets.map((sheet) => (
                <SheetSvg
                  key={sheet.width}
                  id={`map-part-${at + 1}-sheet`}
                  land={`land-part-${at + 1}`}
                  className="city-sheet"
                  sheet={sheet}
                  title={m['cities.map.part']()}
                  desc={m['cities.map.desc']({ cities: namesOf(keys, names), count: keys.length })}
                  hrefOf={(mark) => hrefOf(mark.keys, map)}
                  names={names}
                />
              ))}
            </div>
          ))}
        </div>
      )}
      <Legend signs={map.whole.sheets[0]?.marks ?? []} parts={map.parts} />
    </figure>
  )
}

function hrefOf(keys: readonly string[], { parts }: CityMap): string {
  const part = parts.findIndex((one) => one.keys.join() === keys.join())
  return keys.length > 1 ? `#map-part-${part + 1}` : `#city-${keys[0]}`
}

function namesOf(keys: readonly string[], names: ReadonlyMap<string, string>): string {
  return keys.map((key) => names.get(key) ?? '').join(', ')
}

/** The land once, for all sheets over it. */
function Land({ id, drawing }: { id: string; drawing: Drawing }) {
  return (
    <svg className="city-land" width={0} height={0} aria-hidden="true">
      <defs>
        <path id={id} d={drawing.land} fillRule="evenodd" />
      </defs>
    </svg>
  )
}

type SheetProps = {
  id: string
  land: string
  className: string
  sheet: Sheet
  title: string
  desc: string
  hrefOf: (mark: Mark) => string
  names: ReadonlyMap<string, string>
}

function SheetSvg({ id, land, className, sheet, title, desc, hrefOf: href, names }: SheetProps) {
  const { width, height, scale, marks, islands } = sheet
  return (
    <svg className={className} viewBox={`0 0 ${width} ${height}`} aria-labelledby={`${id}-title ${id}-desc`}>
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{desc}</desc>
      <use href={`#${land}`} transform={`scale(${scale})`} />
      {islands.map((one) => (
        <Islands key={one.key} mark={one} />
      ))}
      {marks.map((mark) => (
        <a
          key={mark.keys.join(' ')}
          href={href(mark)}
          className="city-mark"
          {...(mark.keys.length > 1 && {
            'aria-label': m['cities.map.closer']({ text: mark.text, cities: namesOf(mark.keys, names) }),
          })}
        >
          {!mark.label && <title>{mark.text}</title>}
          <SignShape sign={mark.sign} x={mark.x} y={mark.y} />
          {mark.label && <Name mark={mark} label={mark.label} />}
        </a>
      ))}
    </svg>
  )
}

/** Set from the side on which its point is: names are taken for a little wider than they are. */
function Name({ mark: { x, text }, label }: { mark: Mark; label: Box }) {
  const y = label.y + 17
  if (label.x > x)
    return (
      <text x={label.x} y={y}>
        {text}
      </text>
    )
  const end = label.x + label.width
  const [at, anchor] = end < x ? [end, 'end' as const] : [label.x + label.width / 2, 'middle' as const]
  return (
    <text x={at} y={y} textAnchor={anchor}>
      {text}
    </text>
  )
}

function Islands({ mark: { key: name, dots, label } }: { mark: IslandMark }) {
  return (
    <g className="city-islands">
      {dots.map(([x, y]) => (
        <circle key={`${x} ${y}`} cx={x} cy={y} r={1.2} />
      ))}
      {label && (
        <text x={label.x} y={label.y + 17}>
          {islandNames[name]()}
        </text>
      )}
    </g>
  )
}

/** Told apart by shape, not by colour: a ring around home, an empty point for a partner, a square for several. */
function SignShape({ sign, x, y }: { sign: Sign; x: number; y: number }) {
  if (sign === 'several') return <rect className="city-dot" x={x - 5} y={y - 5} width={10} height={10} />
  return (
    <>
      {sign === 'home' && <circle className="city-ring" cx={x} cy={y} r={6.5} />}
      <circle className={classNames('city-dot', sign === 'partner' && 'city-empty')} cx={x} cy={y} r={4} />
    </>
  )
}

const signNames: Record<Sign, () => string> = {
  home: m['cities.role.home'],
  hub: m['cities.role.hub'],
  partner: m['cities.role.partner'],
  several: m['cities.map.several'],
}

function Legend({ signs, parts }: { signs: readonly Mark[]; parts: CityMap['parts'] }) {
  const drawn = [...signs, ...parts.flatMap(({ drawing }) => drawing.sheets[0]?.marks ?? [])]
  const seen = (Object.keys(signNames) as Sign[]).filter((sign) => drawn.some((mark) => mark.sign === sign))
  return (
    <figcaption className="city-legend small soft">
      {seen.map((sign) => (
        <span key={sign}>
          <svg className="city-sample" viewBox="0 0 16 16" width={16} height={16} aria-hidden="true">
            <SignShape sign={sign} x={8} y={8} />
          </svg>
          {signNames[sign]()}
        </span>
      ))}
      <span>{m['cities.map.ground']()}</span>
    </figcaption>
  )
}
