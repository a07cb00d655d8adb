export type StarPoint = { x: number; y: number }
/** A component of a star: where its beam ends, and where its score lies on it; null where there is no score. */
export type Beam = { end: StarPoint; at: StarPoint | null }

/**
 * A star with a beam for each component, its scores joined where neighbours have one. What is missing has no point: it is
 * not zero, and no line runs over it. Nothing is drawn for fewer than three components, or without any score.
 */
export function starOf(scores: readonly (number | null)[], most: number, radius: number) {
  if (scores.length < 3 || scores.every((score) => score === null) || most <= 0) return null
  const beams = scores.map((score, at): Beam => {
    const share = score === null ? null : Math.max(0, Math.min(1, score / most))
    return {
      end: pointAt(at, scores.length, radius),
      at: share === null ? null : pointAt(at, scores.length, radius * share),
    }
  })
  const points = beams.flatMap(({ at }) => at ?? [])
  const isWhole = points.length === scores.length
  return { beams, isWhole, area: isWhole ? points : [], lines: isWhole ? [] : linesOf(beams) }
}

/** Between neighbours that both have a score. */
function linesOf(beams: readonly Beam[]): [StarPoint, StarPoint][] {
  return beams.flatMap(({ at }, index): [StarPoint, StarPoint][] => {
    const next = beams[(index + 1) % beams.length]?.at
    return at && next ? [[at, next]] : []
  })
}

/** The first beam points up, the others follow as the hands of a clock do. */
function pointAt(index: number, count: number, length: number): StarPoint {
  const angle = (index / count) * 2 * Math.PI - Math.PI / 2
  return { x: round(Math.cos(angle) * length), y: round(Math.sin(angle) * length) }
}

const round = (value: number) => Math.round(value * 100) / 100 + 0
