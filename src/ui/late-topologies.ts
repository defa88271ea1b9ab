import type { OpenTopology } from '../course/topologies.ts';
import type { LoadScreen } from './shell-options.ts';

/**
 * The reader of topologies, loaded with the first screen that is not the map: the map needs none, and YAML is a
 * large part of the program. No screen that opens a topology is there before its reader is.
 */
export function lateTopologies(
  loadReader: () => Promise<OpenTopology>,
  loadScreen: LoadScreen,
): { readonly openTopology: OpenTopology; readonly load: LoadScreen } {
  let reader: OpenTopology | undefined;
  const load: LoadScreen = (name) => {
    if (reader !== undefined || name === 'map') return loadScreen(name);
    return Promise.all([loadReader(), loadScreen(name)]).then(([loaded, maker]) => {
      reader = loaded;
      return maker;
    });
  };
  const openTopology: OpenTopology = (topology, changes) =>
    reader?.(topology, changes) ?? { topology: undefined, problems: [] };
  return { openTopology, load };
}
