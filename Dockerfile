# Ladder in an image: docker build -t ladder .   compose.yaml runs it beside a Postgres.

# Builds it, and lays out what runs: the build, and the packages that it needs at run time.
FROM node:24-slim AS build
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run --silent build && node scripts/release.mjs --tree /ladder

FROM node:24-slim
# Nothing but /data is written: the image runs with a read-only file system, as no privileged user.
COPY --from=build /ladder /ladder
RUN ln -s /ladder/bin/ladder /usr/local/bin/ladder && install -d -o node -g node -m 700 /data
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /data
VOLUME /data
USER node
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "/ladder/dist/src/main.js"]
