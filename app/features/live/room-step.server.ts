import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { readForm } from '#app/shared/forms/read-form.server.ts'
import {
  type At,
  endSession,
  endTurn,
  extendTurn,
  pauseTurn,
  resumeTurn,
  startSession,
  startTurn,
  takeTurnBack,
} from './domain/run-session.server.ts'
import { type RoomStep, stepSchema } from './room.schema.ts'

type Step = (ctx: Context, at: At, form: { person: string; seconds: number }) => Promise<void>

const steps: Record<RoomStep, Step> = {
  'start-session': startSession,
  'end-session': endSession,
  'start-turn': (ctx, at, { person }) => startTurn(ctx, { ...at, personId: person }),
  'pause-turn': pauseTurn,
  'resume-turn': resumeTurn,
  'end-turn': endTurn,
  'extend-turn': (ctx, at, { seconds }) => extendTurn(ctx, { ...at, seconds }),
  'take-back': takeTurnBack,
}

/** Does what was pressed; the verb checks the right. */
export async function takeStep(ctx: Context, at: At, request: Request): Promise<void> {
  const form = await readForm(request, stepSchema)
  if (!form.ok) throw new Refusal('invalid', 'invalid')
  const { step, ...rest } = form.data
  await steps[step](ctx, at, rest)
}
