import type { $ZodType } from 'zod/v4/core'

/** What was typed, by field; a dotted field name (`answers.diet`) is a nested value. */
export type FormValues = { [field: string]: string | string[] | FormValues }
export type FieldFault = { type: string; message: string }
/** Faults in the shape react-hook-form makes them: nested like the values, messages are message keys. */
export type FormErrors = { [field: string]: FieldFault | FormErrors }

type Tree = { [key: string]: unknown }
const forbidden = new Set(['__proto__', 'constructor', 'prototype'])

/** The path of a field name, or null for one that would reach into an object's making. */
export function fieldPath(name: string): string[] | null {
  const path = name.split('.')
  return path.length > 4 || path.some((part) => part === '' || forbidden.has(part)) ? null : path
}

export function putAt(tree: Tree, path: readonly PropertyKey[], value: unknown) {
  let place = tree
  for (const part of path.slice(0, -1)) {
    const key = String(part)
    const next = place[key]
    if (typeof next !== 'object' || next === null) place[key] = {}
    place = place[key] as Tree
  }
  place[String(path.at(-1))] = value
}

export function valueAt(tree: unknown, name: string): unknown {
  return name.split('.').reduce<unknown>((place, part) => {
    if (typeof place !== 'object' || place === null || forbidden.has(part)) return undefined
    return (place as Tree)[part]
  }, tree)
}

/** The fault at a field, wherever it stands in the tree. */
export function faultAt(errors: FormErrors | undefined, name: string): FieldFault | undefined {
  const found = valueAt(errors, name) as Partial<FieldFault> | undefined
  return typeof found?.message === 'string'
    ? { type: String(found.type ?? ''), message: found.message }
    : undefined
}

/** Names of the fields that the schema wants as lists: a list of one and an empty list look alike in a form. */
export function listFields(schema: $ZodType): string[] {
  const shape = (schema._zod.def as { shape?: Record<string, $ZodType> }).shape ?? {}
  return Object.keys(shape).filter((name) => isList(shape[name]))
}

function isList(schema: $ZodType | undefined): boolean {
  const def = schema?._zod.def as { type?: string; innerType?: $ZodType; in?: $ZodType } | undefined
  if (!def) return false
  return def.type === 'array' || isList(def.innerType ?? def.in)
}

/** What a form holds, without its files. */
export function typedValues(typed: FormData): FormValues {
  const values: FormValues = {}
  for (const name of new Set(typed.keys())) {
    const all = typed.getAll(name).filter((value) => typeof value === 'string')
    const path = fieldPath(name)
    if (path && all[0] !== undefined) putAt(values, path, all.length > 1 ? all : all[0])
  }
  return values
}
