/** @apollo/gateway reports home unless this is set before it is constructed. The hub calls nobody but its own subgraphs. */
export function switchTelemetryOff(): void {
  process.env['APOLLO_TELEMETRY_DISABLED'] = '1';
}
