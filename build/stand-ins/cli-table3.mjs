// marked-terminal imports it for tables; src/markdown/table.ts lays them out here.
export default class {}
