import type { GoalState } from '#app/shared/vocabulary.ts'
import type { Words } from '../editing/initiative-details.ts'
import type { TypedPoint } from './figure-points.ts'

export type GoalDetails = { title: Words; remark: Words; state: GoalState; dueOn: string | null }
export type NewsDetails = {
  title: Words
  body: Words
  datedOn: string
  source: Words
  sourceUrl: string | null
}
/** `sourcesConfirmed` says that the translations of all sources are still right. */
export type FigureDetails = { name: Words; points: TypedPoint[]; sourcesConfirmed?: boolean }

/** A part of an initiative with what is written of it, by its kind. */
export type PartDetails =
  | ({ kind: 'goal' } & GoalDetails)
  | ({ kind: 'news' } & NewsDetails)
  | ({ kind: 'figure' } & FigureDetails)
export type PartKind = PartDetails['kind']

/** Of each kind: which fields are texts in both languages, which are not, and what the part is called by. */
export const partFields = {
  goal: { words: ['title', 'remark'], plain: ['state', 'dueOn'], name: 'title' },
  news: { words: ['title', 'body', 'source'], plain: ['datedOn', 'sourceUrl'], name: 'title' },
  figure: { words: ['name'], plain: [], name: 'name' },
} as const

/** So many parts of a kind are overseen. */
export const mostParts: Record<PartKind, number> = { goal: 50, news: 500, figure: 30 }
