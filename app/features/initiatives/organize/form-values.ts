import type { FormValues } from '#app/shared/forms/form-values.ts'
import { inBoth, isStale, type TranslatedText } from '#app/shared/i18n/translated-text.ts'
import type { StoredDocument } from '../domain/media/documents.server.ts'
import type { StoredPicture } from '../domain/media/initiative-pictures.server.ts'
import { pointsText } from '../domain/parts/figure-points.ts'
import type { StoredFigure, StoredGoal, StoredNews } from '../domain/parts/part-rows.server.ts'

type Texts = { name: TranslatedText; summary: TranslatedText; description: TranslatedText }

/** A stored initiative, and each of its parts, as its form shows it. */
export const initiativeValues = ({ name, summary, description }: Texts): FormValues => ({
  name: inBoth(name),
  summary: inBoth(summary),
  description: inBoth(description),
})

export const goalValues = ({ title, remark, state, dueOn }: StoredGoal): FormValues => ({
  title: inBoth(title),
  remark: inBoth(remark),
  state,
  dueOn: dueOn ?? '',
})

export const newsValues = ({ title, body, datedOn, source, sourceUrl }: StoredNews): FormValues => ({
  title: inBoth(title),
  body: inBoth(body),
  datedOn,
  source: inBoth(source),
  sourceUrl: sourceUrl ?? '',
})

export const figureValues = ({ name, points }: StoredFigure): FormValues => ({
  name: inBoth(name),
  points: pointsText(points),
})

export const documentValues = ({ title }: Pick<StoredDocument, 'title'>): FormValues => ({
  title: inBoth(title),
})

type PictureTexts = Pick<StoredPicture, 'alt' | 'caption' | 'credit'>
export const pictureValues = ({ alt, caption, credit }: PictureTexts): FormValues => ({
  alt: inBoth(alt),
  caption: inBoth(caption),
  credit: inBoth(credit),
})

/** The fields whose translation may be out of date. */
export const staleFields = (texts: Record<string, TranslatedText>): string[] =>
  Object.entries(texts).flatMap(([field, text]) => (isStale(text) ? [field] : []))
