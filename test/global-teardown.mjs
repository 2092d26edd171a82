/** Stops the PostgreSQL of this run, unless its databases are to be looked at. */
export default async function tearDown() {
  const server = globalThis.testServer;
  if (!process.env.KEEP_DATABASES) return server.stop();
  console.log(`Databases are kept until the next run: ${server.access.ownerUrl}`);
}
