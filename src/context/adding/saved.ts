// What all ways of bringing something into the library have in common.

/** The series of what comes without one. */
export const SAVED = 'saved';
