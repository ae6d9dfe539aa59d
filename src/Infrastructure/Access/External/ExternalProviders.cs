using CleanApi.Application.Access;
using CleanApi.Application.Common.Web;
using CleanApi.Domain.Errors;
using Polly;
using Polly.Timeout;

namespace CleanApi.Infrastructure.Access;

/// <inheritdoc cref="IExternalProviders" />
internal sealed class ExternalProviders : IExternalProviders, IDisposable
{
    private readonly Dictionary<string, IProvider> providers = new(StringComparer.Ordinal);
    private readonly List<ProviderDiscovery> discoveries = [];
    private readonly ResiliencePipeline total;

    /// <summary>Prepares all providers of the settings; none is asked anything yet.</summary>
    public ExternalProviders(ExternalSettings settings, SiteAddress site, ProviderHttp http, TimeProvider clock)
    {
        All =
        [
            .. settings.Providers.Select(options => new ExternalProvider(
                options.Name, options.DisplayName, options.AllowedDomains, options.ProvidesHostedDomain)),
        ];
        total = new ResiliencePipelineBuilder { TimeProvider = clock }.AddTimeout(settings.TotalTimeout).Build();
        foreach (var options in settings.Providers)
        {
            providers.Add(options.Name, Create(options, site, http, clock));
        }
    }

    /// <inheritdoc />
    public IReadOnlyList<ExternalProvider> All { get; }

    /// <inheritdoc />
    public ExternalProvider Get(string name) =>
        All.FirstOrDefault(provider => string.Equals(provider.Name, name, StringComparison.OrdinalIgnoreCase)) ?? throw new NotFoundError("Sign-in provider");

    /// <inheritdoc />
    public Task<Uri> AuthorizationUrlAsync(string provider, ExternalChallenge challenge, CancellationToken cancellationToken) =>
        InTimeAsync(token => providers[provider].AuthorizationUrlAsync(challenge, token), cancellationToken);

    /// <inheritdoc />
    public Task<ExternalUserInfo> IdentifyAsync(string provider, ExternalCallback callback, CancellationToken cancellationToken) =>
        InTimeAsync(token => providers[provider].IdentifyAsync(callback, token), cancellationToken);

    /// <inheritdoc />
    public void Dispose() => discoveries.ForEach(one => one.Dispose());

    private async Task<T> InTimeAsync<T>(Func<CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
    {
        try
        {
            return await total.ExecuteAsync(static async (work, token) => await work(token), ask, cancellationToken);
        }
        catch (TimeoutRejectedException exception)
        {
            throw new UpstreamTimeoutError("The sign-in provider did not answer in time", exception);
        }
    }

    private IProvider Create(ProviderOptions options, SiteAddress site, ProviderHttp http, TimeProvider clock)
    {
        var authorization = new AuthorizationRequest(options, new Uri($"{site.Value.TrimEnd('/')}/api/auth/external/{options.Name}/callback"));
        if (options.Kind == ProviderKind.GitHub)
        {
            return new GitHubProvider(options, authorization, http);
        }

        var discovery = new ProviderDiscovery(options, http, clock);
        discoveries.Add(discovery);
        return new OpenIdProvider(options, authorization, http, discovery, new IdTokenReader(options.ClientId, clock));
    }
}
