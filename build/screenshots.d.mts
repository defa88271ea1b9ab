/** One picture of the README: what is started, pressed and waited for. */
export interface Scene {
  readonly file: string;
}

export declare const SCENES: readonly Scene[];

/** Plays a scene on the program `cli` and gives back its SVG. */
export declare function record(scene: Scene, cli: string): Promise<string>;
