# One image for every part of the hub: which part it is says the command (infra/compose.yaml, infra/kubernetes/).
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /hub
COPY . .
RUN node infra/prepare.mjs && npm prune --omit=dev --ignore-scripts

FROM node:24.21.0-bookworm-slim
# smaller room for young objects, as `npm start` has it (docs/performance.md)
ENV NODE_ENV=production NODE_OPTIONS=--max-semi-space-size=16
WORKDIR /hub
COPY --from=build /hub/package.json ./
COPY --from=build /hub/node_modules ./node_modules
COPY --from=build /hub/dist ./dist
USER node
CMD ["node", "dist/programs/gateway.js"]
