import { useNavigation } from '../app/navigation'
import { CompareView } from '../views/compare/CompareView'
import { ImportView } from '../views/import/ImportView'

export function Shell() {
  const { view } = useNavigation()
  if (view.name === 'import') return <ImportView initialFiles={view.parameters.files ?? []} />
  if (view.name === 'compare') return <CompareView ids={view.parameters.ids} />
  return null
}
