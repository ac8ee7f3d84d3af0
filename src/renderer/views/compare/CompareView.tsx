export function CompareView({ ids }: { ids: string[] }) {
  return <output>{ids.length}</output>
}
