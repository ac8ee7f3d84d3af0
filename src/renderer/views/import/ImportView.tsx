export function ImportView({ initialFiles = [] }: { initialFiles?: File[] }) {
  return <output>{initialFiles.map(({ name }) => name).join()}</output>
}
