# syntax=docker/dockerfile:1
# One image for every role: HTTP and jobs are told apart by ROLE.

FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY web/package.json web/
RUN npm ci
COPY . .
RUN npm run build

FROM node:24-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
COPY web/package.json web/
# The web is served as built files; what it is built from stays out.
RUN npm ci --omit=dev --workspaces=false

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /app
COPY --from=dependencies /app/node_modules node_modules
COPY --from=build /app/package.json package.json
COPY --from=build /app/dist dist
COPY --from=build /app/web/dist web/dist
COPY --from=build /app/content content
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
# The application drains requests and jobs on SIGTERM, within 20 seconds.
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health/ready`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Short-lived objects get 8 MB instead of 16: about 30 MB less memory for no measurable CPU time.
CMD ["node", "--max-semi-space-size=8", "dist/main.js"]
