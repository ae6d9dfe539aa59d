using System.Text;
using System.Text.Json;
using CleanApi.Application.Access;
using CleanApi.Domain.Errors;
using Microsoft.IdentityModel.Tokens;

namespace CleanApi.Infrastructure.Access;

/// <summary>
/// What a provider says of itself, kept for a day and read anew when it signs with a key that is not among those kept. One asks at a time; others wait for
/// the answer, as long as they would wait for the provider.
/// </summary>
internal sealed class ProviderDiscovery(ProviderOptions options, ProviderHttp http, TimeProvider clock) : IDisposable
{
    private const string WellKnown = "/.well-known/openid-configuration";

    private static readonly TimeSpan MaxAge = TimeSpan.FromDays(1);

    // Or whoever sends tokens with made-up key names would have the provider asked each time.
    private static readonly TimeSpan MinAge = TimeSpan.FromSeconds(30);

    private readonly Uri address = new(options.Authority.TrimEnd('/') + WellKnown);
    private readonly SemaphoreSlim gate = new(1, 1);

    private volatile Kept? kept;

    /// <summary>The present description.</summary>
    /// <exception cref="UpstreamError">The provider cannot be reached, or does not describe itself as it should.</exception>
    public Task<ProviderMetadata> GetAsync(CancellationToken cancellationToken) => ReadAsync(MaxAge, cancellationToken);

    /// <summary>A description that is fresh, with keys that were not there before.</summary>
    public Task<ProviderMetadata> RefreshAsync(CancellationToken cancellationToken) => ReadAsync(MinAge, cancellationToken);

    /// <inheritdoc />
    public void Dispose() => gate.Dispose();

    private async Task<ProviderMetadata> ReadAsync(TimeSpan maxAge, CancellationToken cancellationToken)
    {
        if (Fresh(maxAge) is { } fresh)
        {
            return fresh;
        }

        await gate.WaitAsync(cancellationToken);
        try
        {
            if (Fresh(maxAge) is { } read)
            {
                return read;
            }

            var metadata = await FetchAsync(cancellationToken);
            kept = new Kept(metadata, clock.GetUtcNow());
            return metadata;
        }
        catch (ExternalSignInException exception)
        {
            throw new UpstreamError("The sign-in provider does not describe itself as it should", exception);
        }
        finally
        {
            gate.Release();
        }
    }

    private ProviderMetadata? Fresh(TimeSpan maxAge) => kept is { } present && clock.GetUtcNow() - present.ReadAt < maxAge ? present.Metadata : null;

    private async Task<ProviderMetadata> FetchAsync(CancellationToken cancellationToken)
    {
        var document = (await http.GetAsync(address, accessToken: null, cancellationToken)).RequireJson(JsonValueKind.Object);
        var metadata = ProviderMetadata.Read(document, options.Authority);
        var keys = await http.GetAsync(metadata.KeysAddress, accessToken: null, cancellationToken);
        _ = keys.RequireJson(JsonValueKind.Object);
        try
        {
            return metadata with { Keys = [.. new JsonWebKeySet(Encoding.UTF8.GetString(keys.Body)).GetSigningKeys()] };
        }
        catch (ArgumentException exception)
        {
            throw ProviderAnswer.Wrong("the provider's keys cannot be read", exception);
        }
    }

    private sealed record Kept(ProviderMetadata Metadata, DateTimeOffset ReadAt);
}
