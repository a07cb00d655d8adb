import type { FormValues } from '#app/shared/forms/form-values.ts'
import type { Cue } from '../domain/cues.server.ts'

/** A cue as its form shows it; empty where there is none yet. */
export function cueFormValues(cue: Cue | null): FormValues {
  return {
    introduction: { vi: cue?.introduction.vi ?? '', en: cue?.introduction.en ?? '' },
    questions: { vi: cue?.questions.vi ?? '', en: cue?.questions.en ?? '' },
    handOver: cue?.handOver ?? '',
    interpreting: cue?.interpreting ?? '',
    technical: cue?.technical ?? '',
  }
}
