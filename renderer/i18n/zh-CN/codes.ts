// The official terms of the code lists are Simplified Chinese already.
export default {}
