import type { Draft, ImportPreview } from '#api'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useApi, type Api } from '../../app/client'
import { useFailure } from '../../app/useFailure'
import type { Place } from './spots'

const KEPT_MILLISECONDS = 30_000

/** After each step a draft of the same id may have another text. */
const steps = new WeakMap<ImportPreview, number>()
let latest = 0

export interface LoadedDraft {
  /** The one before it until it is there; undefined while there is none. */
  draft: Draft | undefined
  /** It is the one that was asked for, as the preview is now. */
  isCurrent: boolean
}

/** A draft of the preview with its text, or with a part of it. */
export function useDraft(preview: ImportPreview, place: Place | null): LoadedDraft {
  const fail = useFailure()
  const { data, error, isPlaceholderData } = useQuery({
    ...draftQuery(useApi(), preview, place ?? { draftId: '', part: 0 }), enabled: place !== null, placeholderData: keepPreviousData,
  })
  useEffect(() => {
    if (error !== null) fail(error)
  }, [error, fail])
  return { draft: data, isCurrent: data !== undefined && !isPlaceholderData }
}

export function draftQuery(api: Api, preview: ImportPreview, { draftId, part }: Place) {
  const input = { previewId: preview.previewId, draftId, part }
  return api.imports.draft.queryOptions({ input, queryKey: ['draft', input, stepOf(preview)], staleTime: 'static', gcTime: KEPT_MILLISECONDS })
}

function stepOf(preview: ImportPreview): number {
  const known = steps.get(preview) ?? ++latest
  steps.set(preview, known)
  return known
}
