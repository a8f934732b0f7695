# ShelfTally in a container, from the archive that the build makes (jobs/install.md, "Containers"):
#   mvn -B -DskipTests package
#   docker build -t shelftally:0.1.0 .
# The build of the project does not run this; ContainersTests reads it.
FROM eclipse-temurin:17-jre
ARG VERSION=0.1.0
# Not root; the same number in each image, so that volumes can be handed on.
RUN groupadd --gid 10001 shelftally \
    && useradd --uid 10001 --gid 10001 --home-dir /var/lib/shelftally --create-home --shell /usr/sbin/nologin shelftally \
    && install -d -o shelftally -g shelftally /srv/shelftally
# Docker unpacks it.
ADD target/shelftally-${VERSION}.tar.gz /opt/
# File names and messages are UTF-8; an image's own locale is ASCII.
ENV LC_ALL=C.UTF-8 \
    SHELFTALLY_HOME=/var/lib/shelftally
# The second prepares quick starts, for a file system that nobody can write to later.
RUN ln -s shelftally-${VERSION} /opt/shelftally \
    && /opt/shelftally/jobs/shelftally --version
USER 10001:10001
WORKDIR /var/lib/shelftally
VOLUME ["/var/lib/shelftally", "/srv/shelftally"]
# Some 48 of the key's calls a day, where a container lives for so long.
HEALTHCHECK --interval=30m --timeout=2m --start-period=1m \
    CMD /opt/shelftally/jobs/shelftally doctor --out /srv/shelftally || exit 1
ENTRYPOINT ["/opt/shelftally/jobs/shelftally"]
CMD ["--help"]
