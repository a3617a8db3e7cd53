import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { PeopleFilter } from '../../../shared/model/insights'
import { useAsOrigin } from '../../components/use-origin'
import { peoplePath } from './people-path'

interface FigureLinkProps {
  readonly filter: PeopleFilter
  /** What the list of the people behind it is called. */
  readonly title: string
  readonly children: ReactNode
}

/** A figure that opens the people behind it. */
export function FigureLink({ filter, title, children }: FigureLinkProps) {
  const origin = useAsOrigin()
  return (
    <Link className="numeric" to={peoplePath(filter, title)} state={origin} title={title}>
      {children}
    </Link>
  )
}
