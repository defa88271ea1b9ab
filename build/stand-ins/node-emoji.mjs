// marked-terminal imports the names of all emoji; the course turns them off.
export const get = () => undefined;
