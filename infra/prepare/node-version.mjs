const oldest = [20, 19];

/** Throws one clear line when this Node is too old to install or run anything here. */
export function checkNode(version) {
  const [major, minor] = version.split('.').map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return;
  throw new Error(`Node ${version} is too old: install Node ${oldest.join('.')} or newer (https://nodejs.org).`);
}
