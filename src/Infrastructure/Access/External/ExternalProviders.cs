using CleanApi.Application.Access;
using CleanApi.Application.Common.Web;
using CleanApi.Domain.Errors;
using Polly;
using Polly.Timeout;

namespace CleanApi.Infrastructure.Access;

/// <inheritdoc cref="IExternalProviders" />
internal sealed class ExternalProviders : IExternalProviders, IDisposable
{
    private const int MaxAnswerBytes = 256 * 1024;
    private const int MaxHeaderKilobytes = 32;

    private readonly Dictionary<string, IProvider> providers = new(StringComparer.Ordinal);
    private readonly List<IDisposable> owned = [];
    private readonly ResiliencePipeline total;

    /// <summary>Prepares all providers of the settings; none is asked anything yet.</summary>
    public ExternalProviders(ExternalSettings settings, SiteAddress site, TimeProvider clock)
    {
        All =
        [
            .. settings.Providers.Select(options => new ExternalProvider(
                options.Name, options.DisplayName, options.AllowedDomains, options.ProvidesHostedDomain)),
        ];
        total = new ResiliencePipelineBuilder { TimeProvider = clock }.AddTimeout(settings.TotalTimeout).Build();
        foreach (var options in settings.Providers)
        {
            providers.Add(options.Name, Create(options, settings, site, clock));
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
    public void Dispose() => owned.ForEach(one => one.Dispose());

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

    private IProvider Create(ProviderOptions options, ExternalSettings settings, SiteAddress site, TimeProvider clock)
    {
        var authorization = new AuthorizationRequest(options, new Uri($"{site.Value.TrimEnd('/')}/api/auth/external/{options.Name}/callback"));
        var http = new ProviderHttp(Own(CreateClient(settings)), settings.TryTimeout, clock);
        return options.Kind == ProviderKind.GitHub
            ? new GitHubProvider(options, authorization, http)
            : new OpenIdProvider(options, authorization, http, Own(new ProviderDiscovery(options, http, clock)), new IdTokenReader(options.ClientId, clock));
    }

    // No redirects: a provider's own addresses answer, and a secret goes nowhere else. The time limit is the pipeline's.
    private static HttpClient CreateClient(ExternalSettings settings) =>
        new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = settings.TryTimeout,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            MaxResponseHeadersLength = MaxHeaderKilobytes,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = MaxAnswerBytes,
        };

    private T Own<T>(T disposable)
        where T : IDisposable
    {
        owned.Add(disposable);
        return disposable;
    }
}
