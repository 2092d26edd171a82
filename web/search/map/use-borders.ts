import type { GeoPermissibleObjects } from 'd3-geo';
import { useEffect, useState } from 'react';
import { fetchFromHub } from '../../hub/clock.js';
import { hubAddress } from '../../hub/place.js';

/** The borders that the region gave the hub, as GeoJSON; null where it gave none, and until they are there. */
export function useBorders(): GeoPermissibleObjects | null {
  const [borders, setBorders] = useState<GeoPermissibleObjects | null>(null);
  useEffect(() => {
    let isLeft = false;
    void readBorders().then((found) => {
      if (!isLeft) setBorders(found);
    });
    return () => {
      isLeft = true;
    };
  }, []);
  return borders;
}

let read: Promise<GeoPermissibleObjects | null> | null = null;

/** They change with a release of the region, not with a search: asked for once by each tab. */
function readBorders(): Promise<GeoPermissibleObjects | null> {
  return (read ??= fetchBorders());
}

/** A map without borders is a map: what goes wrong here is told to nobody, and tried again the next time. */
async function fetchBorders(): Promise<GeoPermissibleObjects | null> {
  try {
    const response = await fetchFromHub(hubAddress('kaart/grenzen'));
    return response.status === 200 ? ((await response.json()) as GeoPermissibleObjects) : null;
  } catch {
    read = null;
    return null;
  }
}
