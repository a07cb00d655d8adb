import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { type TranslatedText, textIn } from '#app/shared/i18n/translated-text.ts'
import { starOf } from './domain/star.ts'
import { figureText } from './missing.tsx'

const radius = 90
type Score = { key: string; name: TranslatedText; score: number | null }
type Props = { name: string; scores: readonly Score[]; most: number }

/**
 * The components of one thing as a star with a beam for each, and as a list of words beside it. A beam without a score has
 * no point; nothing is drawn where there are no scores at all.
 */
export function ComponentStar({ name, scores, most }: Props) {
  const locale = getLocale()
  const star = starOf(
    scores.map(({ score }) => score),
    most,
    radius,
  )
  if (!star) return null
  const words = (score: number | null) =>
    score === null ? m['indices.missing.value']() : figureText(score, locale)
  const points = star.area.map(({ x, y }) => `${x},${y}`).join(' ')
  return (
    <figure className="component-star">
      <svg viewBox="-100 -100 200 200" role="img" aria-label={m['indices.star.title']({ name })}>
        {star.beams.map(({ end, at }, index) => (
          <g key={scores[index]?.key}>
            <line className={at ? 'star-beam' : 'star-beam star-missing'} x2={end.x} y2={end.y} />
            <text x={end.x * 1.07} y={end.y * 1.07 + 4} textAnchor="middle">
              {index + 1}
            </text>
          </g>
        ))}
        {points && <polygon className="star-area" points={points} />}
        {star.lines.map(([from, to]) => (
          <line
            key={`${from.x} ${from.y}`}
            className="star-edge"
            x1={from.x}
            y1={from.y}
            x2={to.x}
            y2={to.y}
          />
        ))}
        {star.beams.map(({ at }, index) =>
          at ? <circle key={scores[index]?.key} className="star-point" cx={at.x} cy={at.y} r={4} /> : null,
        )}
      </svg>
      <figcaption>
        <ol className="star-list">
          {scores.map(({ key, name: component, score }) => (
            <li key={key}>
              {textIn(component, locale)}: {words(score)}
            </li>
          ))}
        </ol>
      </figcaption>
    </figure>
  )
}
