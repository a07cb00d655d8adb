import type { ActPreview } from '#app/features/acts/domain/act-preview.ts'
import type { FormErrors } from '#app/shared/forms/form-values.ts'

/** The preview that an action answered with instead of doing what it was asked. */
export function previewIn(refused: object | undefined): ActPreview | null {
  return (refused as { preview?: ActPreview } | undefined)?.preview ?? null
}

/** A preview is an answer like any other; one that was answered wrongly is a refused form. */
export function previewStatus(errors: FormErrors): number {
  return Object.keys(errors).length > 0 ? 400 : 200
}
