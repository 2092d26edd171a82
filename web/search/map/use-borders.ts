import type { GeoPermissibleObjects } from 'd3-geo';
import { useEffect, useState } from 'react';
import { fetchFromHub } from '../../hub/clock.js';
import { hubAddress } from '../../hub/place.js';

/** The borders that the region gave the hub, as GeoJSON; null where it gave none, and until they are there. */
export function useBorders(): GeoPermissibleObjects | null {
  const [borders, setBorders] = useState<GeoPermissibleObjects | null>(null);
  useEffect(() => {
    let isLeft = false;
    void readBorders().then((read) => {
      if (!isLeft) setBorders(read);
    });
    return () => {
      isLeft = true;
    };
  }, []);
  return borders;
}

/** A map without borders is a map: what goes wrong here is told to nobody. */
async function readBorders(): Promise<GeoPermissibleObjects | null> {
  try {
    const response = await fetchFromHub(hubAddress('kaart/grenzen'));
    return response.status === 200 ? ((await response.json()) as GeoPermissibleObjects) : null;
  } catch {
    return null;
  }
}
