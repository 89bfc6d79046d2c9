# docker build -t factlint . && docker run --rm --network none -v "$PWD:/work" factlint check
FROM rust:1.88-slim AS build
WORKDIR /src
COPY . .
RUN cargo install --locked --path . --root /out

FROM debian:stable-slim
# `check --since` asks git; the folder that is mounted belongs to somebody else.
RUN apt-get update && apt-get install -y --no-install-recommends git && rm -rf /var/lib/apt/lists/* \
    && git config --system --add safe.directory '*'
COPY --from=build /out/bin/factlint /usr/local/bin/factlint
WORKDIR /work
USER nobody
ENTRYPOINT ["factlint"]
CMD ["check"]
