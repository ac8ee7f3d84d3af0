/**
 * A bundle (`.jingjian`) is a ZIP of `manifest.json` and `records.json`: records with the stamps of every field, so
 * that taking one in is a merge. Contents of attachments lie beside them as `attachments/<sha256>`, uncompressed and each
 * once; programs that know nothing of them pass them over. The same content always gives the same bytes.
 */
import * as z from 'zod'
import type { Json, StoredRecord } from '../../library'

export const BUNDLE_FORMAT = 'jingjian-bundle'
/** Raised where an older program could no longer read the bundle aright; it then says so instead of guessing. */
export const BUNDLE_VERSION = 1
export const MANIFEST = 'manifest.json'
export const RECORDS = 'records.json'
export const CONTENTS = 'attachments/'

/** Read before anything else of a bundle, whatever version the rest has. */
export const ManifestHead = z.object({ format: z.literal(BUNDLE_FORMAT), version: z.number().int().positive() })

export const Manifest = ManifestHead.extend({
  libraryId: z.string(),
  /** The latest stamp in the bundle as ISO 8601; of the content, not of the day it was packed. */
  changedAt: z.string(),
  counts: z.record(z.string(), z.number().int().nonnegative()),
  /** SHA-256 of each other member, in hexadecimal; a content has its own for a name. */
  sha256: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
})
export type Manifest = z.infer<typeof Manifest>

const Time = z.string().regex(/^[0-9a-z]{13}$/)
const Device = z.string().regex(/^[0-9a-z]{1,64}$/)

/** Of values and field names only the shape is asked: those of a later program pass through untouched. */
const StoredVersion = z.object({
  value: z.custom<Json>((value) => value !== undefined),
  device: Device,
  time: Time,
  seen: z.record(Device, Time).optional(),
})

export const Records = z.array(z.object({
  id: z.string().min(1).max(200),
  kind: z.string().min(1).max(80),
  fields: z.record(z.string().max(1_000), z.array(StoredVersion).min(1)),
})) as unknown as z.ZodType<StoredRecord[]>
