import type { OpenTopology } from '../course/topologies.ts';
import type { LoadScreen, ShellOptions } from './shell-options.ts';

/**
 * The reader of topologies, loaded with the first screen that is not the map: the map needs none, and YAML is a
 * large part of the program. No screen that opens a topology is there before its reader is, and the map, which asks
 * what is to be broken, waits for it.
 */
export function lateTopologies(
  loadReader: () => Promise<OpenTopology>,
  loadScreen: LoadScreen,
): Pick<ShellOptions, 'openTopology' | 'load'> & Required<Pick<ShellOptions, 'whenTopologies'>> {
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
  const whenTopologies = (): Promise<void> | undefined => {
    if (reader !== undefined) return undefined;
    return loadReader().then((loaded) => {
      reader = loaded;
    });
  };
  return { openTopology, load, whenTopologies };
}
