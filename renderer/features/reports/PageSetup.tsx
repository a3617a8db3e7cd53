interface PageSetupProps {
  readonly landscape: boolean
  /** Of the printed page; `0` where the sheet has margins of its own. */
  readonly margin: string
}

/** Tells the printer the paper while a sheet is shown. */
export function PageSetup({ landscape, margin }: PageSetupProps) {
  return (
    <style href={`page-${String(landscape)}-${margin}`} precedence="page">
      {`@page { size: A4 ${landscape ? 'landscape' : 'portrait'}; margin: ${margin}; }`}
    </style>
  )
}
