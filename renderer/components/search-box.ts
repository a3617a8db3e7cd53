/** The id of the search box of a page, where Ctrl+F leads. */
export const SEARCH_BOX_ID = 'page-search'
