/** The most that a mission earns. It has a file of its own: the map shows stars at every start, and needs no rules of play. */
export const MOST_STARS = 3;
