# Checkout in a container. Build and try it (the sandbox: made-up merchants, no real money):
#   docker build -t checkout .
#   docker run --rm -p 127.0.0.1:5080:5080 -e Sandbox__Enabled=true -e PublicUrl=http://127.0.0.1:5080 -v checkout:/data checkout
# Without Sandbox__Enabled it runs as Production and says what it still needs (PublicUrl, Vault__CertificatePath, a merchant).
# Every verb works the same way, beside the running server too: docker exec NAME dotnet Checkout.Web.dll merchant list
# Give it 40 seconds to end (docker stop -t 40): upstream calls that are under way are waited for.

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
ENV CI=true DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
# Packages lie in a layer of their own, which lives until a lock file changes.
COPY global.json Directory.Build.props Directory.Packages.props ./
COPY src/Checkout.Core/Checkout.Core.csproj src/Checkout.Core/packages.lock.json src/Checkout.Core/
COPY src/Checkout.Vault/Checkout.Vault.csproj src/Checkout.Vault/packages.lock.json src/Checkout.Vault/
COPY src/Checkout.Storage/Checkout.Storage.csproj src/Checkout.Storage/packages.lock.json src/Checkout.Storage/
COPY src/Checkout.Connectors/Checkout.Connectors.csproj src/Checkout.Connectors/packages.lock.json src/Checkout.Connectors/
COPY src/Checkout.Web/Checkout.Web.csproj src/Checkout.Web/packages.lock.json src/Checkout.Web/
RUN dotnet restore src/Checkout.Web/Checkout.Web.csproj
COPY .editorconfig ./
COPY src src
COPY wwwroot wwwroot
RUN dotnet publish src/Checkout.Web/Checkout.Web.csproj -c Release --no-restore -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
# The distribution's SQLite is kept patched. Where it cannot be fetched the server says so and uses the older one it brings along.
RUN { apt-get -o Acquire::Retries=0 -o Acquire::http::Timeout=20 update -q \
      && apt-get install -y -q --no-install-recommends libsqlite3-0; } || echo "libsqlite3-0 is not in this image"; \
    rm -rf /var/lib/apt/lists/* && install -d -o 1654 -g 1654 -m 700 /data
WORKDIR /app
COPY --from=build /app .
# No dump of this process may ever reach a disk: card numbers pass through its memory.
ENV ASPNETCORE_URLS=http://0.0.0.0:5080 \
    ASPNETCORE_HTTP_PORTS= \
    DataDirectory=/data \
    DOTNET_DbgEnableMiniDump=0 \
    DOTNET_EnableDiagnostics=0
# The app user of the base image, by number, so that a cluster can see that it is not root.
USER 1654
VOLUME /data
EXPOSE 5080
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s CMD ["dotnet", "Checkout.Web.dll", "health"]
ENTRYPOINT ["dotnet", "Checkout.Web.dll"]
