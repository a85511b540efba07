# The application with its own Python environment; `./run` does here what it does anywhere else.
FROM python:3.11-slim-bookworm
RUN useradd --create-home --uid 1000 fourfold
WORKDIR /app
COPY run pyproject.toml requirements-uv.txt requirements.txt requirements-dev.txt requirements-bench.txt ./
COPY assessment/__init__.py assessment/__init__.py
COPY assessment/config assessment/config
RUN ./run install
COPY . .
RUN mkdir -p var staticfiles && chown -R fourfold .
USER fourfold
ENV FOURFOLD_HOST=0.0.0.0 FOURFOLD_DATA_DIR=/app/var
VOLUME /app/var
EXPOSE 8000
HEALTHCHECK CMD ["/app/.venv/bin/python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/healthz', timeout=4)"]
CMD ["./run"]
